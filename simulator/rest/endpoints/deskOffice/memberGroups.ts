import { isInteger, type JsonObject } from '../../../json';
import type { AgentGroup, World } from '../../../state/world';
import { refuse, type Refusal } from '../../endpoint';
import { deskCommand, isFilled, pageOf, typeFault, wrong } from './checks';

const maxNameCharacters = 32;
const maxReceptionLimit = 999;

function groupFault(body: JsonObject, listField: string, world: World): Refusal | undefined {
	const fault = typeFault(body, {
		MemberGroupName: 'text',
		ReceptionLimit: 'integer',
		[listField]: 'texts',
	});
	if (fault) return fault;
	const { MemberGroupName, ReceptionLimit } = body;
	if (typeof MemberGroupName === 'string' && [...MemberGroupName].length > maxNameCharacters) {
		return wrong('MemberGroupName', `of ${maxNameCharacters} characters at most`);
	}
	if (isInteger(ReceptionLimit) && (ReceptionLimit < 0 || ReceptionLimit > maxReceptionLimit)) {
		return wrong('ReceptionLimit', `up to ${maxReceptionLimit}`);
	}
	const mails = (body[listField] ?? []) as string[];
	return mails.every((mail) => world.agents.has(mail))
		? undefined
		: refuse(141004, 'there is no such member');
}

function setMembers(world: World, { groupId }: AgentGroup, mails: string[]): void {
	for (const agent of world.agents.values()) {
		const others = agent.groupIds.filter((id) => id !== groupId);
		agent.groupIds = mails.includes(agent.memberId) ? [...others, groupId] : others;
	}
}

function known(world: World, id: unknown): AgentGroup | Refusal {
	if (!isInteger(id)) return wrong('MemberGroupID', 'an Integer');
	return world.agentGroups.get(id) ?? refuse(141004, 'there is no such group');
}

/** Product 269, page 124499. */
const createMemberGroup = deskCommand(
	'create_member_group',
	['MemberGroupName', 'ReceptionLimit', 'MemberList'],
	({ body, state: { world } }) => {
		const fault = groupFault(body, 'MemberList', world);
		if (fault) return fault;
		const { MemberGroupName, ReceptionLimit, MemberList } = body;
		if (!isFilled(MemberGroupName)) return wrong('MemberGroupName', 'a String');
		const group: AgentGroup = {
			groupId: Math.max(0, ...world.agentGroups.keys()) + 1,
			name: MemberGroupName,
			serviceAccounts: 'all',
			receptionLimit: isInteger(ReceptionLimit) ? ReceptionLimit : undefined,
		};
		world.agentGroups.set(group.groupId, group);
		setMembers(world, group, (MemberList ?? []) as string[]);
		return { response: { MemberGroupID: group.groupId } };
	},
);

/** Product 269, page 124501: an absent list stays, one that is given replaces the old one. */
const updateMemberGroup = deskCommand(
	'update_member_group',
	['MemberGroupID', 'MemberGroupName', 'ReceptionLimit', 'MemberMailList'],
	({ body, state: { world } }) => {
		const fault = groupFault(body, 'MemberMailList', world);
		if (fault) return fault;
		const group = known(world, body.MemberGroupID);
		if ('code' in group) return group;
		const { MemberGroupName, ReceptionLimit, MemberMailList } = body;
		if (isFilled(MemberGroupName)) group.name = MemberGroupName;
		if (isInteger(ReceptionLimit)) group.receptionLimit = ReceptionLimit;
		if (MemberMailList !== undefined) setMembers(world, group, MemberMailList as string[]);
		return { response: {} };
	},
);

/** Product 269, page 124500. */
const deleteMemberGroup = deskCommand(
	'delete_member_group',
	['MemberGroupID'],
	({ body, state: { world } }) => {
		const group = known(world, body.MemberGroupID);
		if ('code' in group) return group;
		setMembers(world, group, []);
		world.agentGroups.delete(group.groupId);
		return { response: {} };
	},
);

/** Product 269, page 124502. */
const getMemberGroupList = deskCommand(
	'get_member_group_list',
	['PageSize', 'PageNumber'],
	({ body, state: { world } }) => {
		const page = pageOf([...world.agentGroups.values()], body, 'PageNumber', false);
		if ('code' in page) return page;
		const agents = [...world.agents.values()];
		const MemberGroupList = page.map(({ groupId, name, receptionLimit }) => ({
			MemberGroupID: groupId,
			MemberGroupName: name,
			ReceptionLimit: receptionLimit ?? 0,
			GroupMemberCount: agents.filter(({ groupIds }) => groupIds.includes(groupId)).length,
		}));
		return { response: { MemberGroupList, Total: world.agentGroups.size } };
	},
);

export const memberGroupCommands = [
	createMemberGroup,
	deleteMemberGroup,
	getMemberGroupList,
	updateMemberGroup,
];
