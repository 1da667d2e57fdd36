import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { inRoom, liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

/** Codes 100500 to 100504: entries of a room, bytes of a key, of a value and of all together. */
const maxEntries = 10;
const keyBytes = 50;
const valueBytes = 2 * 1024;
const allBytes = 16 * 1024;

interface Entry {
	Key: string;
	Value: string;
}

function readEntries(fields: Fields): Entry[] {
	const entries = fields.rows('metadata', 'entry', 'Metadata').map((row) => ({
		Key: withinBytes(row.id('key', 'Key', { kind: 'word' }), 'Key', keyBytes),
		Value: withinBytes(row.textOrJson('value', 'Value'), 'Value', valueBytes),
	}));
	if (entries.length === 0) {
		throw new InvalidParameter("'Metadata' is empty", 'Add at least one entry.');
	}
	if (entries.length > maxEntries) {
		throw new InvalidParameter(
			`'Metadata' holds ${entries.length} entries, more than the ${maxEntries} that Tencent takes`,
			'Put what belongs together into one entry, as JSON.',
		);
	}
	withinBytes(entries.map(({ Key, Value }) => Key + Value).join(''), 'Metadata', allBytes);
	return entries;
}

export const setMetadata: SingleOperation = {
	value: 'setMetadata',
	name: 'Set Metadata',
	action: 'Set metadata of a live room',
	description: 'Keep custom data with a live room; entries with other keys stay as they are',
	documentation: 'https://trtc.io/document/64375',
	shape: 'single',
	path: 'live_engine_http_srv/set_room_metadata',
	properties: [
		room,
		{
			displayName: 'Metadata',
			name: 'metadata',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Entry',
			default: {},
			required: true,
			description: 'Up to 10 entries, 16 KB together',
			options: [
				{
					displayName: 'Entry',
					name: 'entry',
					values: [
						{
							displayName: 'Key',
							name: 'key',
							type: 'string',
							default: '',
							placeholder: 'e.g. topic',
							description: 'Name of the entry, up to 50 bytes',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. Spring sale',
							description: 'What the entry holds, up to 2 KB',
						},
					],
				},
			],
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		Metadata: readEntries(fields),
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, Metadata }) => changed(response, { RoomId, Metadata }),
};
