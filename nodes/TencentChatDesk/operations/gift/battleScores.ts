import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { liveRateLimit } from '../shared/live';
import type { SingleOperation } from '../operation';
import { battleId, roomOutcome } from './battleRooms';

const codes = { 1: 'is not in this battle' };

function readScores(fields: Fields): IDataObject[] {
	const scores = fields.rows('scores', 'score', 'Scores').map((row) => ({
		RoomId: row.id('roomId', 'Room ID', { kind: 'place' }),
		Score: row.integer('points', 'Points'),
	}));
	if (scores.length > 0) return scores;
	throw new InvalidParameter("'Scores' is empty", 'Add a room and its points.');
}

/** Live > "Set Battle Score" (T-68255), which adds (1) or overwrites (2). */
export const changeOfScores = (OpType: 1 | 2) =>
	({
		documentation: 'https://trtc.io/document/68255',
		shape: 'single',
		path: 'live_engine_http_pk/set_battle_score',
		properties: [
			battleId,
			{
				displayName: 'Scores',
				name: 'scores',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Score',
				default: {},
				required: true,
				description: 'The points of each room',
				options: [
					{
						displayName: 'Score',
						name: 'score',
						values: [
							{
								displayName: 'Points',
								name: 'points',
								type: 'number',
								typeOptions: { numberPrecision: 0 },
								default: 0,
								description: 'How many points',
							},
							{
								displayName: 'Room ID',
								name: 'roomId',
								type: 'string',
								default: '',
								placeholder: 'e.g. room1',
								description: 'A live room of the battle',
							},
						],
					},
				],
			},
		],
		options: [],
		request: (fields) => ({
			BattleId: fields.id(battleId.name, battleId.displayName, { kind: 'word' }),
			OpType,
			ScoreList: readScores(fields),
		}),
		orderingKey: ({ BattleId }) => JSON.stringify([BattleId]),
		rateLimit: liveRateLimit,
		interpret: (response, { BattleId }) =>
			roomOutcome(
				response,
				{ BattleId },
				{ what: 'The score', codes, advice: 'Correct the room ID, or leave the room out.' },
			),
	}) satisfies Partial<SingleOperation>;
