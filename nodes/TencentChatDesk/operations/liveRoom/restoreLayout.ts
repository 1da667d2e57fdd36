import { inRoom } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const restoreLayout: SingleOperation = {
	value: 'restoreLayout',
	name: 'Restore Mixed Layout',
	action: 'Restore the mixed layout of a live room',
	description:
		"Give the mixed picture of a live room its automatic layout back. Works for rooms with 'Unlimited Room' on.",
	documentation: 'https://trtc.io/document/72333',
	shape: 'single',
	path: 'live_engine_http_srv/resume_mcu_task',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields) }),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	// The page allows 20 a second to the whole app.
	rateLimit: { default: 10, max: 20 },
	interpret: (response, { RoomId }) => changed(response, { RoomId }),
};
