import { liveTextCommand } from '../harness/commands';
import { testbeds, liveText, type SimulatorTestbed } from '../harness/simulatorTestbed';

const open = testbeds();

const live = (command: string) => `live_engine_http_srv/${command}`;
const mic = (command: string) => `room_engine_http_mic/${command}`;
const inRoom = (more: Record<string, unknown> = {}) => ({ RoomId: 'room1', ...more });

/** What stands under `Response` of a response that has to be good. */
async function responseOf(testbed: SimulatorTestbed, path: string, body: unknown) {
	const { ErrorCode, Response } = await testbed.call(path, body);
	expect(ErrorCode).toBe(0);
	return Response as Record<string, never>;
}

const newRoom = (more: Record<string, unknown> = {}) => ({
	RoomInfo: {
		RoomId: 'new',
		RoomType: 'Live',
		SeatTemplate: 'VideoLandscape4Seat',
		...more,
	},
});

describe('creating a live room', () => {
	const create = live('create_room');

	it('gives it the seats of its template and the caller as owner', async () => {
		const testbed = await open();

		expect(await responseOf(testbed, create, newRoom())).toEqual({ RoomId: 'new' });

		const { RoomInfo } = await responseOf(testbed, live('get_room_info'), { RoomId: 'new' });
		expect(RoomInfo).toMatchObject({
			RoomName: 'new',
			Owner_Account: 'administrator',
			MaxSeatCount: 4,
			CreateTime: testbed.now / 1000,
		});
	});

	it('is refused when the same ID was asked for within a second', async () => {
		const testbed = await open();

		await testbed.call(create, newRoom());

		expect(await testbed.codeOf(create, newRoom())).toBe(100012);
		testbed.advance(1000);
		expect(await testbed.codeOf(create, newRoom())).toBe(100010);
		expect(await testbed.codeOf(create, newRoom({ RoomId: 'another' }))).toBe(0);
	});

	it.each([
		[100002, { RoomId: '' }],
		[100002, { RoomId: 'r'.repeat(49) }],
		[100002, { RoomType: 'Chat' }],
		[100002, { SeatTemplate: undefined }],
		[100002, { SeatTemplate: 'Circle' }],
		[100002, { Owner_Account: 'nobody' }],
		[100002, { RoomName: 'n'.repeat(101) }],
		[100002, { CoverURL: 'c'.repeat(201) }],
		[100002, { Category: ['1'] }],
		[100002, { TakeSeatMode: 1 }],
		[100009, { Category: [1, 2, 3, 4] }],
		[100003, { RoomId: 'room1' }],
		[100011, { RoomId: 'old-group' }],
	])('answers %i to %j', async (code, changes) => {
		const testbed = await open();

		expect(await testbed.codeOf(create, newRoom(changes))).toBe(code);
	});
});

