import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { maxUnsigned } from '../shared/limits';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { groupRateLimit, inGroup, readTopic, topicOption, userIds } from './groupFields';

export const muteMembers: SingleOperation = {
	value: 'muteMembers',
	name: 'Mute Members',
	action: 'Mute members of a group',
	description: 'Keep users from writing in a group for a time, or let them write again',
	documentation: 'https://trtc.io/document/34951',
	shape: 'single',
	path: 'group_open_http_svc/forbid_send_msg',
	properties: [
		group,
		{
			...userIds('Members', 'members', 'User IDs to mute, at most 500.'),
			required: true,
		},
		{
			displayName: 'Mute Time (Seconds)',
			name: 'muteTime',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
			default: 3600,
			required: true,
			description:
				'Seconds from now. 0 lets them write again; 4294967295 mutes them for ever. Leaving and joining again does not end it.',
		},
	],
	options: [topicOption],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			Members_Account: fields.ids('members', 'Members', { max: 500 }),
			MuteTime: fields.integer('muteTime', 'Mute Time (Seconds)', { min: 0, max: maxUnsigned }),
			TopicId: readTopic(fields.collection('options', 'Options')),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, body) => sent(response, body),
};
