import { isInteger } from '../../../json';
import { refuse } from '../../endpoint';
import { deskCommand, isFilled, typeFault, wrong } from './checks';

/** Product 269, page 124914: fields that are absent stay; one permission exists. */
const modifyRole = deskCommand(
	'modify_role',
	['RoleID', 'RoleName', 'MemberList', 'PermissionList', 'MemberGroupIDList'],
	({ body, state: { world } }) => {
		const fault = typeFault(body, {
			RoleName: 'text',
			MemberList: 'texts',
			PermissionList: 'texts',
			MemberGroupIDList: 'integers',
		});
		if (fault) return fault;
		const { RoleID, RoleName } = body;
		if (!isInteger(RoleID)) return wrong('RoleID', 'an Integer');
		const role = world.office.roles.get(RoleID);
		if (!role) return refuse(141004, 'there is no such role');
		const members = body.MemberList as string[] | undefined;
		const permissions = body.PermissionList as string[] | undefined;
		const groupIds = body.MemberGroupIDList as number[] | undefined;
		if (permissions?.some((permission) => permission !== 'CHAT_WORKBENCH')) {
			return wrong('PermissionList', 'of CHAT_WORKBENCH only');
		}
		if (members?.some((mail) => !world.agents.has(mail))) {
			return refuse(141004, 'there is no such member');
		}
		if (groupIds?.some((id) => !world.agentGroups.has(id))) {
			return refuse(141004, 'there is no such group');
		}
		if (isFilled(RoleName)) role.name = RoleName;
		role.members = members ?? role.members;
		role.permissions = permissions ?? role.permissions;
		role.groupIds = groupIds ?? role.groupIds;
		return { response: {} };
	},
);

/** Roles that every desk has; the list has those of the app's own. */
const builtIn = [1, 5, 7];

/** Product 269, page 124916: all roles, or those of one agent. Its sample has no built-in role. */
const getRoleList = deskCommand(
	'get_role_list',
	['SpecifiedMember'],
	({ body, state: { world } }) => {
		const fault = typeFault(body, { SpecifiedMember: 'text' });
		if (fault) return fault;
		const { SpecifiedMember: member } = body;
		const roles = [...world.office.roles.values()].filter(
			({ roleId, members }) =>
				!builtIn.includes(roleId) && (!isFilled(member) || members.includes(member)),
		);
		return {
			response: {
				Total: roles.length,
				RoleList: roles.map(({ roleId, name, members, permissions, groupIds }) => ({
					// The page spells it so where one agent is asked for.
					...(isFilled(member) ? { RoleId: roleId } : { RoleID: roleId }),
					RoleName: name,
					MemberList: [...members],
					PermissionList: [...permissions],
					MemberGroupIDList: [...groupIds],
				})),
			},
		};
	},
);

export const roleCommands = [modifyRole, getRoleList];
