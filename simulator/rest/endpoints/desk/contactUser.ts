import { randomUUID } from 'node:crypto';
import type { Behaviour } from '../../../behaviour';
import { tellSessionEvent } from '../../../callbacks/desk';
import { isInteger, type JsonObject } from '../../../json';
import type { Agent, World } from '../../../state/world';
import {
	generalCodes,
	refuse,
	type Call,
	type Endpoint,
	type Outcome,
	type Refusal,
} from '../../endpoint';

/** Who is to take a session of whom. */
export interface Wanted {
	serviceAccount: string;
	userId: string;
	groupId?: number;
	memberId?: string;
}

/** Chat Desk > Contact User (v4/desk_http_svc/contact_user). */
export const contactUser: Endpoint = {
	path: 'desk_http_svc/contact_user',
	// The page prints no frequency; Chat > Use Limits gives 200 for every API.
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['IMAgentUserID', 'IMAgentUserId', 'ClientUserID', 'ClientUserId', 'GroupId', 'MemberId'],
	handle(call: Call): Outcome {
		const { state } = call;
		const { world } = state;
		if (!state.app.desk) return refuse(141000, 'the app is no Desk app');
		const wanted = readWanted(call.body, call.behaviour);
		if ('code' in wanted) return wanted;
		const { serviceAccount, userId } = wanted;

		if (!world.contactUserEnabled) return refuse(141014, 'contacting users is turned off');
		if (!world.serviceAccounts.has(serviceAccount)) {
			return refuse(141004, 'there is no such customer service account');
		}
		if (!world.accounts.has(userId)) return refuse(141015, 'there is no such user account');
		const open = world.sessions.openBetween(serviceAccount, userId);
		if (open?.state === 'Agent') return refuse(141016, 'the user is with a human agent');
		if (open && !open.transferable) {
			return refuse(141003, 'the session cannot be handed to a human agent');
		}
		const agent = assign(world, wanted, call.behaviour);
		if ('code' in agent) return agent;

		agent.receptions += 1;
		if (open) {
			open.state = 'Agent';
			open.memberId = agent.memberId;
			tellSessionEvent(call, 'transferred', open);
		} else {
			const session = world.sessions.add({
				sessionId: randomUUID(),
				serviceAccount,
				userId,
				state: 'Agent',
				memberId: agent.memberId,
				contacted: true,
				startedAt: call.now,
			});
			tellSessionEvent(call, 'sessionBegan', session);
		}
		announce(call, wanted, agent);
		return { response: { MemberId: agent.memberId } };
	},
};

/** The table spells IMAgentUserId and ClientUserId, the sample IMAgentUserID and ClientUserID. */
function readWanted(body: JsonObject, behaviour: Behaviour): Wanted | Refusal {
	const spelling = behaviour.contactFieldSpelling;
	const named = (table: string, sample: string) => {
		if (spelling === 'table') return body[table];
		if (spelling === 'sample') return body[sample];
		return body[table] ?? body[sample];
	};
	const serviceAccount = named('IMAgentUserId', 'IMAgentUserID');
	const userId = named('ClientUserId', 'ClientUserID');
	const { GroupId, MemberId } = body;
	if (typeof serviceAccount !== 'string' || serviceAccount === '') {
		return refuse(141004, 'the customer service account has to be a String');
	}
	if (typeof userId !== 'string' || userId === '') {
		return refuse(141004, 'the user to contact has to be a String');
	}
	if (GroupId !== undefined && !isInteger(GroupId)) {
		return refuse(141004, 'GroupId has to be an Integer');
	}
	if (MemberId !== undefined && typeof MemberId !== 'string') {
		return refuse(141004, 'MemberId has to be a String');
	}
	return {
		serviceAccount,
		userId,
		...(GroupId !== undefined && { groupId: GroupId }),
		// "If left blank, agents will be assigned according to the default policy."
		...(MemberId !== undefined && MemberId !== '' && { memberId: MemberId }),
	};
}

/** Picks the agent by the rules of the page, or says why there is none. */
export function assign(world: World, wanted: Wanted, behaviour: Behaviour): Agent | Refusal {
	const { groupId, memberId, serviceAccount } = wanted;
	if (groupId !== undefined) {
		const group = world.agentGroups.get(groupId);
		if (!group) return refuse(141019, 'there is no such agent group');
		if (!servesAccount(group.serviceAccounts, serviceAccount)) {
			return refuse(141018, 'the agent group may not serve this customer service account');
		}
	}
	if (memberId !== undefined) return namedAgent(world, memberId);

	const candidates = [...world.agents.values()].filter(
		(agent) => isFree(agent) && belongsHere(world, agent, serviceAccount, groupId),
	);
	const [first, ...others] = candidates;
	if (!first) return nobody(behaviour, groupId);
	return others.reduce((best, agent) => (agent.receptions < best.receptions ? agent : best), first);
}

function namedAgent(world: World, memberId: string): Agent | Refusal {
	const agent = world.agents.get(memberId);
	if (!agent) return refuse(141004, 'there is no such agent');
	if (agent.state === 'offline') return refuse(141011, 'the agent is offline');
	if (agent.state === 'onBreak') return refuse(141013, 'the agent is on a short break');
	return isFree(agent) ? agent : refuse(141012, 'the agent has reached the reception limit');
}

function isFree(agent: Agent): boolean {
	if (agent.state !== 'online') return false;
	return agent.receptionLimit === null || agent.receptions < agent.receptionLimit;
}

function servesAccount(serves: 'all' | string[], serviceAccount: string): boolean {
	return serves === 'all' || serves.includes(serviceAccount);
}

function belongsHere(
	world: World,
	agent: Agent,
	serviceAccount: string,
	groupId: number | undefined,
): boolean {
	if (groupId !== undefined) return agent.groupIds.includes(groupId);
	return agent.groupIds.some((id) => {
		const group = world.agentGroups.get(id);
		return group !== undefined && servesAccount(group.serviceAccounts, serviceAccount);
	});
}

/** The page has two codes for "nobody"; by default the one for a named group is 141017. */
function nobody(behaviour: Behaviour, groupId: number | undefined): Refusal {
	const byScope = groupId === undefined ? 141001 : 141017;
	const code =
		behaviour.nobodyAvailableCode === 'byScope' ? byScope : behaviour.nobodyAvailableCode;
	return refuse(code, 'no agent is available');
}

function announce(call: Call, wanted: Wanted, agent: Agent): void {
	call.conversations.add(
		{
			kind: 'desk',
			sdkAppId: call.state.app.sdkAppId,
			participants: [wanted.serviceAccount, wanted.userId],
		},
		{
			kind: 'system',
			sender: agent.memberId,
			elements: [],
			text: `${agent.memberId} was assigned to ${wanted.userId}`,
			time: Math.floor(call.now / 1000),
			key: randomUUID(),
			onlineOnly: false,
			state: 'delivered',
		},
	);
}
