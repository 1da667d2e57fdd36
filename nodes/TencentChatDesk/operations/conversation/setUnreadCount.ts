import { groupRateLimit, inGroup } from '../group/groupFields';
import { maxUnsigned } from '../shared/limits';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { memberProperties, readMember } from '../groupDetails/memberCall';

export const setUnreadCount: SingleOperation = {
	value: 'setUnreadCount',
	name: 'Set Unread Count of Group',
	action: 'Set the unread count of a member',
	description:
		'Carry over how many messages a member has not read. Meeting and live groups have no such count.',
	documentation: 'https://trtc.io/document/34909',
	shape: 'single',
	path: 'group_open_http_svc/set_unread_msg_num',
	properties: [
		...memberProperties,
		{
			displayName: 'Unread Messages',
			name: 'unreadNum',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
			default: 0,
			required: true,
			description: 'How many messages of the group the member has not read',
		},
	],
	options: [],
	request: (fields) => ({
		...readMember(fields),
		UnreadMsgNum: fields.integer('unreadNum', 'Unread Messages', { min: 0, max: maxUnsigned }),
	}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, body) => sent(response, body),
};
