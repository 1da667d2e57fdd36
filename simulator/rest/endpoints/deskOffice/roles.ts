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
		return { answer: {} };
	},
);

export const roleCommands = [modifyRole];
