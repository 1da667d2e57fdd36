import { inRoom, liveRateLimit, membersProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

const maxAtOnce = 5;

/** Live > "Modify Admin" (T-63427): who becomes an admin of a room, or is one no longer. */
export const changeOfAdmins = (OpType: 'add' | 'delete') =>
	({
		documentation: 'https://trtc.io/document/63427',
		shape: 'single',
		path: 'live_engine_http_srv/modify_admin',
		properties: [
			room,
			{ ...membersProperty, description: `${membersProperty.description}. At most ${maxAtOnce}.` },
		],
		options: [],
		request: (fields) => ({
			RoomId: readRoom(fields),
			Admin_Account: fields.ids('userIds', 'User IDs', { max: maxAtOnce }),
			OpType,
		}),
		orderingKey: inRoom,
		// Who is an admin already, or is none, stays so.
		retry: { policy: 'idempotent' },
		rateLimit: liveRateLimit,
		interpret: (response, { RoomId, Admin_Account }) =>
			changed(response, { RoomId, Admin_Account }),
	}) satisfies Partial<SingleOperation>;
