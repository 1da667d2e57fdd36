import { tellSessionEvent } from '../../../callbacks/desk';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { assign } from './contactUser';
import { openSession } from './session';

/** Chat Desk > End Session (v4/desk_http_svc/end_session, page 1229/68948). */
export const endSession: Endpoint = {
	path: 'desk_http_svc/end_session',
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['SessionId'],
	handle(call: Call): Outcome {
		const { world, app } = call.state;
		if (!app.desk) return refuse(141000, 'the app is no Desk app');
		const session = openSession(call);
		if ('code' in session) return session;
		const agent = session.state === 'Agent' && world.agents.get(session.memberId ?? '');
		world.sessions.end(session, call.now);
		tellSessionEvent(call, 'sessionEnded', session);
		if (agent) {
			agent.receptions = Math.max(0, agent.receptions - 1);
			serveQueue(call);
		}
		return { response: {} };
	},
};

/** Whoever has waited longest gets the agent who is free now. */
function serveQueue(call: Call): void {
	const { world } = call.state;
	for (const waiting of world.sessions.list()) {
		if (waiting.state !== 'Queueing') continue;
		const agent = assign(world, waiting, call.behaviour);
		if ('code' in agent) continue;
		agent.receptions += 1;
		waiting.state = 'Agent';
		waiting.memberId = agent.memberId;
		tellSessionEvent(call, 'transferred', waiting);
	}
}
