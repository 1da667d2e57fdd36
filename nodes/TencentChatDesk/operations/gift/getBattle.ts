import { liveRateLimit } from '../shared/live';
import { read } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { battleId } from './battleRooms';

const byBattle = 'battle';
const byRoom = 'room';

export const getBattle: SingleOperation = {
	value: 'getBattle',
	name: 'Get Battle',
	action: 'Get a battle',
	description: 'Read the rooms, scores and times of a battle',
	documentation: 'https://trtc.io/document/68256',
	shape: 'single',
	path: 'live_engine_http_pk/get_battle_info',
	properties: [
		{
			displayName: 'Find By',
			name: 'findBy',
			type: 'options',
			options: [
				{ name: 'Battle', value: byBattle, description: 'By the ID of the battle' },
				{ name: 'Room', value: byRoom, description: 'By a live room that takes part in it' },
			],
			default: byBattle,
			description: 'How to say which battle is meant',
		},
		{ ...battleId, displayOptions: { show: { findBy: [byBattle] } } },
		{ ...room, displayOptions: { show: { findBy: [byRoom] } } },
	],
	options: [],
	request: (fields) =>
		fields.choice('findBy', 'Find By', [byBattle, byRoom]) === byBattle
			? { BattleId: fields.id(battleId.name, battleId.displayName, { kind: 'word' }) }
			: { RoomId: readRoom(fields) },
	orderingKey: ({ BattleId, RoomId }) => JSON.stringify([BattleId ?? null, RoomId ?? null]),
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response) => read(response),
};
