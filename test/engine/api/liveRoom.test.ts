import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { buildRoom } from '../../../simulator';
import { testbeds, failureIn, pairs, type Testbed } from '../../harness/engineTestbed';

const open = testbeds();

/** Parameters of an operation on the room `room1`. */
const on = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'liveRoom',
	operation,
	roomId: 'room1',
	...more,
});

const nothing: IDataObject[] = [{}];

const bodiesOf = (testbed: Testbed, command: string) =>
	testbed.calls(`live_engine_http_srv/${command}`).map(({ body }) => body);

/** Runs one operation that has to succeed; gives its output. */
async function done(testbed: Testbed, parameters: INodeParameters, items = nothing) {
	const { output, error } = await testbed.run(parameters, items);
	expect(error).toBeUndefined();
	return output.map(({ json }) => json);
}

/** Runs one operation that has to fail; gives what its item says. */
async function refused(testbed: Testbed, parameters: INodeParameters) {
	const { errorOutput } = await testbed.run(parameters, nothing, {
		onError: 'continueErrorOutput',
	});
	expect(errorOutput).toHaveLength(1);
	return failureIn(errorOutput[0]!);
}

/** The simulator's room, as it is now. */
const roomIn = (testbed: Testbed, roomId = 'room1') => testbed.simulator.world().rooms.get(roomId);

