import { sent } from '../shared/responses';
import { importsAccounts } from '../shared/importAccounts';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { failedParts } from '../shared/failedParts';
import { recordsIn } from '../shared/records';
import { groupRateLimit, inGroup, readSilence, silenceOption, userIds } from './groupFields';

export const addMembers: SingleOperation = {
	value: 'addMembers',
	name: 'Add Members',
	action: 'Add members to a group',
	description: 'Add users to a group',
	documentation: 'https://trtc.io/document/34921',
	shape: 'single',
	path: 'group_open_http_svc/add_group_member',
	properties: [
		group,
		{
			...userIds(
				'Members',
				'members',
				'User IDs to add, at most 300; some types of groups take fewer at once, 100 are always safe.',
			),
			required: true,
		},
	],
	options: [silenceOption],
	request: (fields) => ({
		GroupId: readGroup(fields),
		MemberList: fields
			.ids('members', 'Members', { max: 300 })
			.map((Member_Account) => ({ Member_Account })),
		// The table of the page requires it and the samples leave it out.
		Silence: readSilence(fields.collection('options', 'Options')),
	}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	recovery: importsAccounts((body) =>
		recordsIn(body, 'MemberList').map(({ Member_Account }) => Member_Account),
	),
	interpret(response, { GroupId }) {
		const results = recordsIn(response, 'MemberList');
		const failed = failedParts(response).flatMap(({ names }) => names);
		if (failed.length === 0) return sent(response, { GroupId });
		return {
			done: false,
			kind: 'permanent',
			message: `${failed.length} of ${results.length} members could not be added: ${failed.slice(0, 10).join(', ')}${failed.length > 10 ? ' and others' : ''}`,
			advice:
				"The others are in the group, and adding them again changes nothing. Check whether the accounts exist and may join; 'MemberList' of the error says what became of each (0 failed, 1 added, 2 was a member already, 3 waits for approval).",
			data: { GroupId, MemberList: results },
		};
	},
};
