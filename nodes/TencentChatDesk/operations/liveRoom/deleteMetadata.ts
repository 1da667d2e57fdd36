import { inRoom, liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const deleteMetadata: SingleOperation = {
	value: 'deleteMetadata',
	name: 'Delete Metadata',
	action: 'Delete metadata of a live room',
	description: 'Remove custom data that is kept with a live room',
	documentation: 'https://trtc.io/document/63398',
	shape: 'single',
	path: 'live_engine_http_srv/del_room_metadata',
	properties: [
		room,
		{
			displayName: 'Keys',
			name: 'keys',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. topic, sponsor',
			description: 'Keys to remove, with commas between them',
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		Keys: fields.ids('keys', 'Keys', { kind: 'word' }),
	}),
	orderingKey: inRoom,
	// A repeat is refused: the entries are gone already.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [100503],
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, Keys }) => changed(response, { RoomId, Keys }),
};
