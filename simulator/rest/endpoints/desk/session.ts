import type { Json } from '../../../json';
import { isInteger } from '../../../json';
import type { Session } from '../../../state/sessions';
import { refuse, type Call, type Refusal } from '../../endpoint';

/** A session that exists, open or not: 141004 and 141005 of the Desk pages. */
export function namedSession({ body, state }: Call): Session | Refusal {
	const { SessionId } = body;
	if (typeof SessionId !== 'string' || SessionId === '') {
		return refuse(141004, 'SessionId has to be a String');
	}
	return state.world.sessions.get(SessionId) ?? refuse(141005, 'the session does not exist');
}

/** A session that is going on. */
export function openSession(call: Call): Session | Refusal {
	const session = namedSession(call);
	if ('code' in session || session.state !== 'Ended') return session;
	return refuse(141005, 'the session has ended');
}

/** Which part of a list is asked for. */
export interface Page {
	limit: number;
	offset: number;
}

/** Limit and Offset: 20 and 0 on Query Chat Messages and Query Session Records. */
export function pageOf({ body }: Call, defaultLimit = 20): Page | Refusal {
	const { Limit = defaultLimit, Offset = 0 } = body;
	if (!isInteger(Limit) || Limit < 1 || Limit > 100) {
		return refuse(141004, 'Limit has to be an Integer from 1 to 100');
	}
	if (!isInteger(Offset) || Offset < 0) {
		return refuse(141004, 'Offset has to be an Integer from 0');
	}
	return { limit: Limit, offset: Offset };
}

/** A time of two ends in Unix seconds. */
export function periodOf(from: Json | undefined, to: Json | undefined): [number, number] | Refusal {
	if (!isInteger(from) || !isInteger(to)) {
		return refuse(141004, 'both ends of the time have to be Integers');
	}
	return from <= to ? [from, to] : refuse(141004, 'the time ends before it starts');
}
