import { BoundedMap } from '../../../../credentials/boundedMap';
import { RateLimiter } from '../scheduling/rateLimiter';

/** More APIs, apps and hosts than one process is likely to serve. */
const rateLimiters = new BoundedMap<string, RateLimiter>({
	max: 1_000,
	isInUse: (limiter) => limiter.inUse,
});

/** The rate limiter of an API of an app on a host; what it has learnt outlives the execution. */
export function rateLimiterFor(origin: string, sdkAppId: number, path: string): RateLimiter {
	const key = `${origin} ${sdkAppId} ${path}`;
	const known = rateLimiters.get(key);
	if (known) return known;
	const limiter = new RateLimiter();
	rateLimiters.set(key, limiter);
	return limiter;
}
