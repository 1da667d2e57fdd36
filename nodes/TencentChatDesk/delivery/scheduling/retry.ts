import type { RetryPolicy } from '../../contract';
import type { Failure } from '../errors/failure';

/** What the attempts of one call have been so far. */
export interface Attempts {
	count: number;
	/** Milliseconds of the monotonic clock at the first one: a clock that is set must not count. */
	firstAt: number;
	/** An earlier attempt may have had its effect. */
	doubt: boolean;
	renewedSignature: boolean;
	waitedLockOut: boolean;
}

export const noAttempts = (): Attempts => ({
	count: 0,
	firstAt: 0,
	doubt: false,
	renewedSignature: false,
	waitedLockOut: false,
});

const baseDelay = 500;
const maxDelay = 20_000;
/** The least after a refusal for asking too often, however short the draw. */
const minFrequencyDelay = 250;
/** Error 70050 asks for a minute. */
export const lockOutDelay = 61_000;
/** A repeat has to arrive inside the window of de-duplication, so it starts well before its end. */
const windowMargin = 5_000;

/** A server that wants to be left alone for longer than this has said no. */
const maxRetryAfter = 300_000;

/** Exponential back-off with full jitter. */
function backOff(count: number, random: () => number): number {
	return random() * Math.min(maxDelay, baseDelay * 2 ** (count - 1));
}

type Delay = (attempts: Attempts, random: () => number) => number | undefined;

const never: Delay = () => undefined;
const backedOff: Delay = ({ count }, random) => backOff(count, random);

/** Milliseconds until the next attempt, by what made the last one fail; undefined for none. */
const delayAfter: Record<Failure['kind'], Delay> = {
	credential: never,
	permanent: never,
	unexplained: never,
	unavailable: never,
	signature: ({ renewedSignature }) => (renewedSignature ? undefined : 0),
	lockedOut: ({ waitedLockOut }) => (waitedLockOut ? undefined : lockOutDelay),
	frequency: ({ count }, random) => minFrequencyDelay + backOff(count, random),
	transient: backedOff,
	lost: backedOff,
	unreachable: backedOff,
};

/**
 * Whether and when a failed call is made again.
 *
 * @param attempts including the one that just failed, with its doubt
 * @param now milliseconds of the monotonic clock
 * @param random gives numbers from 0 to 1
 * @returns milliseconds to wait, or undefined to give up
 */
export function retryDelay(
	failure: Failure,
	attempts: Attempts,
	rule: RetryPolicy,
	maxRetries: number,
	now = performance.now(),
	random = Math.random,
): number | undefined {
	if (attempts.count > maxRetries) return undefined;
	const { retryAfter = 0 } = failure;
	if (retryAfter > maxRetryAfter) return undefined;
	const delay = delayAfter[failure.kind](attempts, random);
	if (delay === undefined) return undefined;
	// What was refused together must not come back together.
	const wait = retryAfter + delay;
	if (!attempts.doubt || rule.policy === 'idempotent') return wait;
	if (rule.policy === 'unsafe') return undefined;
	const lastStart = attempts.firstAt + rule.windowSeconds * 1000 - windowMargin;
	return now + wait <= lastStart ? wait : undefined;
}
