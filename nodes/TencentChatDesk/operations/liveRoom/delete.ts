import { irreversible } from '../shared/irreversible';
import { inRoom, liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const deleteRoom: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a live room',
	description: 'Close a live room and send everyone out of it',
	documentation: 'https://trtc.io/document/63406',
	shape: 'single',
	path: 'live_engine_http_srv/destroy_room',
	properties: [irreversible('The room is closed for everybody in it.'), room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields) }),
	orderingKey: inRoom,
	// A repeat is refused: the room is gone already.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [100004],
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId }) => changed(response, { RoomId }),
};
