import { testbeds, type SimulatorTestbed } from '../../harness/simulatorTestbed';
import { callbackSign } from '../../../simulator/callbacks/signature';
import { receivers } from './receiver';

const open = testbeds();
const receiver = receivers();

const config = (command: string) => `live_config/${command}`;
const live = (command: string) => `live_engine_http_srv/${command}`;

const created = 'Live.CallbackAfterCreateRoom';
const destroyed = 'Live.CallbackAfterDestroyRoom';
const members = 'Live.CallbackAfterMemberStateChanged';

const register = async (testbed: SimulatorTestbed, Url: string, CallbackCommandList: string[]) =>
	await testbed.call(config('set_callback'), { Url, CallbackCommandList });

describe('the callback configuration of Live', () => {
	it('is set once, then updated, read and deleted', async () => {
		const testbed = await open();
		const first = { Url: 'https://one.example/hook', CallbackCommandList: [created] };
		const second = { Url: 'https://two.example/hook', CallbackCommandList: [created, members] };

		expect(await testbed.codeOf(config('get_callback'), {})).toBe(100301);
		expect(await testbed.codeOf(config('update_callback'), first)).toBe(100301);
		expect(await testbed.call(config('set_callback'), first)).toMatchObject({
			ErrorCode: 0,
			RequestId: expect.any(String),
		});
		expect(await testbed.codeOf(config('set_callback'), second)).toBe(100300);
		expect(await testbed.call(config('get_callback'), {})).toMatchObject({ Response: first });
		expect(await testbed.codeOf(config('update_callback'), second)).toBe(0);
		expect(await testbed.call(config('get_callback'), {})).toMatchObject({ Response: second });
		expect(await testbed.codeOf(config('delete_callback'), {})).toBe(0);
		expect(await testbed.codeOf(config('get_callback'), {})).toBe(100301);
	});

	it.each([
		{ CallbackCommandList: [created] },
		{ Url: 'one.example', CallbackCommandList: [created] },
		{ Url: 'https://one.example' },
		{ Url: 'https://one.example', CallbackCommandList: created },
	])('refuses %j', async (body) => {
		const testbed = await open();

		expect(await testbed.codeOf(config('set_callback'), body)).toBe(100002);
		expect(await testbed.codeOf(config('get_callback'), {})).toBe(100301);
	});

	it('has a token, of which later calls change what they give', async () => {
		const testbed = await open();
		const set = async (body: unknown) => await testbed.codeOf(config('set_callback_token'), body);

		expect(await testbed.codeOf(config('get_callback_token'), {})).toBe(100302);
		expect(await set({ Token: 'abc' })).toBe(100002);
		expect(await set({ Token: 'a'.repeat(129), IsTokenEnable: true })).toBe(100002);
		expect(await set({ Token: 'abc', IsTokenEnable: true })).toBe(0);
		expect(await set({ IsTokenEnable: false })).toBe(0);
		expect(await testbed.call(config('get_callback_token'), {})).toMatchObject({
			Response: { Token: 'abc', IsTokenEnable: false },
		});
	});
});

describe('what happens to live rooms', () => {
	const RoomInfo = { RoomId: 'new', RoomType: 'Live', SeatTemplate: 'VideoDynamicGrid9Seats' };

	it('is told at the URL of Live', async () => {
		const [app, chat] = [await receiver(), await receiver()];
		const testbed = await open({ callbacks: { url: chat.url, commands: [] } });
		await register(testbed, app.url, [created, destroyed, members]);
		const settled = async () => await testbed.simulator.callbacks.settled();

		await testbed.call(live('create_room'), { RoomInfo });
		await settled();
		await testbed.simulator.customer.write({ from: 'bob', groupId: 'new', text: 'hi' });
		await settled();
		await testbed.call(live('ban_member'), {
			RoomId: 'new',
			MemberList_Account: ['bob', 'erin'],
			Duration: 60,
		});
		await settled();
		await testbed.call(live('destroy_room'), { RoomId: 'new' });
		await settled();

		const bob = [{ Member_Account: 'bob' }];
		expect(app.received.map(({ body }) => body)).toMatchObject([
			{
				CallbackCommand: created,
				Operator_Account: 'administrator',
				RoomInfo: { RoomId: 'new', RoomType: 'Live', Owner_Account: 'administrator' },
			},
			{
				CallbackCommand: members,
				RoomId: 'new',
				EventType: 'Online',
				EventCause: 'Enter',
				MemberList: bob,
				EventTime: testbed.now,
			},
			{
				CallbackCommand: members,
				EventType: 'Offline',
				EventCause: 'Kicked',
				MemberList: bob,
			},
			{
				CallbackCommand: destroyed,
				Operator_Account: 'administrator',
				RoomId: 'new',
				EventType: 'DestroyByUser',
			},
		]);
		expect(chat.received).toEqual([]);
	});

	it('is told only for the commands in the list', async () => {
		const app = await receiver();
		const testbed = await open();
		await register(testbed, app.url, [destroyed]);

		await testbed.call(live('create_room'), { RoomInfo });
		await testbed.call(live('destroy_room'), { RoomId: 'new' });
		await testbed.simulator.callbacks.settled();

		expect(app.commands).toEqual([destroyed]);
	});

	it('is signed with the token of Live while it is enabled', async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { token: 'the token of Chat' } });
		await register(testbed, app.url, [destroyed]);
		const destroy = async (RoomId: string) => {
			await testbed.call(live('destroy_room'), { RoomId });
			await testbed.simulator.callbacks.settled();
			return app.received.at(-1)?.query;
		};

		const unsigned = await destroy('room1');
		await testbed.call(config('set_callback_token'), { Token: 'abc', IsTokenEnable: true });
		const signed = await destroy('town-hall');

		expect(unsigned).not.toHaveProperty('Sign');
		expect(signed?.Sign).toBe(callbackSign('abc', String(testbed.now / 1000)));
	});
});
