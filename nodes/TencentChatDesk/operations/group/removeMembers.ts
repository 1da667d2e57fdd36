import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { groupRateLimit, inGroup, readSilence, silenceOption, userIds } from './groupFields';

export const removeMembers: SingleOperation = {
	value: 'removeMembers',
	name: 'Remove Members',
	action: 'Remove members from a group',
	description: 'Remove users from a group',
	documentation: 'https://trtc.io/document/34949',
	shape: 'single',
	path: 'group_open_http_svc/delete_group_member',
	properties: [
		group,
		{
			...userIds(
				'Members',
				'members',
				'User IDs to remove, at most 100; who is no member is passed over.',
			),
			required: true,
		},
	],
	options: [
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. The order is closed',
			description: 'Why they are removed',
		},
		silenceOption,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			GroupId: readGroup(fields),
			MemberToDel_Account: fields.ids('members', 'Members', { max: 100 }),
			Silence: readSilence(options),
			Reason: options.optionalText('reason', 'Reason'),
		});
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId, MemberToDel_Account }) =>
		sent(response, { GroupId, MemberToDel_Account }),
};
