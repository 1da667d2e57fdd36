import { benches, type Bench } from '../support';
import { callbackSign } from '../../../simulator/callbacks/signature';
import { receivers } from './receiver';

const open = benches();
const receiver = receivers();

const config = (command: string) => `live_config/${command}`;
const live = (command: string) => `live_engine_http_srv/${command}`;

const CREATED = 'Live.CallbackAfterCreateRoom';
const DESTROYED = 'Live.CallbackAfterDestroyRoom';
const MEMBERS = 'Live.CallbackAfterMemberStateChanged';

const register = async (bench: Bench, Url: string, CallbackCommandList: string[]) =>
	await bench.call(config('set_callback'), { Url, CallbackCommandList });

describe('the callback configuration of Live', () => {
	it('is set once, then updated, read and deleted', async () => {
		const bench = await open();
		const first = { Url: 'https://one.example/hook', CallbackCommandList: [CREATED] };
		const second = { Url: 'https://two.example/hook', CallbackCommandList: [CREATED, MEMBERS] };

		expect(await bench.codeOf(config('get_callback'), {})).toBe(100301);
		expect(await bench.codeOf(config('update_callback'), first)).toBe(100301);
		expect(await bench.call(config('set_callback'), first)).toMatchObject({
			ErrorCode: 0,
			RequestId: expect.any(String),
		});
		expect(await bench.codeOf(config('set_callback'), second)).toBe(100300);
		expect(await bench.call(config('get_callback'), {})).toMatchObject({ Response: first });
		expect(await bench.codeOf(config('update_callback'), second)).toBe(0);
		expect(await bench.call(config('get_callback'), {})).toMatchObject({ Response: second });
		expect(await bench.codeOf(config('delete_callback'), {})).toBe(0);
		expect(await bench.codeOf(config('get_callback'), {})).toBe(100301);
	});

	it.each([
		{ CallbackCommandList: [CREATED] },
		{ Url: 'one.example', CallbackCommandList: [CREATED] },
		{ Url: 'https://one.example' },
		{ Url: 'https://one.example', CallbackCommandList: CREATED },
	])('refuses %j', async (body) => {
		const bench = await open();

		expect(await bench.codeOf(config('set_callback'), body)).toBe(100002);
		expect(await bench.codeOf(config('get_callback'), {})).toBe(100301);
	});

	it('has a token, of which later calls change what they give', async () => {
		const bench = await open();
		const set = async (body: unknown) => await bench.codeOf(config('set_callback_token'), body);

		expect(await bench.codeOf(config('get_callback_token'), {})).toBe(100302);
		expect(await set({ Token: 'abc' })).toBe(100002);
		expect(await set({ Token: 'a'.repeat(129), IsTokenEnable: true })).toBe(100002);
		expect(await set({ Token: 'abc', IsTokenEnable: true })).toBe(0);
		expect(await set({ IsTokenEnable: false })).toBe(0);
		expect(await bench.call(config('get_callback_token'), {})).toMatchObject({
			Response: { Token: 'abc', IsTokenEnable: false },
		});
	});
});

describe('what happens to live rooms', () => {
	const RoomInfo = { RoomId: 'new', RoomType: 'Live', SeatTemplate: 'VideoDynamicGrid9Seats' };

	it('is told at the URL of Live', async () => {
		const [app, chat] = [await receiver(), await receiver()];
		const bench = await open({ callbacks: { url: chat.url, commands: [] } });
		await register(bench, app.url, [CREATED, DESTROYED, MEMBERS]);
		const settled = async () => await bench.simulator.callbacks.settled();

		await bench.call(live('create_room'), { RoomInfo });
		await settled();
		await bench.simulator.customer.write({ from: 'bob', groupId: 'new', text: 'hi' });
		await settled();
		await bench.call(live('ban_member'), {
			RoomId: 'new',
			MemberList_Account: ['bob', 'erin'],
			Duration: 60,
		});
		await settled();
		await bench.call(live('destroy_room'), { RoomId: 'new' });
		await settled();

		const bob = [{ Member_Account: 'bob' }];
		expect(app.received.map(({ body }) => body)).toMatchObject([
			{
				CallbackCommand: CREATED,
				Operator_Account: 'administrator',
				RoomInfo: { RoomId: 'new', RoomType: 'Live', Owner_Account: 'administrator' },
			},
			{
				CallbackCommand: MEMBERS,
				RoomId: 'new',
				EventType: 'Online',
				EventCause: 'Enter',
				MemberList: bob,
				EventTime: bench.now,
			},
			{
				CallbackCommand: MEMBERS,
				EventType: 'Offline',
				EventCause: 'Kicked',
				MemberList: bob,
			},
			{
				CallbackCommand: DESTROYED,
				Operator_Account: 'administrator',
				RoomId: 'new',
				EventType: 'DestroyByUser',
			},
		]);
		expect(chat.received).toEqual([]);
	});

	it('is told only for the commands in the list', async () => {
		const app = await receiver();
		const bench = await open();
		await register(bench, app.url, [DESTROYED]);

		await bench.call(live('create_room'), { RoomInfo });
		await bench.call(live('destroy_room'), { RoomId: 'new' });
		await bench.simulator.callbacks.settled();

		expect(app.commands).toEqual([DESTROYED]);
	});

	it('is signed with the token of Live while it is enabled', async () => {
		const app = await receiver();
		const bench = await open({ callbacks: { token: 'the token of Chat' } });
		await register(bench, app.url, [DESTROYED]);
		const destroy = async (RoomId: string) => {
			await bench.call(live('destroy_room'), { RoomId });
			await bench.simulator.callbacks.settled();
			return app.received.at(-1)?.query;
		};

		const unsigned = await destroy('room1');
		await bench.call(config('set_callback_token'), { Token: 'abc', IsTokenEnable: true });
		const signed = await destroy('town-hall');

		expect(unsigned).not.toHaveProperty('Sign');
		expect(signed?.Sign).toBe(callbackSign('abc', String(bench.now / 1000)));
	});
});
