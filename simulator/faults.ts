import { isInteger, isObject, type JsonObject } from './json';
import { fraction, type RandomSource } from './random';

interface MayBeProcessed {
	/** Whether the request takes effect although the caller cannot tell; see `isProcessed`. */
	processed?: boolean;
}

/** Something that goes wrong with one request. */
export type Fault =
	/** The connection is reset and the request has no effect. */
	| { kind: 'reset' }
	/** The request takes effect, then the connection is closed without a response. */
	| { kind: 'loseResponse' }
	/** HTTP 502 with an HTML body, the network error that the REST pages name. */
	| ({ kind: 'status502' } & MayBeProcessed)
	/** The configured latency (at least 1 ms) times `factor`. */
	| { kind: 'slow'; factor: number }
	/** An extra wait before the request takes effect, or after it with `processed`. */
	| ({ kind: 'delay'; ms: number } & MayBeProcessed)
	/** HTTP 200 with a body that is no JSON. */
	| ({ kind: 'garbage' } & MayBeProcessed)
	/** HTTP 200 with the first half of the response. */
	| ({ kind: 'truncated' } & MayBeProcessed)
	/** A non-zero ErrorCode; the common checks (signature, rate) still come first. */
	| ({ kind: 'errorCode'; code: number; info?: string } & MayBeProcessed)
	/**
	 * A good response with ErrorCode 0 in which the list `field` has one more `entry`, or in which
	 * `field` is the text `entry`: a part that failed, or a message that was dropped.
	 */
	| ({ kind: 'part'; field: string; entry: JsonObject | string } & MayBeProcessed)
	/** A response that never ends, a byte at a time. */
	| ({ kind: 'drip' } & MayBeProcessed)
	/** A response of 500 MB. */
	| ({ kind: 'huge' } & MayBeProcessed)
	/** A small compressed answer that inflates to 512 MB. */
	| ({ kind: 'gzipBomb' } & MayBeProcessed)
	/** HTTP 302 to another URL. */
	| ({ kind: 'redirect'; to: string } & MayBeProcessed)
	/** No response at all, and the connection stays open. */
	| ({ kind: 'hang' } & MayBeProcessed);

export type FaultKind = Fault['kind'];

/** A fault that happens now and then; `path` such as `openim/sendmsg` limits it to one API. */
export interface FaultRule {
	probability: number;
	path?: string;
	fault: Fault;
}

/** A fault for exactly one request: the next one, or the next one to `path`. */
export interface ScriptedFault {
	path?: string;
	fault: Fault;
}

const processedByDefault: Record<FaultKind, boolean> = {
	reset: false,
	loseResponse: true,
	status502: false,
	slow: true,
	delay: false,
	garbage: true,
	truncated: true,
	errorCode: false,
	part: true,
	drip: true,
	huge: true,
	gzipBomb: true,
	redirect: false,
	hang: false,
};

/** Whether the request takes effect before the fault shows (for `delay`: before the wait). */
export function isProcessed(fault: Fault): boolean {
	const chosen = 'processed' in fault ? fault.processed : undefined;
	return chosen ?? processedByDefault[fault.kind];
}

/** Takes the fault for the next request to `path`: scripted ones first, then by chance. */
export function takeFault(
	plan: { failNext: ScriptedFault[]; faults: FaultRule[] },
	path: string,
	random: RandomSource,
): Fault | undefined {
	const concerns = (rule: { path?: string }) => rule.path === undefined || rule.path === path;
	const scripted = plan.failNext.findIndex(concerns);
	if (scripted >= 0) return plan.failNext.splice(scripted, 1)[0]?.fault;
	return plan.faults.find((rule) => concerns(rule) && fraction(random) < rule.probability)?.fault;
}

/** Milliseconds that a call may be made to wait; timers break far above. */
export const maxWait = 600_000;
const maxFactor = 10_000;

const isUpTo = (value: unknown, max: number) =>
	typeof value === 'number' && value >= 0 && value <= max;

export function isFault(value: unknown): value is Fault {
	if (!isObject(value) || typeof value.kind !== 'string') return false;
	if (!Object.hasOwn(processedByDefault, value.kind)) return false;
	if (value.processed !== undefined && typeof value.processed !== 'boolean') return false;
	switch (value.kind) {
		case 'slow':
			return isUpTo(value.factor, maxFactor);
		case 'delay':
			return isUpTo(value.ms, maxWait);
		case 'errorCode':
			return (
				isInteger(value.code) &&
				value.code !== 0 &&
				(value.info === undefined || typeof value.info === 'string')
			);
		case 'part':
			return (
				typeof value.field === 'string' &&
				(isObject(value.entry) || typeof value.entry === 'string')
			);
		case 'redirect':
			return typeof value.to === 'string';
		default:
			return true;
	}
}

export function isScriptedFault(value: unknown): value is ScriptedFault {
	return (
		isObject(value) &&
		(value.path === undefined || typeof value.path === 'string') &&
		isFault(value.fault)
	);
}

export function isFaultRule(value: unknown): value is FaultRule {
	return (
		isScriptedFault(value) &&
		'probability' in value &&
		typeof value.probability === 'number' &&
		value.probability >= 0 &&
		value.probability <= 1
	);
}
