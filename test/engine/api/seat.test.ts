import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, type Testbed } from '../../harness/engineTestbed';

const open = testbeds();

const on = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'seat',
	operation,
	roomId: 'room1',
	...more,
});

const nothing: IDataObject[] = [{}];

const bodiesOf = (testbed: Testbed, command: string) =>
	testbed.calls(`room_engine_http_mic/${command}`).map(({ body }) => body);

async function done(testbed: Testbed, parameters: INodeParameters) {
	const { output, error } = await testbed.run(parameters, nothing);
	expect(error).toBeUndefined();
	return output.map(({ json }) => json);
}

async function codeOf(testbed: Testbed, parameters: INodeParameters) {
	const { errorOutput } = await testbed.run(parameters, nothing, {
		onError: 'continueErrorOutput',
	});
	return failureIn(errorOutput[0]!).ErrorCode;
}

/** Who sits where, as the list of seats says. */
async function seated(testbed: Testbed) {
	const seats = await done(testbed, on('getMany', { returnAll: true }));
	return Object.fromEntries(
		seats
			.filter(({ Member_Account }) => Member_Account !== '')
			.map(({ Index, Member_Account }) => [Index, Member_Account]),
	);
}

const pick = (userId: string, seatIndex: number) => on('pickUser', { userId, seatIndex });

describe('the seats of a live room', () => {
	it('are listed one by one', async () => {
		const testbed = await open();

		const seats = await done(testbed, on('getMany', { returnAll: true }));

		expect(seats).toHaveLength(9);
		expect(seats[8]).toEqual({
			Index: 8,
			Member_Account: '',
			IsTakenDisabled: false,
			IsVideoDisabled: false,
			IsAudioDisabled: false,
		});
		expect(await done(testbed, on('getMany', { limit: 2 }))).toHaveLength(2);
	});

	it('are given to somebody from the audience', async () => {
		const testbed = await open();

		expect(await done(testbed, pick('alice', 3))).toEqual([
			{ RoomId: 'room1', Index: 3, Member_Account: 'alice', RequestId: expect.any(String) },
		]);

		expect(await seated(testbed)).toEqual({ 3: 'alice' });
	});

	it('are not given to those who have one, or are not there, nor when taken or unknown', async () => {
		const testbed = await open();
		await done(testbed, pick('alice', 3));

		expect(await codeOf(testbed, pick('alice', 4))).toBe(100210);
		expect(await codeOf(testbed, pick('grace', 4))).toBe(100005);
		expect(await codeOf(testbed, pick('bob', 3))).toBe(100201);
		expect(await codeOf(testbed, pick('bob', 9))).toBe(100002);
		expect(await seated(testbed)).toEqual({ 3: 'alice' });
	});

	const move = (policy?: number) =>
		on('moveUser', { userId: 'alice', seatIndex: 1, ...(policy !== undefined && { policy }) });

	it.each([
		['left as it is unless told otherwise', undefined, 100201, { 0: 'alice', 1: 'bob' }],
		['left as it is', 0, 100201, { 0: 'alice', 1: 'bob' }],
		['taken from whoever sits there', 1, undefined, { 1: 'alice' }],
		['swapped', 2, undefined, { 0: 'bob', 1: 'alice' }],
	])('a taken seat is %s', async (_case, policy, code, after) => {
		const testbed = await open();
		await done(testbed, pick('alice', 0));
		await done(testbed, pick('bob', 1));

		if (code === undefined) await done(testbed, move(policy));
		else expect(await codeOf(testbed, move(policy))).toBe(code);

		expect(await seated(testbed)).toEqual(after);
		expect(bodiesOf(testbed, 'move_user_to_seat')).toEqual([
			{ RoomId: 'room1', SeatIndex: 1, Member_Account: 'alice', Policy: policy ?? 0 },
		]);
	});

	it('are taken back, with a word to the clients', async () => {
		const testbed = await open();
		await done(testbed, pick('alice', 0));
		const kick = on('kickUser', { userId: 'alice', data: 'Time is up' });

		expect(await done(testbed, kick)).toMatchObject([{ Member_Account: 'alice' }]);

		expect(bodiesOf(testbed, 'kick_user_off_seat')).toEqual([
			{ RoomId: 'room1', Member_Account: 'alice', Data: 'Time is up' },
		]);
		expect(await seated(testbed)).toEqual({});
		expect(await codeOf(testbed, kick)).toBe(100206);
	});

	it('are taken back without a word, which is an empty one', async () => {
		const testbed = await open();
		await done(testbed, pick('alice', 0));

		await done(testbed, on('kickUser', { userId: 'alice' }));

		expect(bodiesOf(testbed, 'kick_user_off_seat')).toEqual([
			{ RoomId: 'room1', Member_Account: 'alice', Data: '' },
		]);
		expect(await seated(testbed)).toEqual({});
	});

	it('are locked, which frees them, and opened again', async () => {
		const testbed = await open();
		await done(testbed, pick('alice', 0));

		await done(testbed, on('lock', { seatIndex: 0, options: { forbidVideo: true } }));

		expect(bodiesOf(testbed, 'lock_seat')).toEqual([
			{ RoomId: 'room1', Index: 0, ForbidTaken: true, ForbidVideo: true },
		]);
		expect(await done(testbed, on('getMany', { limit: 1 }))).toEqual([
			{
				Index: 0,
				Member_Account: '',
				IsTakenDisabled: true,
				IsVideoDisabled: true,
				IsAudioDisabled: false,
			},
		]);
		expect(await codeOf(testbed, pick('alice', 0))).toBe(100200);

		await done(testbed, on('lock', { seatIndex: 0, forbidTaken: false }));

		await done(testbed, pick('alice', 0));
		expect(await seated(testbed)).toEqual({ 0: 'alice' });
	});

	it('a seat before the first is refused by name', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(pick('alice', -1), nothing, {
			onError: 'continueErrorOutput',
		});

		expect(failureIn(errorOutput[0]!).message).toContain("'Seat Index' is -1");
	});
});
