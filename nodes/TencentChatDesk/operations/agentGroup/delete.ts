import { irreversible } from '../shared/irreversible';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import { agentGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const remove: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete an agent group',
	description: 'Remove a group of agents from Desk',
	documentation: deskPage(124500),
	shape: 'single',
	path: 'desk_http_svc/delete_member_group',
	properties: [
		irreversible('The group is removed from Desk; its agents stay.'),
		{ ...agentGroup, required: true, description: 'The group to remove' },
	],
	options: [],
	request: (fields) => ({ MemberGroupID: fields.integer('groupId', 'Agent Group', { min: 0 }) }),
	orderingKey: ({ MemberGroupID }) => JSON.stringify([MemberGroupID]),
	// A second call finds no group and changes nothing.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [141004],
	rateLimit: deskRateLimit,
	interpret: (response, { MemberGroupID }) => sent(response, { MemberGroupID, deleted: true }),
};
