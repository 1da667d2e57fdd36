import { changed, inRoom, livePace } from '../shared/live';
import { room, readRoom } from '../shared/resourceLocators';
import type { Operation } from '../operation';

export const deleteRoom: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a live room',
	description: 'Close a live room and send everyone out of it',
	documentation: 'https://trtc.io/document/63406',
	path: 'live_engine_http_srv/destroy_room',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields) }),
	conversation: inRoom,
	// A repeat is refused: the room is gone already.
	repeat: { rule: 'idempotent' },
	alreadyDone: [100004],
	pace: livePace,
	meaning: (answer, { RoomId }) => changed(answer, { RoomId }),
};
