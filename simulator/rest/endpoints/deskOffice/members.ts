import { isInteger, isObject, type JsonObject } from '../../../json';
import type { Agent, World } from '../../../state/world';
import { refuse, type Call, type Outcome, type Refusal } from '../../endpoint';
import { deskCommand, isFilled, pageOf, typeFault, wrong } from './checks';

const maxMembersACall = 10;
const maxNameCharacters = 32;

const memberTypes = {
	NickName: 'text',
	RoleIDList: 'integers',
	MemberGroupIDList: 'integers',
	Avatar: 'text',
	MemberReceptionLimit: 'integer',
	MemberReceptionLimitEnabled: 'flag',
} as const;

/** An agent's state by the Status of set_member_status. */
const states = new Map<unknown, Agent['state']>([
	['STATUS_FREE', 'online'],
	['STATUS_NOT_READY', 'onBreak'],
	['STATUS_REST', 'onBreak'],
]);

function memberFault(member: JsonObject, world: World): Refusal | undefined {
	const fault = typeFault(member, memberTypes);
	if (fault) return fault;
	const { NickName, MemberMail, RoleIDList, MemberGroupIDList } = member;
	if (!isFilled(MemberMail)) return wrong('MemberMail', 'a String');
	if (typeof NickName === 'string' && [...NickName].length > maxNameCharacters) {
		return wrong('NickName', `of ${maxNameCharacters} characters at most`);
	}
	const roles = (RoleIDList ?? []) as number[];
	if (roles.some((id) => !world.office.roles.has(id))) return refuse(141004, 'no such role');
	const groups = (MemberGroupIDList ?? []) as number[];
	if (groups.some((id) => !world.agentGroups.has(id))) return refuse(141004, 'no such group');
	return undefined;
}

/** The first group is the default one: an agent is always in a group. */
function groupsOrDefault(world: World, groupIds: number[]): number[] {
	return groupIds.length > 0 ? groupIds : [...world.agentGroups.keys()].slice(0, 1);
}

/** Fields that are absent stay as they are. */
function change(agent: Agent, member: JsonObject, world: World): void {
	const { NickName, RoleIDList, MemberGroupIDList, Avatar } = member;
	const { MemberReceptionLimit, MemberReceptionLimitEnabled } = member;
	if (NickName !== undefined) agent.nickName = NickName as string;
	if (RoleIDList !== undefined) agent.roleIds = RoleIDList as number[];
	if (Avatar !== undefined) agent.avatar = Avatar as string;
	if (MemberGroupIDList !== undefined) {
		agent.groupIds = groupsOrDefault(world, MemberGroupIDList as number[]);
	}
	if (MemberReceptionLimitEnabled === 0) agent.receptionLimit = null;
	else if (MemberReceptionLimit !== undefined) {
		agent.receptionLimit = MemberReceptionLimit as number;
	}
}

function shown(agent: Agent, world: World): JsonObject {
	const { memberId, nickName, roleIds, groupIds, avatar, receptionLimit } = agent;
	const limits = groupIds.map((id) => world.agentGroups.get(id)?.receptionLimit ?? 0);
	return {
		NickName: nickName ?? '',
		MemberMail: memberId,
		RoleIDList: roleIds ?? [],
		MemberGroupIDList: groupIds,
		Avatar: avatar ?? '',
		MemberReceptionLimit: receptionLimit ?? 0,
		MemberReceptionLimitEnabled: receptionLimit === null ? 0 : 1,
		EffectiveReceptionLimit: receptionLimit ?? Math.max(0, ...limits),
	};
}

function listed({ body, state }: Call, agents: Agent[]): Outcome {
	const { Order } = body;
	if (Order !== undefined && Order !== 0 && Order !== 1) return wrong('Order', '0 or 1');
	const ordered = Order === 1 ? agents.reverse() : agents;
	const page = pageOf(ordered, body, 'PageNum', true);
	if ('code' in page) return page;
	const MemberList = page.map((agent) => shown(agent, state.world));
	return { response: { MemberList, Total: agents.length } };
}

