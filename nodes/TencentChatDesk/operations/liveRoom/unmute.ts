import { inRoom, liveRateLimit, membersProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const unmute: SingleOperation = {
	value: 'unmute',
	name: 'Unmute',
	action: 'Unmute members of a live room',
	description: 'Let people write in a live room again',
	documentation: 'https://trtc.io/document/66969',
	shape: 'single',
	path: 'live_engine_http_srv/mute_member',
	properties: [room, membersProperty],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		MemberList_Account: fields.ids('userIds', 'User IDs'),
		MuteTime: 0,
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, MemberList_Account }) =>
		changed(response, { RoomId, MemberList_Account }),
};
