import type { IDataObject } from 'n8n-workflow';
import type { Fields } from './fields';

/** A JSON body in the API's own spelling. */
export type Body = IDataObject;

/** The JSON body of an answer whose `ErrorCode` is 0. */
export type Answer = IDataObject;

/**
 * What may be sent again after an attempt whose effect is unknown (time-out, reset, HTTP 502,
 * an answer that is not JSON, an internal error):
 * - `deduplicated`: the same bytes, within `windowSeconds` of the first attempt, because the
 *   server drops the second copy of a message that carries the same numbers;
 * - `idempotent`: anything, because a second call changes nothing;
 * - `onlyIfNothingDone`: nothing, because a second call has a second effect.
 * What the server certainly did not do may always be sent again.
 */
export type RepeatRule =
	| { rule: 'deduplicated'; windowSeconds: number }
	| { rule: 'idempotent' }
	| { rule: 'onlyIfNothingDone' };

/** Fields of the body that the server tells copies of one message by, both unsigned 32-bit. */
export interface MessageNumbers {
	/** Random number of the message. */
	random: string;
	/** Sequence number: orders messages of one second. */
	sequence?: string;
}

/** Calls per second: what is used unless the user says otherwise, and what the API allows. */
export interface PaceOfCalls {
	usual: number;
	documentedLimit: number;
}

/** What a good envelope turns out to mean: an ErrorCode of 0 alone proves nothing. */
export type Meaning =
	| { done: true; output: IDataObject }
	| {
			done: false;
			/** `frequency`: asked too often, nothing was done, it may be sent again after a pause. */
			kind: 'frequency' | 'permanent';
			/** What happened. */
			message: string;
			/** What to do about it. */
			advice: string;
			/** Data for the error item, in the API's own spelling. */
			data: IDataObject;
	  };

/** What the delivery engine needs to know of an operation; nothing in it names an API. */
export interface Deliverable {
	/** `service/command`, without the version in front. */
	path: string;
	/** The body of one item's call, without the message numbers. Throws BadInput. */
	request(fields: Fields): Body;
	/** Calls with the same key go one after another, in item order. */
	conversation(body: Body): string;
	numbers?: MessageNumbers;
	repeat: RepeatRule;
	pace: PaceOfCalls;
	/** The largest body the API takes, in bytes of UTF-8 JSON. */
	largestBody?: number;
	meaning(answer: Answer, body: Body): Meaning;
}
