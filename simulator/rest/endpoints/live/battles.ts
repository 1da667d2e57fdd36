import { randomUUID } from 'node:crypto';
import { isInteger, isObject, isStringArray, type JsonObject } from '../../../json';
import { isRunning, type Battle } from '../../../state/battles';
import type { World } from '../../../state/world';
import type { Call, Endpoint, Outcome } from '../../endpoint';
import { badParameter, isFilled, liveEndpoint, response, roomOf } from './room';

const inBattle = 3;
const systemError = 5;
const noRoom = 1;

/** What goes on and what is over; the page's sample has 3 for the latter, and no list. */
const running = 1;
const over = 3;

const battleOf = ({ battles }: World, roomId: string, now: number): Battle | undefined =>
	[...battles.values()].find((battle) => battle.scores.has(roomId) && isRunning(battle, now));

/**
 * Live > Create Battle (T-68254): rooms that cannot take part are told one by one. Whether they are
 * connected is not checked. A room that does not exist has no code of its own.
 */
function create(call: Call): Outcome {
	const from = roomOf(call, call.body.FromRoomId);
	if ('code' in from) return from;
	const { ToRoomIdList: ids, Duration, ExtensionInfo = '' } = call.body;
	if (!isStringArray(ids) || ids.length === 0) {
		return badParameter('ToRoomIdList has to be an Array of String');
	}
	if (!isInteger(Duration) || Duration < 1) return badParameter('Duration has to be an Integer');
	if (typeof ExtensionInfo !== 'string') return badParameter('ExtensionInfo has to be a String');
	const { world } = call.state;
	const isBusy = (roomId: string) => battleOf(world, roomId, call.now) !== undefined;
	const results = ids.map((RoomId) => ({
		RoomId,
		ResultCode:
			isBusy(RoomId) || isBusy(from.roomId) ? inBattle : world.rooms.has(RoomId) ? 0 : systemError,
	}));
	const battleId = randomUUID();
	const invited = results.filter(({ ResultCode }) => ResultCode === 0);
	if (invited.length > 0) {
		const roomIds = [from.roomId, ...invited.map(({ RoomId }) => RoomId)];
		world.battles.set(battleId, {
			battleId,
			fromRoomId: from.roomId,
			scores: new Map(roomIds.map((roomId) => [roomId, 0])),
			duration: Duration,
			startedAt: call.now,
			extensionInfo: ExtensionInfo,
		});
	}
	return response({
		BattleId: battleId,
		Result: results.map((result) => ({ ...result, ResultMessage: '' })),
	});
}

/** Live > Set Battle Score (T-68255): 1 adds, 2 overwrites. */
function setScore({ body, state }: Call): Outcome {
	const { BattleId, OpType, ScoreList } = body;
	const battle = isFilled(BattleId) ? state.world.battles.get(BattleId) : undefined;
	if (!battle) return badParameter('there is no such battle');
	if (OpType !== 1 && OpType !== 2) return badParameter('OpType is 1 or 2');
	if (!Array.isArray(ScoreList) || ScoreList.length === 0) {
		return badParameter('ScoreList has to be an Array');
	}
	const results: JsonObject[] = [];
	for (const entry of ScoreList) {
		if (!isObject(entry) || !isFilled(entry.RoomId) || !isInteger(entry.Score)) {
			return badParameter('ScoreList holds entries of RoomId and Score');
		}
		const { RoomId, Score } = entry;
		const before = battle.scores.get(RoomId);
		if (before !== undefined) battle.scores.set(RoomId, OpType === 1 ? before + Score : Score);
		results.push({ RoomId, ResultCode: before === undefined ? noRoom : 0 });
	}
	return response({ Result: results });
}

/** Live > Get Battle Info (T-68256): by the battle, or by a room that takes or took part in it. */
function get({ body, state, now }: Call): Outcome {
	const { world } = state;
	const { BattleId, RoomId } = body;
	const all = [...world.battles.values()].reverse();
	const battle = isFilled(BattleId)
		? world.battles.get(BattleId)
		: all.find(({ scores }) => isFilled(RoomId) && scores.has(RoomId));
	if (!battle) return badParameter('there is no such battle');
	const info = (roomId: string) => ({
		RoomId: roomId,
		Score: battle.scores.get(roomId) ?? 0,
		Owner_Account: world.rooms.get(roomId)?.owner ?? '',
	});
	const { fromRoomId, duration, startedAt, scores } = battle;
	return response({
		BattleId: battle.battleId,
		Duration: duration,
		StartTime: Math.floor(startedAt / 1000),
		EndTime: Math.floor((startedAt + duration) / 1000),
		Status: isRunning(battle, now) ? running : over,
		FromRoomInfo: info(fromRoomId),
		ToRoomList: [...scores.keys()].filter((roomId) => roomId !== fromRoomId).map(info),
	});
}

const of = (command: string) => `live_engine_http_pk/${command}`;

export const battleEndpoints: readonly Endpoint[] = [
	liveEndpoint(
		of('create_battle'),
		['FromRoomId', 'ToRoomIdList', 'Duration', 'ExtensionInfo'],
		create,
	),
	liveEndpoint(of('set_battle_score'), ['BattleId', 'OpType', 'ScoreList'], setScore),
	liveEndpoint(of('get_battle_info'), ['BattleId', 'RoomId'], get),
];
