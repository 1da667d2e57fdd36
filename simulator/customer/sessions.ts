import type { Core } from '../core';
import { isInteger, isStringArray } from '../json';
import { isRefusal, type Call } from '../rest/endpoint';
import { endSession } from '../rest/endpoints/desk/endSession';
import { openSession } from '../rest/endpoints/desk/session';
import { handOver } from '../rest/endpoints/desk/transferToHuman';
import type { Session } from '../state/sessions';
import { responseTo, appOf, callAs, type ActionResponse, type ActionOptions } from './person';

export interface SessionAction extends ActionOptions {
	sessionId: string;
}

function callOfUser(core: Core, { sessionId, ...options }: SessionAction): Call {
	const session = appOf(core, options.sdkAppId).world.sessions.get(sessionId);
	return callAs(core, session?.userId ?? '', { SessionId: sessionId }, options);
}

/** Ends a session as its user; 141005 when it is none that is open. */
export async function endOwnSession(core: Core, action: SessionAction): Promise<ActionResponse> {
	return responseTo(core, await endSession.handle(callOfUser(core, action)));
}

export interface AgentResponse extends ActionResponse {
	/** The agent who has the session now. */
	AgentId?: string;
	/** 1 when the session waits for an agent. */
	IsInQueue?: number;
}

/**
 * Asks for a human agent as the user of a session. The app's server is asked first who it shall
 * be: Chat Desk > Business Server Agent Routing Callback (page 1229/68988), which Chat calls
 * ChatBot.OnAssignAgent (page 63270).
 */
export async function askForAgent(core: Core, action: SessionAction): Promise<AgentResponse> {
	const call = callOfUser(core, action);
	const session = openSession(call);
	if ('code' in session) return responseTo(core, session);
	const { memberIds, groupId } = await routeOf(call, session);
	// It may have ended while the app's server was asked.
	const still = openSession(call);
	if ('code' in still) return responseTo(core, still);
	const outcome = handOver(call, still, memberIds, groupId);
	return responseTo(core, outcome, isRefusal(outcome) ? {} : outcome.response);
}

interface Route {
	memberIds: string[];
	groupId?: number;
}

/** Whom the app's server wants; without a good response, whom the default policy picks. */
async function routeOf(call: Call, session: Session): Promise<Route> {
	const asked = call.callbacks.ask(call.state, {
		command: call.state.callbacks.settings.assignCommand,
		platform: call.platform,
		body: {
			SessionId: session.sessionId,
			ClientUserId: session.userId,
			EventTime: call.now,
		},
	});
	const response = (await asked)?.response;
	if (response?.ErrorCode !== 0) return { memberIds: [] };
	const { AgentIdList, AgentGroupId } = response;
	return {
		memberIds: isStringArray(AgentIdList) ? AgentIdList : [],
		...(isInteger(AgentGroupId) && { groupId: AgentGroupId }),
	};
}
