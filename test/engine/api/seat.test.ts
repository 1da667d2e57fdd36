import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { benches, failureIn, type Bench } from '../support';

const open = benches();

const on = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'seat',
	operation,
	roomId: 'room1',
	...more,
});

const nothing: IDataObject[] = [{}];

const bodiesOf = (bench: Bench, command: string) =>
	bench.calls(`room_engine_http_mic/${command}`).map(({ body }) => body);

async function done(bench: Bench, parameters: INodeParameters) {
	const { output, error } = await bench.run(parameters, nothing);
	expect(error).toBeUndefined();
	return output.map(({ json }) => json);
}

async function codeOf(bench: Bench, parameters: INodeParameters) {
	const { errorOutput } = await bench.run(parameters, nothing, {
		onError: 'continueErrorOutput',
	});
	return failureIn(errorOutput[0]!).ErrorCode;
}

/** Who sits where, as the list of seats says. */
async function seated(bench: Bench) {
	const seats = await done(bench, on('getMany', { returnAll: true }));
	return Object.fromEntries(
		seats
			.filter(({ Member_Account }) => Member_Account !== '')
			.map(({ Index, Member_Account }) => [Index, Member_Account]),
	);
}

const pick = (userId: string, seatIndex: number) => on('pickUser', { userId, seatIndex });

describe('the seats of a live room', () => {
	it('are listed one by one', async () => {
		const bench = await open();

		const seats = await done(bench, on('getMany', { returnAll: true }));

		expect(seats).toHaveLength(9);
		expect(seats[8]).toEqual({
			Index: 8,
			Member_Account: '',
			IsTakenDisabled: false,
			IsVideoDisabled: false,
			IsAudioDisabled: false,
		});
		expect(await done(bench, on('getMany', { limit: 2 }))).toHaveLength(2);
	});

	it('are given to somebody from the audience', async () => {
		const bench = await open();

		expect(await done(bench, pick('alice', 3))).toEqual([
			{ RoomId: 'room1', Index: 3, Member_Account: 'alice', RequestId: expect.any(String) },
		]);

		expect(await seated(bench)).toEqual({ 3: 'alice' });
	});

	it('are not given to those who have one, or are not there, nor when taken or unknown', async () => {
		const bench = await open();
		await done(bench, pick('alice', 3));

		expect(await codeOf(bench, pick('alice', 4))).toBe(100210);
		expect(await codeOf(bench, pick('grace', 4))).toBe(100005);
		expect(await codeOf(bench, pick('bob', 3))).toBe(100201);
		expect(await codeOf(bench, pick('bob', 9))).toBe(100002);
		expect(await seated(bench)).toEqual({ 3: 'alice' });
	});

	const move = (policy?: number) =>
		on('moveUser', { userId: 'alice', seatIndex: 1, ...(policy !== undefined && { policy }) });

	it.each([
		['left as it is unless told otherwise', undefined, 100201, { 0: 'alice', 1: 'bob' }],
		['left as it is', 0, 100201, { 0: 'alice', 1: 'bob' }],
		['taken from whoever sits there', 1, undefined, { 1: 'alice' }],
		['swapped', 2, undefined, { 0: 'bob', 1: 'alice' }],
	])('a taken seat is %s', async (_case, policy, code, after) => {
		const bench = await open();
		await done(bench, pick('alice', 0));
		await done(bench, pick('bob', 1));

		if (code === undefined) await done(bench, move(policy));
		else expect(await codeOf(bench, move(policy))).toBe(code);

		expect(await seated(bench)).toEqual(after);
		expect(bodiesOf(bench, 'move_user_to_seat')).toEqual([
			{ RoomId: 'room1', SeatIndex: 1, Member_Account: 'alice', Policy: policy ?? 0 },
		]);
	});

	it('are taken back, with a word to the clients', async () => {
		const bench = await open();
		await done(bench, pick('alice', 0));
		const kick = on('kickUser', { userId: 'alice', data: 'Time is up' });

		expect(await done(bench, kick)).toMatchObject([{ Member_Account: 'alice' }]);

		expect(bodiesOf(bench, 'kick_user_off_seat')).toEqual([
			{ RoomId: 'room1', Member_Account: 'alice', Data: 'Time is up' },
		]);
		expect(await seated(bench)).toEqual({});
		expect(await codeOf(bench, kick)).toBe(100206);
	});

	it('are locked, which frees them, and opened again', async () => {
		const bench = await open();
		await done(bench, pick('alice', 0));

		await done(bench, on('lock', { seatIndex: 0, options: { forbidVideo: true } }));

		expect(bodiesOf(bench, 'lock_seat')).toEqual([
			{ RoomId: 'room1', Index: 0, ForbidTaken: true, ForbidVideo: true },
		]);
		expect(await done(bench, on('getMany', { limit: 1 }))).toEqual([
			{
				Index: 0,
				Member_Account: '',
				IsTakenDisabled: true,
				IsVideoDisabled: true,
				IsAudioDisabled: false,
			},
		]);
		expect(await codeOf(bench, pick('alice', 0))).toBe(100200);

		await done(bench, on('lock', { seatIndex: 0, forbidTaken: false }));

		await done(bench, pick('alice', 0));
		expect(await seated(bench)).toEqual({ 0: 'alice' });
	});

	it('a seat before the first is refused by name', async () => {
		const bench = await open();

		const { errorOutput } = await bench.run(pick('alice', -1), nothing, {
			onError: 'continueErrorOutput',
		});

		expect(failureIn(errorOutput[0]!).message).toContain("'Seat Index' is -1");
	});
});
