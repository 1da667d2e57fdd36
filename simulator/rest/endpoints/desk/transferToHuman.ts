import { tellSessionEvent } from '../../../callbacks/desk';
import { isInteger, isStringArray, isZeroOrOne } from '../../../json';
import type { Session } from '../../../state/sessions';
import type { Agent } from '../../../state/world';
import {
	generalCodes,
	isRefusal,
	refuse,
	type Call,
	type Endpoint,
	type Outcome,
	type Refusal,
} from '../../endpoint';
import { assign } from './contactUser';
import { openSession } from './session';

/** Error Codes: no agent online, the named one offline or on a break. */
const nobodyIsThere = [141001, 141011, 141013, 141017];

/** Chat Desk > Agent Transfer (v4/desk_http_svc/transfer_to_human, page 1229/68820). */
export const transferToHuman: Endpoint = {
	path: 'desk_http_svc/transfer_to_human',
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['SessionId', 'AgentIdList', 'AgentGroupId', 'SendTipIfNoAgentOnline'],
	handle(call: Call): Outcome {
		const { body, state } = call;
		if (!state.app.desk) return refuse(141000, 'the app is no Desk app');
		const { AgentIdList = [], AgentGroupId, SendTipIfNoAgentOnline = 0 } = body;
		if (!isStringArray(AgentIdList)) return refuse(141004, 'AgentIdList has to be an Array');
		if (AgentGroupId !== undefined && !isInteger(AgentGroupId)) {
			return refuse(141004, 'AgentGroupId has to be an Integer');
		}
		if (!isZeroOrOne(SendTipIfNoAgentOnline)) {
			return refuse(141004, 'SendTipIfNoAgentOnline has to be 0 or 1');
		}
		const session = openSession(call);
		if ('code' in session) return session;
		const handedOver = handOver(call, session, AgentIdList, AgentGroupId);
		if (isRefusal(handedOver) && handedOver.code !== 141003 && SendTipIfNoAgentOnline === 1) {
			tip(call, session);
		}
		return handedOver;
	},
};

/**
 * Gives a session to an agent: to the first of the named ones who is free, or whom the default
 * policy picks; while the agents that come into question are busy, the session waits in the queue.
 */
export function handOver(
	call: Call,
	session: Session,
	memberIds: string[],
	groupId: number | undefined,
): Outcome {
	if (!session.transferable || session.state === 'Agent') {
		return refuse(141003, 'the session cannot be handed to a human agent');
	}
	const agent = firstFree(call, session, memberIds, groupId);
	if (!('code' in agent)) {
		agent.receptions += 1;
		Object.assign(session, { state: 'Agent', memberId: agent.memberId, groupId });
		tellSessionEvent(call, 'transferred', session);
		return { response: { AgentId: agent.memberId, IsInQueue: 0 } };
	}
	if (someoneIsOnline(call, memberIds, groupId)) {
		Object.assign(session, { state: 'Queueing', groupId });
		tellSessionEvent(call, 'queued', session);
		return { response: { AgentId: '', IsInQueue: 1 } };
	}
	if (nobodyIsThere.includes(agent.code)) tellSessionEvent(call, 'transferFailed', session);
	return agent;
}

/** The first of the named agents who is free, or whom the default policy picks. */
function firstFree(
	{ state, behaviour }: Call,
	{ serviceAccount, userId }: Session,
	memberIds: string[],
	groupId: number | undefined,
): Agent | Refusal {
	const wanted = { serviceAccount, userId, groupId };
	const tried = memberIds.map((memberId) =>
		assign(state.world, { ...wanted, memberId }, behaviour),
	);
	return (
		tried.find((agent) => !('code' in agent)) ?? tried[0] ?? assign(state.world, wanted, behaviour)
	);
}

/** Whoever is online, even if busy, makes waiting worth while. */
function someoneIsOnline(
	{ state }: Call,
	memberIds: string[],
	groupId: number | undefined,
): boolean {
	return [...state.world.agents.values()].some(
		(agent) =>
			agent.state === 'online' &&
			(memberIds.length === 0 || memberIds.includes(agent.memberId)) &&
			(groupId === undefined || agent.groupIds.includes(groupId)),
	);
}

/** TransferToHumanFailPrompt of the customer service account. */
function tip({ state, now }: Call, session: Session): void {
	const Text = 'No agent is online at the moment.';
	state.world.sessions.write(session, {
		from: session.serviceAccount,
		role: 3,
		elements: [{ MsgType: 'TIMTextElem', MsgContent: { Text } }],
		time: now,
	});
}
