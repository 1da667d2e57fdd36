import { maxConcurrentCalls, type Settings } from '../settings';
import type { RateLimiter } from './rateLimiter';
import type { SignInGuard } from './signInGuard';

/** How fast one run may go, and what it has asked of the rate limiters that executions share. */
export class RunLimits {
	private readonly requested = new Map<RateLimiter, number>();
	private concurrency = maxConcurrentCalls;

	constructor(private readonly signIn: SignInGuard) {}

	/** Takes up what the settings of a call ask for. */
	admit({ rateLimiter, settings }: { rateLimiter: RateLimiter; settings: Settings }): void {
		this.concurrency = Math.min(this.concurrency, settings.maxConcurrency);
		this.request(rateLimiter, settings.requestsPerSecond);
	}

	/** Asks for a rate in calls per second; the lowest that was asked for counts. */
	request(limiter: RateLimiter, perSecond: number): void {
		if (perSecond >= (this.requested.get(limiter) ?? Number.POSITIVE_INFINITY)) return;
		this.requested.set(limiter, perSecond);
		limiter.request(this, perSecond);
	}

	/** The most calls under way at once. */
	maxConcurrency(limiter: RateLimiter): number {
		return Math.min(this.concurrency, limiter.concurrency, this.signIn.maxConcurrency);
	}

	/** The run is over. */
	release(): void {
		for (const limiter of this.requested.keys()) limiter.release(this);
	}
}