function known(world: World, mail: unknown): Agent | Refusal {
	if (typeof mail !== 'string' || mail === '') return wrong('MemberMail', 'a String');
	return world.agents.get(mail) ?? refuse(141010, 'there is no such member');
}

/**
 * Product 269, page 124316. No page says what an address that is taken does; it is refused, and
 * then nobody of the call is created.
 */
const createMembers = deskCommand('create_members', ['MemberList', 'SendPassword'], (call) => {
	const { world } = call.state;
	const { MemberList } = call.body;
	const fault = typeFault(call.body, { SendPassword: 'boolean' });
	if (fault) return fault;
	if (!Array.isArray(MemberList) || !MemberList.every(isObject) || MemberList.length === 0) {
		return wrong('MemberList', 'an Array of Object');
	}
	if (MemberList.length > maxMembersACall) {
		return wrong('MemberList', `of ${maxMembersACall} members at most`);
	}
	const mails = new Set<string>();
	for (const member of MemberList) {
		const memberProblem = memberFault(member, world);
		if (memberProblem) return memberProblem;
		const mail = member.MemberMail as string;
		if (world.agents.has(mail) || mails.has(mail)) return refuse(141004, `${mail} is taken`);
		mails.add(mail);
	}
	for (const member of MemberList) {
		const agent: Agent = {
			memberId: member.MemberMail as string,
			state: 'offline',
			receptionLimit: null,
			receptions: 0,
			groupIds: groupsOrDefault(world, []),
		};
		change(agent, member, world);
		world.agents.set(agent.memberId, agent);
	}
	return { response: {} };
});

/** Product 269, page 124318. */
const updateMember = deskCommand(
	'update_member',
	['MemberMail', ...Object.keys(memberTypes)],
	({ body, state }) => {
		const fault = memberFault(body, state.world);
		if (fault) return fault;
		const agent = known(state.world, body.MemberMail);
		if ('code' in agent) return agent;
		change(agent, body, state.world);
		return { response: {} };
	},
);

/** Product 269, page 124319. */
const getMemberList = deskCommand('get_member_list', ['PageSize', 'PageNum', 'Order'], (call) =>
	listed(call, [...call.state.world.agents.values()]),
);

/** Product 269, page 127649. */
const getMemberListInGroup = deskCommand(
	'get_member_list_in_group',
	['MemberGroupID', 'PageSize', 'PageNum', 'Order'],
	(call) => {
		const { MemberGroupID } = call.body;
		const { agents, agentGroups } = call.state.world;
		if (!isInteger(MemberGroupID)) return wrong('MemberGroupID', 'an Integer');
		if (!agentGroups.has(MemberGroupID)) return refuse(141004, 'there is no such group');
		return listed(
			call,
			[...agents.values()].filter(({ groupIds }) => groupIds.includes(MemberGroupID)),
		);
	},
);

/** Product 269, page 124943: a reason without a break is refused, as is one that nobody set up. */
const setMemberStatus = deskCommand(
	'set_member_status',
	['MemberMail', 'Status', 'RestReason'],
	({ body, state }) => {
		const { Status, RestReason } = body;
		const agentState = states.get(Status);
		if (!agentState) return wrong('Status', [...states.keys()].join(', '));
		if (RestReason !== undefined && RestReason !== '') {
			if (Status !== 'STATUS_REST') return refuse(141004, 'RestReason needs STATUS_REST');
			if (typeof RestReason !== 'string' || !state.world.office.restReasons.has(RestReason)) {
				return refuse(141004, 'there is no such RestReason');
			}
		}
		const agent = known(state.world, body.MemberMail);
		if ('code' in agent) return agent;
		agent.state = agentState;
		return { response: {} };
	},
);

/** Product 269, page 124321: somebody whom a supervisor forced offline may sign in again. */
const restoreMemberOnline = deskCommand(
	'restore_member_online',
	['MemberMail'],
	({ body, state }) => {
		const agent = known(state.world, body.MemberMail);
		if ('code' in agent) return agent;
		delete agent.forcedOffline;
		return { response: {} };
	},
);

export const memberCommands = [
	restoreMemberOnline,
	createMembers,
	getMemberList,
	getMemberListInGroup,
	setMemberStatus,
	updateMember,
];
