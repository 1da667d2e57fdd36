import { withoutAbsent } from '../../parameters/fields';
import { inRoom, liveRateLimit, membersProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const ban: SingleOperation = {
	value: 'ban',
	name: 'Ban',
	action: 'Ban members of a live room',
	description: 'Send people out of a live room and keep them out for a time',
	documentation: 'https://trtc.io/document/63407',
	shape: 'single',
	path: 'live_engine_http_srv/ban_member',
	properties: [
		room,
		{ ...membersProperty, description: `${membersProperty.description}. At most 20.` },
		{
			displayName: 'Ban Time (Seconds)',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 3600,
			required: true,
			placeholder: 'e.g. 3600',
			description: 'How long they cannot come back',
		},
	],
	options: [
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spam',
			description: 'Why they are banned',
		},
	],
	request: (fields) =>
		withoutAbsent({
			RoomId: readRoom(fields),
			MemberList_Account: fields.ids('userIds', 'User IDs', { max: 20 }),
			Duration: fields.integer('duration', 'Ban Time (Seconds)', { min: 0 }),
			Reason: fields.collection('options', 'Options').optionalText('reason', 'Reason'),
		}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, MemberList_Account, Duration }) =>
		changed(response, { RoomId, MemberList_Account, Duration }),
};
