import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage, numericIds } from '../shared/desk';
import { role } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { panelVersion, shownBefore, shownSince } from '../versions';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';

/** The only permission that the page names. */
const permissions = ['CHAT_WORKBENCH'] as const;

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a role',
	description: 'Change who has a role of Desk and what it allows',
	documentation: deskPage(124914),
	shape: 'single',
	path: 'desk_http_svc/modify_role',
	properties: [
		shownSince(panelVersion, role),
		shownBefore(panelVersion, {
			displayName: 'Role ID',
			name: 'roleId',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: '',
			required: true,
			placeholder: 'e.g. 101',
			description:
				'The number of the role: Role > Get Many lists them, and the Desk console shows it',
		}),
		updateFields(
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Night shift',
				description: 'The new name of the role',
			},
			{
				displayName: 'Agents',
				name: 'memberMails',
				type: 'string',
				default: '',
				placeholder: 'e.g. mia@example.com, noah@example.com',
				description: 'Email addresses of the agents with this role, with commas between them',
			},
			{
				displayName: 'Permissions',
				name: 'permissions',
				type: 'multiOptions',
				options: [
					{
						name: 'Chat Workbench',
						value: permissions[0],
						description: 'May use the workbench in which agents chat',
					},
				],
				default: [],
				description: 'What the role allows',
			},
			{
				displayName: 'Visible Agent Group IDs',
				name: 'groupIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9465, 9466',
				description:
					'Numbers of the agent groups that the role sees in the workbench, with commas between them',
			},
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			RoleID:
				fields.optionalInteger(role.name, role.displayName, { min: 1 }) ??
				fields.integer('roleId', 'Role ID', { min: 1 }),
			...changesIn(
				withoutAbsent({
					RoleName: changes.optionalText('name', 'Name'),
					MemberList: changes.optionalIds('memberMails', 'Agents'),
					PermissionList: changes.optionalChoices('permissions', 'Permissions', permissions),
					MemberGroupIDList: numericIds(changes, 'groupIds', 'Visible Agent Group IDs'),
				}),
				fields,
			),
		};
	},
	orderingKey: ({ RoleID }) => JSON.stringify([RoleID]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { RoleID }) => sent(response, { RoleID }),
};
