import type { IDataObject } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { FailureKind } from './explain';

/** Why a call did not do its work, and what is known of its effect. */
export interface Failure {
	/** `unreachable`: nothing reached the server. `lost`: nobody knows what the server did. */
	kind: FailureKind | 'unreachable' | 'lost';
	/**
	 * `none`: the server certainly did nothing. `unknown`: it may have done what was asked.
	 * `partial`: it did a part, and certainly not the rest.
	 */
	effect: 'none' | 'unknown' | 'partial';
	/** What happened. */
	message: string;
	/** What to do about it. */
	advice: string;
	/** Facts for the error item: ErrorCode, ErrorInfo, RequestId, httpStatus. */
	data: IDataObject;
	/** Fields of the body that hold whom the message is about. */
	about?: readonly string[];
	/** Milliseconds after which the server wants to be asked again, where it said so. */
	retryAfter?: number;
}

/** Kinds whose refusal says for certain that the server did nothing. */
const withoutEffect = new Set<Failure['kind']>([
	'frequency',
	'signature',
	'lockedOut',
	'unavailable',
	'credential',
	'permanent',
	'unexplained',
	'unreachable',
]);

/** A failure whose effect follows from its kind. */
export function failureOf(
	kind: Failure['kind'],
	message: string,
	advice: string,
	data: IDataObject = {},
): Failure {
	return { kind, effect: withoutEffect.has(kind) ? 'none' : 'unknown', message, advice, data };
}

/** An ID has up to 32 bytes, an e-mail address rarely more; an expression may give anything. */
const maxNames = 100;

/** The same failure, with the names of those it is about behind its message. */
export function withNames(failure: Failure, body: Body): Failure {
	const names = (failure.about ?? [])
		.flatMap((field) => body[field] ?? [])
		.filter((name) => typeof name === 'string' && name !== '')
		.join(', ')
		.slice(0, maxNames);
	return names === '' ? failure : { ...failure, message: `${failure.message}: ${names}` };
}

/** The same failure after an earlier attempt whose effect nobody knows. */
export function inDoubt(failure: Failure): Failure {
	if (failure.effect === 'unknown') return failure;
	return { ...failure, effect: 'unknown' };
}

/**
 * A failure in a chain of calls of which some have done their work.
 *
 * @param done calls that were carried out
 * @param planned calls of the whole chain
 */
export function partlyDone(failure: Failure, done: number, planned: number): Failure {
	if (done === 0) return failure;
	return {
		...failure,
		effect: failure.effect === 'none' ? 'partial' : failure.effect,
		advice: `${done} of ${planned} calls were carried out before, and are not made again. ${failure.advice}`,
		data: { ...failure.data, callsCarriedOut: done, callsPlanned: planned },
	};
}