describe('a live room', () => {
	it.each([
		live('destroy_room'),
		live('get_room_info'),
		live('change_room_owner'),
		live('get_room_stats'),
		live('mute_member'),
		live('get_muted_member_list'),
		live('ban_member'),
		live('unban_member'),
		live('get_banned_member_list'),
		live('get_admin_list'),
		live('get_room_metadata'),
		live('set_room_metadata'),
		live('del_room_metadata'),
		live('add_robot'),
		live('get_robot'),
		live('send_text_msg'),
		live('send_custom_msg'),
		mic('get_seat_list'),
		mic('pick_user_on_seat'),
		mic('move_user_to_seat'),
		mic('kick_user_off_seat'),
		mic('lock_seat'),
	])('has to be named, to exist and to be live: %s', async (path) => {
		const testbed = await open();
		const rest = {
			Sender_Account: 'user1',
			TextContent: 'x',
			BusinessId: 'x',
			Data: 'x',
		};

		expect(await testbed.codeOf(path, rest)).toBe(100002);
		expect(await testbed.codeOf(path, { ...rest, RoomId: 'gone' })).toBe(100004);
		expect(await testbed.codeOf(path, { ...rest, RoomId: 'old-group' })).toBe(100006);
	});

	it('is listed ten times a second at most, twenty a page, those with most views first', async () => {
		const testbed = await open();
		const list = live('get_room_list');
		const page = async (Next: string) => await responseOf(testbed, list, { Next, Count: 2 });

		const first = await page('0');
		expect(first.RoomList).toMatchObject([{ RoomId: 'room1' }, { RoomId: 'town-hall' }]);
		const { RoomList, Next } = await page(first.Next!);
		expect([RoomList, Next]).toMatchObject([[{ RoomId: 'quiet-room' }], '']);

		for (let count = 2; count < 10; count += 1) await page('');
		expect(await testbed.codeOf(list, { Next: '', Count: 2 })).toBe(60007);
		testbed.advance(1000);
		expect(await testbed.codeOf(list, { Next: '', Count: 21 })).toBe(100002);
		expect(await testbed.codeOf(list, { Count: 20 })).toBe(100002);
	});

	it.each([{ Notice: 'n'.repeat(101) }, { MaxMemberCount: 0 }, { IsPublicVisible: 'yes' }])(
		'is not updated with %j',
		async (changes) => {
			const testbed = await open();

			const body = { RoomInfo: inRoom(changes) };

			expect(await testbed.codeOf(live('update_room_info'), body)).toBe(100002);
		},
	);

	it.each([
		[100504, [{ Key: 'k'.repeat(51), Value: '' }]],
		[100501, [{ Key: 'k', Value: 'v'.repeat(2049) }]],
		[100002, [{ Key: 'k', Value: 5 }]],
		[100500, Array.from({ length: 11 }, (_unused, index) => ({ Key: `${index}`, Value: '' }))],
		[
			100502,
			Array.from({ length: 9 }, (_unused, index) => ({
				Key: `${index}`,
				Value: 'v'.repeat(2000),
			})),
		],
	])('answers %i to metadata beyond a limit, and keeps none of it', async (code, Metadata) => {
		const testbed = await open();

		expect(await testbed.codeOf(live('set_room_metadata'), inRoom({ Metadata }))).toBe(code);
		expect(await responseOf(testbed, live('get_room_metadata'), inRoom({ Keys: [] }))).toEqual({
			Metadata: [],
		});
	});

	it('counts the keys that it has already', async () => {
		const testbed = await open();
		const keys = (from: number, to: number) =>
			Array.from({ length: to - from }, (_unused, index) => ({
				Key: `k${from + index}`,
				Value: '',
			}));
		const set = live('set_room_metadata');

		await responseOf(testbed, set, inRoom({ Metadata: keys(0, 8) }));

		expect(await testbed.codeOf(set, inRoom({ Metadata: keys(8, 11) }))).toBe(100500);
		expect(await testbed.codeOf(set, inRoom({ Metadata: keys(6, 10) }))).toBe(0);
	});
});