describe('the life of a live room', () => {
	const create = (more: INodeParameters = {}) => on('create', { newRoomId: 'sale', ...more });

	it('begins with an ID and a seat template, and the room can be read', async () => {
		const testbed = await open();

		expect(await done(testbed, create())).toEqual([
			{ RoomId: 'sale', RequestId: expect.any(String) },
		]);
		expect(bodiesOf(testbed, 'create_room')).toEqual([
			{ RoomInfo: { RoomId: 'sale', RoomType: 'Live', SeatTemplate: 'VideoDynamicGrid9Seats' } },
		]);
		expect(await done(testbed, on('get', { roomId: 'sale' }))).toMatchObject([
			{ RoomId: 'sale', RoomName: 'sale', Owner_Account: 'administrator', MaxSeatCount: 9 },
		]);
	});

	it('takes every setting to the room', async () => {
		const testbed = await open();
		const options = {
			activityStatus: 2,
			category: '1, 5',
			coverUrl: 'https://example.com/c.png',
			isMessageDisabled: true,
			isPublicVisible: false,
			maxSeatCount: 4,
			ownerAccount: 'alice',
			takeSeatMode: 'ApplyToTake',
		};

		await done(testbed, create({ roomName: 'Night talk', seatTemplate: 'AudioSalon', options }));

		expect(await done(testbed, on('get', { roomId: 'sale' }))).toMatchObject([
			{
				RoomName: 'Night talk',
				SeatTemplate: 'AudioSalon',
				MaxSeatCount: 4,
				Owner_Account: 'alice',
				ActivityStatus: 2,
				Category: [1, 5],
				CoverURL: 'https://example.com/c.png',
				IsMessageDisabled: true,
				IsPublicVisible: false,
				TakeSeatMode: 'ApplyToTake',
			},
		]);
		expect(testbed.calls().flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
	});

	it('leaves a number of seats out that the template does not take', async () => {
		const testbed = await open();

		await done(testbed, create({ options: { maxSeatCount: 4 } }));

		expect(roomIn(testbed, 'sale')?.seats).toHaveLength(9);
		expect(roomIn(testbed, 'sale')?.settings).not.toHaveProperty('MaxSeatCount');
	});

	it.each([
		["'Room ID' is too long: 49 bytes of the 48", { newRoomId: 'r'.repeat(49) }],
		["'Room Name' is too long: 102 bytes of the 100", { roomName: '直'.repeat(34) }],
		["'Cover URL' is too long: 201 bytes", { options: { coverUrl: 'c'.repeat(201) } }],
		["'Categories' holds 4 entries, more than the 3", { options: { category: '1,2,3,4' } }],
		["'Categories' is not a whole number", { options: { category: 'sports' } }],
		["'Max Seat Count' is -1", { seatTemplate: 'Karaoke', options: { maxSeatCount: -1 } }],
	])('is not tried when %s', async (problem, more) => {
		const testbed = await open();

		expect((await refused(testbed, create(more))).message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});

	it.each([
		['room1', 100003, 'Another owner'],
		['town-hall', 100010, 'already have a room'],
		['old-group', 100011, 'A chat group'],
	])('the ID %s is taken: %i', async (newRoomId, ErrorCode, words) => {
		const testbed = await open();
		const options = { ownerAccount: 'alice' };

		const failure = await refused(testbed, on('create', { newRoomId, options }));

		expect(failure).toMatchObject({ ErrorCode, mayHaveBeenSent: false });
		expect(failure.message).toContain(words);
	});

	const modern = { isUnlimitedRoomEnabled: true, keepOwnerOnSeat: false, maxMemberCount: 300 };
	const onTheWire = { IsUnlimitedRoomEnabled: true, KeepOwnerOnSeat: false, MaxMemberCount: 300 };

	it('has the settings that mixing and streaming from OBS need', async () => {
		const testbed = await open();

		await done(testbed, create({ options: modern }));
		await done(testbed, on('update', { updateFields: modern }));

		for (const command of ['create_room', 'update_room_info']) {
			expect(bodiesOf(testbed, command)).toEqual([
				{ RoomInfo: expect.objectContaining(onTheWire) },
			]);
		}
		expect(testbed.simulator.world().rooms.get('sale')?.settings).toMatchObject(onTheWire);
		expect(roomIn(testbed)?.settings).toMatchObject(onTheWire);
	});

	it('changes only what is given', async () => {
		const testbed = await open();
		const updateFields = { roomName: 'Summer sale', notice: 'Now!', maxMemberCount: 500 };

		expect(await done(testbed, on('update', { updateFields }))).toEqual([
			{ RoomId: 'room1', RequestId: expect.any(String) },
		]);

		expect(bodiesOf(testbed, 'update_room_info')).toEqual([
			{
				RoomInfo: {
					RoomId: 'room1',
					RoomName: 'Summer sale',
					Notice: 'Now!',
					MaxMemberCount: 500,
				},
			},
		]);
		expect(await done(testbed, on('get'))).toMatchObject([
			{ RoomName: 'Summer sale', CoverURL: 'https://example.com/cover.png' },
		]);
	});

	it('is not updated with nothing, unless the fields come as extra ones', async () => {
		const testbed = await open();
		const extraBody = { RoomInfo: { IsUnlimitedRoomEnabled: false } };

		expect((await refused(testbed, on('update'))).message).toContain("'Update Fields' is empty");
		await done(testbed, on('update', { options: { extraBody: JSON.stringify(extraBody) } }));

		expect(roomIn(testbed)?.settings.IsUnlimitedRoomEnabled).toBe(false);
	});

	it('goes to another host', async () => {
		const testbed = await open();

		const output = await done(testbed, on('changeOwner', { newOwnerAccount: 'carol' }));

		expect(output).toMatchObject([{ RoomId: 'room1', NewOwner_Account: 'carol' }]);
		expect(roomIn(testbed)?.owner).toBe('carol');
	});

	it('ends: the room is gone, and to end it again says so', async () => {
		const testbed = await open();

		expect(await done(testbed, on('delete'))).toMatchObject([{ RoomId: 'room1' }]);

		expect(roomIn(testbed)).toBeUndefined();
		expect(await refused(testbed, on('delete'))).toMatchObject({
			ErrorCode: 100004,
			RequestId: expect.any(String),
		});
	});

	it('several steps of one room stay in order, whatever is in the way', async () => {
		const testbed = await open();
		testbed.failNext('live_engine_http_srv/update_room_info', { kind: 'errorCode', code: 100001 });
		const updateFields = { roomName: '={{ $json.name }}' };

		await done(testbed, on('update', { updateFields }), [{ name: 'first' }, { name: 'second' }]);

		expect(roomIn(testbed)?.settings.RoomName).toBe('second');
		expect(bodiesOf(testbed, 'update_room_info')).toHaveLength(3);
	});
});

describe('the list of live rooms', () => {
	const withRooms = async (count: number) => {
		const testbed = await open();
		const { rooms } = testbed.simulator.world();
		rooms.clear();
		for (let index = 0; index < count; index += 1) {
			rooms.set(`r${index}`, buildRoom({ roomId: `r${index}`, live: true, viewCount: -index }));
		}
		return testbed;
	};
	const list = (more: INodeParameters): INodeParameters => ({
		resource: 'liveRoom',
		operation: 'getMany',
		...more,
	});
	const ids = (output: IDataObject[]) => output.map(({ RoomId }) => RoomId);
	const all = (count: number) => Array.from({ length: count }, (_unused, index) => `r${index}`);

	it.each([
		['ascend', ['r2', 'r1', 'r0']],
		['descend', ['r0', 'r1', 'r2']],
	])('comes in the order that is chosen: %s', async (sortDirection, order) => {
		const testbed = await withRooms(3);

		const output = await done(testbed, list({ returnAll: true, options: { sortDirection } }));

		expect(ids(output)).toEqual(order);
		expect(bodiesOf(testbed, 'get_room_list')).toEqual([
			{ Next: '', SortDirection: sortDirection, Count: 20 },
		]);
		expect(testbed.simulator.requests.flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
	});

	it('is read to its end, twenty rooms a page, each room an item of its own', async () => {
		const testbed = await withRooms(45);

		const output = await done(testbed, list({ returnAll: true }));

		expect(ids(output)).toEqual(all(45));
		expect(bodiesOf(testbed, 'get_room_list')).toEqual([
			{ Next: '', Count: 20 },
			{ Next: '20', Count: 20 },
			{ Next: '40', Count: 20 },
		]);
		expect(output[0]).toMatchObject({ RoomName: 'r0', Owner_Account: 'administrator' });
	});

	it('is read no further than the limit', async () => {
		const testbed = await withRooms(45);

		expect(ids(await done(testbed, list({ limit: 22 })))).toEqual(all(22));
		expect(bodiesOf(testbed, 'get_room_list')).toHaveLength(2);
		expect(ids(await done(testbed, list({ limit: 3 })))).toEqual(all(3));
		expect(bodiesOf(testbed, 'get_room_list').at(-1)).toEqual({ Next: '', Count: 3 });
	});

	it('is empty without rooms, and shows no hidden ones', async () => {
		const testbed = await withRooms(0);
		const hidden = { IsPublicVisible: false };
		testbed.simulator
			.world()
			.rooms.set('x', buildRoom({ roomId: 'x', live: true, settings: hidden }));

		expect(await done(testbed, list({ returnAll: true }))).toEqual([]);
	});
});

describe('messages to a live room', () => {
	const custom = (more: INodeParameters = {}) =>
		on('sendCustom', {
			senderAccount: 'user1',
			businessId: 'flash_sale',
			data: '={{ $json.data }}',
			...more,
		});

	it('custom data reaches the clients under its business ID', async () => {
		const testbed = await open();

		const output = await done(testbed, custom(), [{ data: 'go' }, { data: { price: 9.9 } }]);

		expect(bodiesOf(testbed, 'send_custom_msg')).toEqual([
			{ RoomId: 'room1', Sender_Account: 'user1', BusinessId: 'flash_sale', Data: 'go' },
			{
				RoomId: 'room1',
				Sender_Account: 'user1',
				BusinessId: 'flash_sale',
				Data: '{"price":9.9}',
			},
		]);
		expect(output[1]).toEqual({
			RoomId: 'room1',
			Sender_Account: 'user1',
			RequestId: expect.any(String),
			MsgTime: expect.any(Number),
			MsgSeq: 2,
		});
		expect(testbed.shown('room1')).toEqual(['[flash_sale] go', '[flash_sale] {"price":9.9}']);
	});

	it('data that the room dropped is not reported as sent', async () => {
		const testbed = await open({ liveRoomPerSecond: 1 });
		await done(testbed, custom(), [{ data: 'first' }]);

		const { errorOutput, output } = await testbed.run(
			custom({ options: { maxRetries: 0 } }),
			Array.from({ length: 5 }, () => ({ data: 'more' })),
			{ onError: 'continueErrorOutput' },
		);

		expect(errorOutput.length).toBeGreaterThan(0);
		expect(failureIn(errorOutput[0]!).message).toContain('MsgFreqCtrl');
		expect(testbed.shown('room1')).toHaveLength(1 + output.length);
	});

	it('are made once only, since the room cannot tell a copy', async () => {
		const testbed = await open();
		testbed.failNext('live_engine_http_srv/send_custom_msg', { kind: 'loseResponse' });

		const { error } = await testbed.run(custom(), [{ data: 'x' }]);

		expect(error).toBeDefined();
		expect(testbed.shown('room1')).toEqual(['[flash_sale] x']);
	});

	it.each(['sendText', 'sendCustom'])('%s keeps to 40 a second in one room', async (operation) => {
		const testbed = await open();
		const items = Array.from({ length: 50 }, (_unused, index) => ({ data: `${index}` }));
		const parameters = operation === 'sendText' ? { text: '={{ $json.data }}' } : {};
		const options = { maxRetries: 0, requestsPerSecond: 200 };

		await done(testbed, { ...custom({ ...parameters, options }), operation }, items);

		const times = testbed.calls().map(({ at }) => at);
		// 25 ms apart; the first one may have taken a little longer to arrive.
		expect(times.at(-1)! - times[0]!).toBeGreaterThan(1000);
	});

	it('are sent once more after their sender was imported, where that is wanted', async () => {
		const testbed = await open();
		testbed.failNext('live_engine_http_srv/send_custom_msg', { kind: 'errorCode', code: 70107 });
		const parameters = custom({ options: { importMissingAccount: true } });

		await done(testbed, { ...parameters, senderAccount: 'newcomer' }, [{ data: 'x' }]);

		expect(testbed.calls('im_open_login_svc/account_import').map(({ body }) => body)).toEqual([
			{ UserID: 'newcomer' },
		]);
		expect(testbed.shown('room1')).toEqual(['[flash_sale] x']);
	});

	it('are counted in the statistics of the room', async () => {
		const testbed = await open();
		await done(testbed, custom(), [{ data: 'a' }, { data: 'b' }]);

		expect(await done(testbed, on('getStatistics'))).toEqual([
			{
				RoomId: 'room1',
				TotalViewers: 120,
				TotalGiftsSent: 0,
				TotalGiftCoins: 0,
				TotalUniqueGiftSenders: 0,
				TotalLikesReceived: 0,
				TotalMsgCount: 2,
			},
		]);
	});
});

describe('without Simplify', () => {
	it('a response comes as it was given', async () => {
		const testbed = await open();

		const [response] = await done(testbed, on('get', { options: { simplify: false } }));

		expect(response).toMatchObject({
			ActionStatus: 'OK',
			ErrorCode: 0,
			RequestId: expect.any(String),
			Response: { RoomInfo: { RoomId: 'room1' } },
		});
	});
});

describe('the audience of a live room', () => {
	const now = () => Math.floor(Date.now() / 1000);

	it('is muted for a time, is listed, cannot write, and can again afterwards', async () => {
		const testbed = await open();
		const say = on('sendText', { senderAccount: 'bob', text: 'hi' });
		const before = now();

		await done(testbed, on('mute', { userIds: 'bob, alice ,bob', muteTime: 600 }));

		expect(bodiesOf(testbed, 'mute_member')).toEqual([
			{ RoomId: 'room1', MemberList_Account: ['bob', 'alice'], MuteTime: 600 },
		]);
		const muted = await done(testbed, on('getMuted', { returnAll: true }));
		expect(muted.map(({ Member_Account }) => Member_Account)).toEqual(['bob', 'alice']);
		expect(muted[0]?.MutedUntil).toBeGreaterThanOrEqual(before + 600);
		expect(await refused(testbed, say)).toMatchObject({ ErrorCode: 100601 });

		await done(testbed, on('unmute', { userIds: ['bob'] as unknown as string }));

		expect(bodiesOf(testbed, 'mute_member').at(-1)).toEqual({
			RoomId: 'room1',
			MemberList_Account: ['bob'],
			MuteTime: 0,
		});
		await done(testbed, say);
		expect(await done(testbed, on('getMuted', { limit: 1 }))).toMatchObject([
			{ Member_Account: 'alice' },
		]);
	});

	it.each([
		['none', [0]],
		['offset', [0, 100, 200]],
		['next', [undefined, '100', '200']],
	] as const)('who cannot write is listed to the end, paging or not: %s', async (paging, pages) => {
		const testbed = await open();
		testbed.simulator.behaviour.mutedListPaging = paging;
		const { muted } = roomIn(testbed)!;
		muted.clear();
		for (let index = 0; index < 250; index += 1) muted.set(`m${index}`, 0xffff_ffff);

		const output = await done(testbed, on('getMuted', { returnAll: true }));

		expect(output.map(({ Member_Account }) => Member_Account)).toEqual([...muted.keys()]);
		const field = paging === 'next' ? 'Next' : 'Offset';
		expect(
			bodiesOf(testbed, 'get_muted_member_list').map((body) => (body as IDataObject)[field]),
		).toEqual(pages);
	});

	it('a mute of no time is refused: it would unmute', async () => {
		const testbed = await open();

		const { message } = await refused(testbed, on('mute', { userIds: 'bob', muteTime: 0 }));

		expect(message).toContain("'Mute Time (Seconds)' is 0");
		expect(testbed.calls()).toEqual([]);
	});

	it('is banned with a reason, loses the seat, and is let in again', async () => {
		const testbed = await open();
		const room = roomIn(testbed)!;
		room.seats[0]!.member = 'bob';
		const userIds = '["bob", "carol"]';

		await done(testbed, on('ban', { userIds, duration: 60, options: { reason: 'Spam' } }));

		expect([...room.members]).not.toContain('bob');
		expect(room.seats[0]?.member).toBeUndefined();
		expect(await done(testbed, on('getBanned', { returnAll: true }))).toEqual([
			{ Member_Account: 'bob', BannedUntil: expect.any(Number), Reason: 'Spam' },
			{ Member_Account: 'carol', BannedUntil: expect.any(Number), Reason: 'Spam' },
		]);

		await done(testbed, on('unban', { userIds }));

		expect(await done(testbed, on('getBanned', { returnAll: true }))).toEqual([]);
	});

	it.each(['ban', 'unban'])('%s takes at most twenty at once', async (operation) => {
		const testbed = await open();
		const userIds = Array.from({ length: 21 }, (_unused, index) => `u${index}`).join(',');

		const { message } = await refused(testbed, on(operation, { userIds, duration: 60 }));

		expect(message).toContain("'User IDs' holds 21 entries, more than the 20");
	});

	it('banned people are listed to the end, a hundred a page', async () => {
		const testbed = await open();
		const { banned } = roomIn(testbed)!;
		const until = now() + 1000;
		for (let index = 0; index < 230; index += 1) banned.set(`b${index}`, { until, reason: '' });

		const output = await done(testbed, on('getBanned', { returnAll: true }));

		expect(output.map(({ Member_Account }) => Member_Account)).toEqual([...banned.keys()]);
		expect(bodiesOf(testbed, 'get_banned_member_list')).toEqual([
			{ RoomId: 'room1', Offset: 0, Limit: 100 },
			{ RoomId: 'room1', Offset: 100, Limit: 100 },
			{ RoomId: 'room1', Offset: 200, Limit: 100 },
		]);
	});

	it('has admins', async () => {
		const testbed = await open();

		expect(await done(testbed, on('getAdmins'))).toEqual([{ Member_Account: 'erin' }]);
	});

	it('gets robots, three at the most', async () => {
		const testbed = await open();

		await done(testbed, on('addRobots', { userIds: 'u1,u2' }));

		const robots = [{ Member_Account: 'u1' }, { Member_Account: 'u2' }];
		expect(await done(testbed, on('getRobots'))).toEqual(robots);
		expect((await refused(testbed, on('addRobots', { userIds: 'a,b,c,d' }))).message).toContain(
			"'User IDs' holds 4 entries, more than the 3",
		);
		expect(await refused(testbed, on('addRobots', { userIds: 'u3,u4' }))).toMatchObject({
			ErrorCode: 100002,
		});
	});

	it('one room that is gone does not keep the others from being muted', async () => {
		const testbed = await open();
		const parameters = on('mute', { roomId: '={{ $json.room }}', userIds: 'bob', muteTime: 60 });

		const { output, errorOutput } = await testbed.run(
			parameters,
			[{ room: 'room1' }, { room: 'gone' }, { room: 'town-hall' }],
			{ onError: 'continueErrorOutput' },
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 100004 });
	});
});

describe('metadata of a live room', () => {
	const set = (...entry: IDataObject[]) =>
		on('setMetadata', { metadata: { entry } as unknown as INodeParameters });

	it('is set, added to, read as one object, and deleted', async () => {
		const testbed = await open();
		await done(testbed, set({ key: 'topic', value: 'Sale' }, { key: 'sponsor', value: 'ACME' }));
		await done(testbed, set({ key: 'topic', value: 'Big sale' }));

		expect(await done(testbed, on('getMetadata'))).toEqual([
			{ RoomId: 'room1', Metadata: { topic: 'Big sale', sponsor: 'ACME' } },
		]);
		expect(await done(testbed, on('getMetadata', { options: { keys: 'sponsor' } }))).toEqual([
			{ RoomId: 'room1', Metadata: { sponsor: 'ACME' } },
		]);

		await done(testbed, on('deleteMetadata', { keys: 'topic,sponsor' }));

		expect(await done(testbed, on('getMetadata'))).toEqual([{ RoomId: 'room1', Metadata: {} }]);
		expect(await refused(testbed, on('deleteMetadata', { keys: 'topic' }))).toMatchObject({
			ErrorCode: 100503,
		});
		expect(
			bodiesOf(testbed, 'get_room_metadata').map((body) => (body as IDataObject).Keys),
		).toEqual([[], ['sponsor'], []]);
	});

	it('takes an object as its JSON text', async () => {
		const testbed = await open();

		await done(testbed, set({ key: 'poll', value: '={{ { yes: 3 } }}' }));

		expect(roomIn(testbed)?.metadata.get('poll')).toBe('{"yes":3}');
	});

	const many = (count: number, value: string) =>
		Array.from({ length: count }, (_unused, index) => ({ key: `k${index}`, value }));

	it.each([
		["'Metadata' is empty", []],
		["'Key' is empty", [{ key: '', value: 'x' }]],
		["'Key' is too long: 51 bytes of the 50", [{ key: 'k'.repeat(51), value: 'x' }]],
		["'Value' is too long: 2049 bytes of the 2048", [{ key: 'k', value: 'x'.repeat(2049) }]],
		["'Metadata' holds 11 entries, more than the 10", many(11, 'x')],
		["'Metadata' is too long: 18020 bytes of the 16384", many(10, 'x'.repeat(1800))],
	])('is not sent when %s', async (problem, entries) => {
		const testbed = await open();

		expect((await refused(testbed, set(...entries))).message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});
});

describe('the admins of a live room', () => {
	it('are appointed and dismissed', async () => {
		const testbed = await open();

		expect(await done(testbed, on('addAdmins', { userIds: 'alice, bob' }))).toEqual([
			{ RoomId: 'room1', Admin_Account: ['alice', 'bob'], RequestId: expect.any(String) },
		]);
		expect(roomIn(testbed)?.admins).toEqual(['erin', 'alice', 'bob']);

		await done(testbed, on('removeAdmins', { userIds: 'erin, bob' }));

		expect(roomIn(testbed)?.admins).toEqual(['alice']);
		expect(bodiesOf(testbed, 'modify_admin')).toEqual([
			{ RoomId: 'room1', Admin_Account: ['alice', 'bob'], OpType: 'add' },
			{ RoomId: 'room1', Admin_Account: ['erin', 'bob'], OpType: 'delete' },
		]);
	});

	it('are appointed for certain, although a response is lost', async () => {
		const testbed = await open();
		testbed.failNext('live_engine_http_srv/modify_admin', { kind: 'loseResponse' });

		await done(testbed, on('addAdmins', { userIds: 'alice' }));

		expect(roomIn(testbed)?.admins).toEqual(['erin', 'alice']);
		expect(bodiesOf(testbed, 'modify_admin')).toHaveLength(2);
	});

	it('are five in a call, and the room says when it has too many', async () => {
		const testbed = await open();

		expect(
			(await refused(testbed, on('addAdmins', { userIds: 'a, b, c, d, e, f' }))).message,
		).toContain("'User IDs' holds 6 entries, more than the 5");
		expect(testbed.calls()).toEqual([]);
		expect(await refused(testbed, on('addAdmins', { userIds: 'a, b, c, d, e' }))).toMatchObject({
			ErrorCode: 100020,
		});
	});
});

describe('robots of a live room', () => {
	it('are taken out of it again', async () => {
		const testbed = await open();
		await done(testbed, on('addRobots', { userIds: 'alice, bob' }));

		expect(await done(testbed, on('removeRobots', { userIds: 'bob' }))).toEqual([
			{ RoomId: 'room1', RobotList_Account: ['bob'], RequestId: expect.any(String) },
		]);

		expect(await done(testbed, on('getRobots'))).toEqual([{ Member_Account: 'alice' }]);
	});
});

describe('the mixed picture of a live room', () => {
	it('gets its automatic layout back', async () => {
		const testbed = await open();

		expect(await done(testbed, on('restoreLayout'))).toEqual([
			{ RoomId: 'room1', RequestId: expect.any(String) },
		]);
		expect(bodiesOf(testbed, 'resume_mcu_task')).toEqual([{ RoomId: 'room1' }]);
	});

	it('is waited for where nothing is mixed yet, and explained where nothing can be', async () => {
		const testbed = await open();
		testbed.failNext('live_engine_http_srv/resume_mcu_task', { kind: 'errorCode', code: 100424 });

		await done(testbed, on('restoreLayout'));

		expect(bodiesOf(testbed, 'resume_mcu_task')).toHaveLength(2);
		roomIn(testbed)!.settings.IsUnlimitedRoomEnabled = false;
		expect(await refused(testbed, on('restoreLayout'))).toMatchObject({ ErrorCode: 100006 });
	});
});
