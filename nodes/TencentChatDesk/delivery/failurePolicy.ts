import type { RetryPolicy } from '../contract';
import type { Failure } from './errors/failure';
import type { Results } from './results';
import type { RunState } from './runState';
import type { RateLimiter } from './scheduling/rateLimiter';
import { type Attempts, lockOutDelay, retryDelay } from './scheduling/retry';
import type { SignInGuard } from './scheduling/signInGuard';
import type { Client } from './transport/client';

/** Where `Retry-After` asks for more, the calls fail one by one instead, in milliseconds. */
const maxHold = 60_000;

/** What a failed call means for the calls after it, whatever the call was for. */
export class FailurePolicy {
	constructor(
		private readonly client: Client,
		private readonly results: Results,
		private readonly signIn: SignInGuard,
		private readonly state: RunState,
	) {}

	/** What a failure says about the server and the signature, whatever it means for the item. */
	heed(failure: Failure, attempts: Attempts, limiter: RateLimiter, callTime: number): void {
		reportToRateLimiter(limiter, failure, callTime);
		this.signIn.failed(failure, attempts);
	}

	/** Milliseconds until the call is made again; undefined when it is not. */
	waitForRetry(
		failure: Failure,
		attempts: Attempts,
		retry: RetryPolicy,
		maxRetries: number,
	): number | undefined {
		const wait = this.state.isEnding ? undefined : retryDelay(failure, attempts, retry, maxRetries);
		if (wait === undefined) {
			this.signIn.gaveUp(failure);
			return undefined;
		}
		if (failure.kind === 'signature') {
			attempts.renewedSignature = true;
			this.client.renewSignature();
		}
		this.results.stats.retries += 1;
		return wait;
	}
}

function reportToRateLimiter(
	limiter: RateLimiter,
	{ kind, retryAfter }: Failure,
	callTime: number,
): void {
	if (retryAfter !== undefined) limiter.holdFor(Math.min(retryAfter, maxHold));
	if (kind === 'frequency') limiter.refused();
	else if (kind === 'lockedOut') limiter.holdFor(lockOutDelay);
	else if (kind === 'lost' || kind === 'unreachable' || kind === 'transient') limiter.failed();
	else limiter.succeeded(callTime);
}
