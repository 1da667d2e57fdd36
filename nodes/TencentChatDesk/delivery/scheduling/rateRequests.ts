import type { RateLimiter } from './rateLimiter';

/** What one run has asked of the rate limiters, which it shares with other executions. */
export class RateRequests {
	private readonly requested = new Map<RateLimiter, number>();

	/** Asks for a rate in calls per second; the lowest that was asked for counts. */
	request(limiter: RateLimiter, perSecond: number): void {
		if (perSecond >= (this.requested.get(limiter) ?? Number.POSITIVE_INFINITY)) return;
		this.requested.set(limiter, perSecond);
		limiter.request(this, perSecond);
	}

	/** The run is over. */
	release(): void {
		for (const limiter of this.requested.keys()) limiter.release(this);
	}
}
