import { isObject, isStringArray } from '../../../json';
import { refuse, type Call, type Outcome } from '../../endpoint';
import { badParameter, isFilled, liveEndpoint, response, roomOf } from './room';

const maxEntries = 10;
const maxKeyBytes = 50;
const maxValueBytes = 2 * 1024;
const maxBytes = 16 * 1024;

/** Live > Get Room Metadata (T-64374): an empty list of keys asks for all. */
function get(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { Keys } = call.body;
	if (!isStringArray(Keys)) return badParameter('Keys has to be an Array of String');
	const wanted = [...room.metadata].filter(([key]) => Keys.length === 0 || Keys.includes(key));
	return response({ Metadata: wanted.map(([Key, Value]) => ({ Key, Value })) });
}

/** Live > Set Room Metadata (T-64375): adds and replaces; the limits hold for the room. */
function set(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { Metadata } = call.body;
	if (!Array.isArray(Metadata)) return badParameter('Metadata has to be an Array');
	const after = new Map(room.metadata);
	for (const entry of Metadata) {
		if (!isObject(entry) || !isFilled(entry.Key) || typeof entry.Value !== 'string') {
			return badParameter('Metadata holds entries of Key and Value');
		}
		if (Buffer.byteLength(entry.Key) > maxKeyBytes) return refuse(100504, 'a key is too long');
		if (Buffer.byteLength(entry.Value) > maxValueBytes) {
			return refuse(100501, 'a value is too long');
		}
		after.set(entry.Key, entry.Value);
	}
	if (after.size > maxEntries) return refuse(100500, 'too many keys');
	const bytes = [...after].reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
	if (bytes > maxBytes) return refuse(100502, 'all together is too long');
	room.metadata = after;
	return response();
}

/** Known from Tencent's own live manager, with its code 100503. */
function remove(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { Keys } = call.body;
	if (!isStringArray(Keys)) return badParameter('Keys has to be an Array of String');
	const removed = Keys.filter((key) => room.metadata.delete(key));
	return removed.length > 0 ? response() : refuse(100503, 'none of the keys exists');
}

const of = (command: string) => `live_engine_http_srv/${command}`;

export const metadataEndpoints = [
	liveEndpoint(of('get_room_metadata'), ['RoomId', 'Keys'], get),
	liveEndpoint(of('set_room_metadata'), ['RoomId', 'Metadata'], set),
	liveEndpoint(of('del_room_metadata'), ['RoomId', 'Keys'], remove),
];
