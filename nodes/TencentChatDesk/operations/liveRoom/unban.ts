import { inRoom, liveRateLimit, membersProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const unban: SingleOperation = {
	value: 'unban',
	name: 'Unban',
	action: 'Unban members of a live room',
	description: 'Let banned people into a live room again',
	documentation: 'https://trtc.io/document/63410',
	shape: 'single',
	path: 'live_engine_http_srv/unban_member',
	properties: [
		room,
		{ ...membersProperty, description: `${membersProperty.description}. At most 20.` },
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		MemberList_Account: fields.ids('userIds', 'User IDs', { max: 20 }),
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, MemberList_Account }) =>
		changed(response, { RoomId, MemberList_Account }),
};