describe('the people in a live room', () => {
	it('can write again when their time is over, which a second mute begins anew', async () => {
		const testbed = await open();
		const bob = liveText({ Sender_Account: 'bob' });
		const mute = inRoom({ MemberList_Account: ['bob'], MuteTime: 10 });

		await testbed.call(live('mute_member'), mute);
		testbed.advance(9_000);
		await testbed.call(live('mute_member'), mute);
		testbed.advance(9_000);
		expect(await testbed.codeOf(liveTextCommand, bob)).toBe(100601);
		testbed.advance(1_000);

		expect(await testbed.codeOf(liveTextCommand, bob)).toBe(0);
		expect(await responseOf(testbed, live('get_muted_member_list'), inRoom())).toEqual({
			MutedAccountList: [],
		});
	});

	it('are no longer banned when their time is over', async () => {
		const testbed = await open();
		const list = live('get_banned_member_list');
		await testbed.call(live('ban_member'), inRoom({ MemberList_Account: ['bob'], Duration: 10 }));
		expect(await responseOf(testbed, list, inRoom())).toEqual({
			BannedAccountList: [
				{ Member_Account: 'bob', BannedUntil: testbed.now / 1000 + 10, Reason: '' },
			],
			NextOffset: 0,
		});

		testbed.advance(10_000);

		expect(await responseOf(testbed, list, inRoom())).toMatchObject({ BannedAccountList: [] });
	});

	it.each([
		['ban_member', { MemberList_Account: [], Duration: 1 }],
		['ban_member', { MemberList_Account: Array(21).fill('bob'), Duration: 1 }],
		['ban_member', { MemberList_Account: ['bob'] }],
		['unban_member', { MemberList_Account: 'bob' }],
		['mute_member', { MemberList_Account: ['bob'] }],
		['mute_member', { MemberList_Account: [5], MuteTime: 1 }],
		['get_banned_member_list', { Limit: 101 }],
		['add_robot', { RobotList_Account: ['nobody'] }],
		['add_robot', { RobotList_Account: ['alice', 'bob', 'carol', 'dave'] }],
		['change_room_owner', { NewOwner_Account: 'nobody' }],
		['send_custom_msg', { Sender_Account: 'user1', BusinessId: 'x', Data: {} }],
	])('%s is refused with 100002 for %j', async (command, body) => {
		const testbed = await open();

		expect(await testbed.codeOf(live(command), inRoom(body))).toBe(100002);
	});

	it('data reaches their clients as a custom element', async () => {
		const testbed = await open();
		const body = inRoom({ Sender_Account: 'user1', BusinessId: 'sale', Data: '{"a":1}' });

		await testbed.call(live('send_custom_msg'), body);

		expect(testbed.simulator.conversations()[0]?.entries[0]?.elements).toEqual([
			{
				MsgType: 'TIMCustomElem',
				MsgContent: { Data: '{"BusinessId":"sale","Data":"{\\"a\\":1}"}' },
			},
		]);
	});
});

describe('the seats of a live room', () => {
	it('run out', async () => {
		const testbed = await open();
		const room = testbed.simulator.world().rooms.get('room1')!;
		room.seats.splice(1);
		const pick = (Member_Account: string) => inRoom({ Member_Account, Index: 0 });

		expect(await testbed.codeOf(mic('pick_user_on_seat'), pick('alice'))).toBe(0);
		expect(await testbed.codeOf(mic('pick_user_on_seat'), pick('bob'))).toBe(100205);
	});

	it('are not moved to without one, nor when locked, and moving on the spot is fine', async () => {
		const testbed = await open();
		const path = mic('move_user_to_seat');
		const move = (SeatIndex: number, Policy: unknown = 1) =>
			inRoom({ Member_Account: 'alice', SeatIndex, Policy });

		expect(await testbed.codeOf(path, move(1))).toBe(100206);
		await testbed.call(mic('pick_user_on_seat'), inRoom({ Member_Account: 'alice', Index: 0 }));
		await testbed.call(mic('lock_seat'), inRoom({ Index: 1, ForbidTaken: true }));

		expect(await testbed.codeOf(path, move(1))).toBe(100200);
		expect(await testbed.codeOf(path, move(0))).toBe(0);
		expect(await testbed.codeOf(path, move(2, 3))).toBe(100002);
		expect(await testbed.codeOf(path, move(2))).toBe(0);
	});

	it.each(['ForbidTaken', 'ForbidAudio', 'ForbidVideo'])(
		'are empty once they are locked, whatever is locked: %s',
		async (flag) => {
			const testbed = await open();
			const [seat] = testbed.simulator.world().rooms.get('room1')!.seats;
			await testbed.call(mic('pick_user_on_seat'), inRoom({ Member_Account: 'alice', Index: 0 }));
			expect(seat?.member).toBe('alice');

			await testbed.call(mic('lock_seat'), inRoom({ Index: 0, [flag]: true }));

			expect(seat?.member).toBeUndefined();
		},
	);

	it('are locked with flags only', async () => {
		const testbed = await open();

		expect(await testbed.codeOf(mic('lock_seat'), inRoom({ Index: 0, ForbidAudio: 1 }))).toBe(
			100002,
		);
	});
});
