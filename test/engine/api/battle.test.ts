import type { INodeParameters } from 'n8n-workflow';

import { testbeds, failureIn, type Testbed } from '../../harness/engineTestbed';

const open = testbeds();

const on = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'gift',
	operation,
	...more,
});

const create = (more: INodeParameters = {}) =>
	on('createBattle', { roomId: 'room1', opponentRoomIds: 'town-hall', duration: 60, ...more });

async function done(testbed: Testbed, parameters: INodeParameters) {
	const { output, error } = await testbed.run(parameters, [{}]);
	expect(error).toBeUndefined();
	return output[0]!.json;
}

async function refused(testbed: Testbed, parameters: INodeParameters) {
	const { errorOutput } = await testbed.run(parameters, [{}], { onError: 'continueErrorOutput' });
	expect(errorOutput).toHaveLength(1);
	return failureIn(errorOutput[0]!);
}

const scores = (...score: INodeParameters[]) => ({ scores: { score } });

/** Runs a battle of the demo world; gives its ID. */
async function begin(testbed: Testbed): Promise<string> {
	const { BattleId } = await done(testbed, create());
	return BattleId as string;
}

describe('a battle', () => {
	it('begins between rooms, in seconds', async () => {
		const testbed = await open();

		const output = await done(testbed, create({ options: { extensionInfo: 'crown' } }));

		expect(testbed.calls()[0]?.body).toEqual({
			FromRoomId: 'room1',
			ToRoomIdList: ['town-hall'],
			Duration: 60_000,
			ExtensionInfo: 'crown',
		});
		expect(output).toEqual({
			FromRoomId: 'room1',
			RequestId: expect.any(String),
			BattleId: expect.any(String),
			Result: [{ RoomId: 'town-hall', ResultCode: 0, ResultMessage: '' }],
		});
	});

	it('says which rooms do not take part, and which battle began all the same', async () => {
		const testbed = await open();

		const failure = await refused(testbed, create({ opponentRoomIds: 'town-hall, nowhere' }));

		expect(failure).toMatchObject({
			message: expect.stringContaining(
				"The battle failed for 1 of 2 rooms: 'nowhere' could not be invited",
			),
			advice: expect.stringContaining('What is not named was done.'),
			BattleId: expect.any(String),
		});
		expect(testbed.simulator.world().battles.size).toBe(1);
	});

	it('does not begin when all of them are in another one', async () => {
		const testbed = await open();
		await begin(testbed);

		const failure = await refused(testbed, create());

		expect(failure.message).toContain(
			"The battle took effect in no room: 'town-hall' is in a battle already",
		);
	});

	it('is not begun twice when the response is lost', async () => {
		const testbed = await open();
		testbed.failNext('live_engine_http_pk/create_battle', { kind: 'loseResponse' });

		expect((await refused(testbed, create())).mayHaveBeenSent).toBe(true);

		expect(testbed.simulator.world().battles.size).toBe(1);
	});

	it('has scores that are added and set, and can be found by its rooms', async () => {
		const testbed = await open();
		const battleId = await begin(testbed);
		const points = (roomId: string, number: number) => ({ roomId, points: number });

		await done(testbed, on('addBattleScore', { battleId, ...scores(points('room1', 5)) }));
		await done(testbed, on('addBattleScore', { battleId, ...scores(points('room1', 5)) }));
		await done(testbed, on('setBattleScore', { battleId, ...scores(points('town-hall', 7)) }));

		expect(
			await done(testbed, on('getBattle', { findBy: 'room', roomId: 'town-hall' })),
		).toMatchObject({
			BattleId: battleId,
			Duration: 60_000,
			FromRoomInfo: { RoomId: 'room1', Score: 10, Owner_Account: 'user1' },
			ToRoomList: [{ RoomId: 'town-hall', Score: 7, Owner_Account: 'alice' }],
		});
		expect(testbed.calls('live_engine_http_pk/set_battle_score')[2]?.body).toEqual({
			BattleId: battleId,
			OpType: 2,
			ScoreList: [{ RoomId: 'town-hall', Score: 7 }],
		});
	});

	it('adds no points twice when the response is lost, and sets them for certain', async () => {
		const testbed = await open();
		const battleId = await begin(testbed);
		const more = { battleId, ...scores({ roomId: 'room1', points: 5 }) };
		const command = 'live_engine_http_pk/set_battle_score';

		testbed.failNext(command, { kind: 'loseResponse' });
		expect((await refused(testbed, on('addBattleScore', more))).mayHaveBeenSent).toBe(true);
		testbed.failNext(command, { kind: 'loseResponse' });
		await done(testbed, on('setBattleScore', more));

		expect(testbed.simulator.world().battles.get(battleId)?.scores.get('room1')).toBe(5);
	});

	it('says which room is not in it', async () => {
		const testbed = await open();
		const battleId = await begin(testbed);

		const failure = await refused(
			testbed,
			on('addBattleScore', { battleId, ...scores({ roomId: 'quiet-room', points: 1 }) }),
		);

		expect(failure.message).toContain("'quiet-room' is not in this battle");
	});

	it.each([
		[create({ duration: 0 }), "'Duration (Seconds)' is 0, out of its range"],
		[create({ opponentRoomIds: '={{ "" }}' }), "'Opponent Room IDs' is empty"],
		[on('addBattleScore', { battleId: 'b', scores: {} }), "'Scores' is empty"],
		[
			on('setBattleScore', { battleId: 'b', ...scores({ roomId: 'room1', points: 'many' }) }),
			"'Points' is not a whole number",
		],
		[on('getBattle', { battleId: '={{ "" }}' }), "'Battle ID' is empty"],
	])('is not asked for with %j', async (parameters, problem) => {
		const testbed = await open();

		expect((await refused(testbed, parameters)).message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});
});
