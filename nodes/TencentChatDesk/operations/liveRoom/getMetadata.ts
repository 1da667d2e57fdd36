import type { IDataObject } from 'n8n-workflow';
import { inRoom, liveRateLimit } from '../shared/live';
import { recordsOf } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const getMetadata: SingleOperation = {
	value: 'getMetadata',
	name: 'Get Metadata',
	action: 'Get metadata of a live room',
	description: 'Read custom data that is kept with a live room',
	documentation: 'https://trtc.io/document/64374',
	shape: 'single',
	path: 'live_engine_http_srv/get_room_metadata',
	properties: [room],
	options: [
		{
			displayName: 'Keys',
			name: 'keys',
			type: 'string',
			default: '',
			placeholder: 'e.g. topic, sponsor',
			description: 'Keys to read, with commas between them; all of them when left out',
		},
	],
	request: (fields) => ({
		RoomId: readRoom(fields),
		// An empty list asks for all.
		Keys:
			fields.collection('options', 'Options').optionalIds('keys', 'Keys', { kind: 'word' }) ?? [],
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret(response, { RoomId }) {
		const entries = recordsOf(response, 'Metadata').map(({ Key, Value }) => [String(Key), Value]);
		const Metadata = Object.fromEntries(entries) as IDataObject;
		return { done: true, output: { RoomId, Metadata } };
	},
};
