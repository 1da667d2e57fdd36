import type { Behaviour } from '../behaviour';
import type { Callbacks } from '../callbacks/callbacks';
import type { JsonObject } from '../json';
import type { RandomSource } from '../random';
import type { AppState } from '../state/app';
import type { Conversations } from '../state/conversations';

/** One authenticated call with a body that is a JSON object. */
export interface Call {
	body: JsonObject;
	/** The size of the body on the wire. */
	bytes: number;
	/** The address under which the simulator was called, for addresses in responses. */
	origin?: string;
	state: AppState;
	/** The admin account that signed the call, or the person who acts in a client. */
	identifier: string;
	/** OptPlatform of callbacks: RESTAPI, or the client of the person. */
	platform: string;
	/** Milliseconds since 1970. */
	now: number;
	behaviour: Behaviour;
	conversations: Conversations;
	callbacks: Callbacks;
	random: RandomSource;
}

/** The call took effect; `answer` is laid beside the envelope fields. */
export interface Accepted {
	response: JsonObject;
	/** Set when the call was recognised as a repeat and dropped. */
	duplicate?: true;
}

/** The call had no effect. */
export interface Refusal {
	code: number;
	info: string;
	/** A repeat that was dropped and is answered with an error. */
	duplicate?: true;
}

export type Outcome = Accepted | Refusal;

/** One REST API: a line in the registry and a file that implements it. */
export interface Endpoint {
	/** `<service>/<command>`, as it stands after /v4/ in the URL. */
	path: string;
	/** Documented calls a second for one app. */
	callsPerSecond: number;
	/** A second limit, in units of which a call may hold many; none where the limit is null. */
	unitsPerSecond?: {
		limit(behaviour: Behaviour): number | null;
		count(body: JsonObject): number;
	};
	/** What a call too many answers, where the API has a code of its own. */
	rateLimitCode?: number;
	/** Codes of the common checks that differ between API families. */
	codes: { notAdmin: number; notJson: number; notAnObject: number };
	/** Top-level fields that the page lists; others are ignored and recorded. */
	fields: readonly string[];
	/** Live APIs add a RequestId to every response. */
	withRequestId?: true;
	/** Answers later only where a callback of the app decides first. */
	handle(call: Call): Outcome | Promise<Outcome>;
}

export function refuse(code: number, info: string): Refusal {
	return { code, info };
}

export function isRefusal(outcome: Outcome): outcome is Refusal {
	return 'code' in outcome;
}

/** Codes of REST API Introduction and Error Codes, for APIs whose page has none of its own. */
export const generalCodes = { notAdmin: 60010, notJson: 60003, notAnObject: 60003 } as const;
