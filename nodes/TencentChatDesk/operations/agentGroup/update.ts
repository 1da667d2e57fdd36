import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import { agentGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import { groupName, memberMails, readLimit, readMails, readName, receptionLimit } from './fields';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update an agent group',
	description: "Change a group's name, agents or limit",
	documentation: deskPage(124501),
	shape: 'single',
	path: 'desk_http_svc/update_member_group',
	properties: [
		{ ...agentGroup, required: true, description: 'The group to change' },
		updateFields(groupName, receptionLimit, {
			...memberMails,
			description: `${memberMails.description}. They replace those of before.`,
		}),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			MemberGroupID: fields.integer('groupId', 'Agent Group', { min: 0 }),
			...changesIn(
				withoutAbsent({
					MemberGroupName: readName(changes),
					ReceptionLimit: readLimit(changes),
					// Creating calls the same list MemberList.
					MemberMailList: readMails(changes),
				}),
				fields,
			),
		};
	},
	orderingKey: ({ MemberGroupID }) => JSON.stringify([MemberGroupID]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { MemberGroupID }) => sent(response, { MemberGroupID }),
};
