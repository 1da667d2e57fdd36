import { withoutAbsent } from '../../parameters/fields';
import { liveRateLimit } from '../shared/live';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { roomOutcome } from './battleRooms';

/** The page prints no unit; times in its sample show that it counts milliseconds. */
const second = 1000;

const codes = {
	3: 'is in a battle already',
	5: 'could not be invited for an error of Tencent',
};

export const createBattle: SingleOperation = {
	value: 'createBattle',
	name: 'Create Battle',
	action: 'Create a battle',
	description:
		'Let live rooms compete for a time. Their hosts have to be connected before, which only their apps can do.',
	documentation: 'https://trtc.io/document/68254',
	shape: 'single',
	path: 'live_engine_http_pk/create_battle',
	properties: [
		{ ...room, description: 'The live room that starts the battle, by its room ID' },
		{
			displayName: 'Opponent Room IDs',
			name: 'opponentRoomIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. room2, room3',
			description: 'The live rooms it competes with: a list, or a text with commas between them',
		},
		{
			displayName: 'Duration (Seconds)',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 120,
			required: true,
			placeholder: 'e.g. 120',
			description: 'How long until the battle ends by itself',
		},
	],
	options: [
		{
			displayName: 'Extension Info',
			name: 'extensionInfo',
			type: 'string',
			default: '',
			placeholder: 'e.g. {"prize": "crown"}',
			description: 'Custom text that clients get with the battle',
		},
	],
	request: (fields) =>
		withoutAbsent({
			FromRoomId: readRoom(fields),
			ToRoomIdList: fields.ids('opponentRoomIds', 'Opponent Room IDs', { kind: 'place' }),
			Duration:
				fields.integer('duration', 'Duration (Seconds)', { min: 1, max: 1_000_000 }) * second,
			ExtensionInfo: fields
				.collection('options', 'Options')
				.optionalTextOrJson('extensionInfo', 'Extension Info'),
		}),
	orderingKey: ({ FromRoomId }) => JSON.stringify([FromRoomId]),
	// A second call begins a second battle, or finds the rooms taken.
	retry: { policy: 'unsafe' },
	rateLimit: liveRateLimit,
	interpret: (response, { FromRoomId }) =>
		roomOutcome(
			response,
			{ FromRoomId },
			{
				what: 'The battle',
				codes,
				advice: 'Wait until the other battle is over, or choose another room.',
			},
		),
};
