import type { IDataObject } from 'n8n-workflow';
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
