import { inRoom, liveRateLimit, membersProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const mute: SingleOperation = {
	value: 'mute',
	name: 'Mute',
	action: 'Mute members of a live room',
	description: 'Mute people in a live room for a time. Muting again restarts the timer.',
	documentation: 'https://trtc.io/document/66969',
	shape: 'single',
	path: 'live_engine_http_srv/mute_member',
	properties: [
		room,
		membersProperty,
		{
			displayName: 'Mute Time (Seconds)',
			name: 'muteTime',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 3600,
			required: true,
			placeholder: 'e.g. 3600',
			description: 'How long they cannot write, counted from now',
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		MemberList_Account: fields.ids('userIds', 'User IDs'),
		// 0 would unmute.
		MuteTime: fields.integer('muteTime', 'Mute Time (Seconds)', { min: 1 }),
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, MemberList_Account, MuteTime }) =>
		changed(response, { RoomId, MemberList_Account, MuteTime }),
};
