import type { IDataObject } from 'n8n-workflow';
import type { FailureKind } from './failures';

/** Why a call did not do its work, and what is known of its effect. */
export interface Failure {
	/** `unreachable`: nothing reached the server. `lost`: nobody knows what the server did. */
	kind: FailureKind | 'unreachable' | 'lost';
	/** `none`: the server certainly did nothing. `unknown`: it may have done what was asked. */
	effect: 'none' | 'unknown';
	/** What happened. */
	message: string;
	/** What to do about it. */
	advice: string;
	/** Facts for the error item: ErrorCode, ErrorInfo, RequestId, httpStatus. */
	data: IDataObject;
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
