import type { Session } from '../../../state/sessions';
import {
	generalCodes,
	refuse,
	type Call,
	type Endpoint,
	type Outcome,
	type Refusal,
} from '../../endpoint';
import { namedSession } from './session';

/** Chat Desk > Querying User Session Status (v4/desk_http_svc/get_session_state). */
export const getSessionState: Endpoint = {
	path: 'desk_http_svc/get_session_state',
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['SessionId', 'ClientUserId', 'CustomerServiceId'],
	handle(call: Call): Outcome {
		if (!call.state.app.desk) return refuse(141000, 'the app is no Desk app');
		const session = find(call);
		if (session && 'code' in session) return session;
		if (!session || session.state === 'Ended') {
			return { response: { SessionId: session?.sessionId ?? '', CurrentState: 'NotInSession' } };
		}
		const { sessionId, state, memberId } = session;
		return {
			response: {
				SessionId: sessionId,
				CurrentState: state,
				AgentId: state === 'Agent' ? memberId : '',
			},
		};
	},
};

/** By ID for every integration, by both sides for the SDK integration. */
function find(call: Call): Session | Refusal | undefined {
	const { SessionId, ClientUserId, CustomerServiceId } = call.body;
	if (SessionId !== undefined) return namedSession(call);
	if (typeof ClientUserId !== 'string' || typeof CustomerServiceId !== 'string') {
		return refuse(141004, 'give SessionId, or ClientUserId and CustomerServiceId as String');
	}
	return call.state.world.sessions.openBetween(CustomerServiceId, ClientUserId);
}
