import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage, numericIdsOrNone } from '../shared/desk';
import { agent } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import { groupIds, nickname, profileOptions, readNickname, readProfile, roleIds } from './profile';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update an agent',
	description: "Change an agent's name, roles, groups or limits",
	documentation: deskPage(124318),
	shape: 'single',
	path: 'desk_http_svc/update_member',
	properties: [
		{ ...agent, required: true, description: 'The agent to change, by email address' },
		...avatarControls,
		updateFields(
			nickname,
			{ ...roleIds, description: `${roleIds.description} They replace those of before.` },
			{ ...groupIds, description: `${groupIds.description}. They replace those of before.` },
			{
				displayName: 'Clear Roles',
				name: 'clearRoles',
				type: 'boolean',
				default: false,
				description: 'Whether to take all roles away from the agent',
			},
			{
				displayName: 'Move to Default Group',
				name: 'moveToDefaultGroup',
				type: 'boolean',
				default: false,
				description: 'Whether to take the agent out of all groups, into the default group',
			},
			...profileOptions,
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			MemberMail: fields.id('memberId', 'Agent'),
			...changesIn(
				withoutAbsent({
					NickName: readNickname(changes),
					RoleIDList: numericIdsOrNone(changes, 'roleIds', 'Role IDs', 'clearRoles', 'Clear Roles'),
					MemberGroupIDList: numericIdsOrNone(
						changes,
						'groupIds',
						'Agent Group IDs',
						'moveToDefaultGroup',
						'Move to Default Group',
					),
					...readProfile(changes, readAvatar(fields)),
				}),
				fields,
			),
		};
	},
	orderingKey: ({ MemberMail }) => JSON.stringify([MemberMail]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { MemberMail }) => sent(response, { MemberMail }),
};
