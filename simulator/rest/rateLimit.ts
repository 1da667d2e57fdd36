import type { Behaviour } from '../behaviour';

interface Window {
	second: number;
	count: number;
	arrivals: number[];
	tokens: number;
	refilledAt: number;
}

/** Counts the calls of each app to each API, in the way that the switches say. */
export class RateLimiter {
	private readonly windows = new Map<string, Window>();
	private readonly units = new Map<string, { second: number; count: number }>();

	/**
	 * Whether a call of so many units is within a limit of units. No page says what happens to a call
	 * that is larger than what is left of the second: it is let through whole.
	 */
	admitsUnits(key: string, limit: number, units: number, now: number): boolean {
		const second = Math.floor(now / 1000);
		const used = this.units.get(key);
		const count = used?.second === second ? used.count : 0;
		if (count >= limit) return false;
		this.units.set(key, { second, count: count + units });
		return true;
	}

	/** Whether one more call is within the limit; a call that is not does not count. */
	admits(key: string, documentedLimit: number, behaviour: Behaviour, now: number): boolean {
		const limit = behaviour.rateLimit === 'documented' ? documentedLimit : behaviour.rateLimit;
		if (limit === null) return true;
		const window = this.windowOf(key, behaviour, now);
		switch (behaviour.rateCounting) {
			case 'fixedSecond':
				return admitsInSecond(window, limit, now);
			case 'slidingSecond':
				return admitsSliding(window, limit, now);
			case 'bucket':
				return admitsFromBucket(window, limit, behaviour.rateBucketSize, now);
		}
	}

	clear(): void {
		this.windows.clear();
		this.units.clear();
	}

	private windowOf(key: string, behaviour: Behaviour, now: number): Window {
		let window = this.windows.get(key);
		if (!window) {
			window = {
				second: 0,
				count: 0,
				arrivals: [],
				tokens: behaviour.rateBucketSize,
				refilledAt: now,
			};
			this.windows.set(key, window);
		}
		return window;
	}
}

function admitsInSecond(window: Window, limit: number, now: number): boolean {
	const second = Math.floor(now / 1000);
	if (window.second !== second) {
		window.second = second;
		window.count = 0;
	}
	if (window.count >= limit) return false;
	window.count += 1;
	return true;
}

function admitsSliding(window: Window, limit: number, now: number): boolean {
	return countWithin(window.arrivals, limit, now);
}

function admitsFromBucket(window: Window, limit: number, size: number, now: number): boolean {
	const refill = ((now - window.refilledAt) / 1000) * limit;
	window.tokens = Math.min(size, window.tokens + refill);
	window.refilledAt = now;
	if (window.tokens < 1) return false;
	window.tokens -= 1;
	return true;
}

/** Adds `now` to `arrivals` unless the second before it already holds `limit` of them. */
export function countWithin(arrivals: number[], limit: number, now: number): boolean {
	const first = arrivals.findIndex((time) => now - time < 1000);
	arrivals.splice(0, first < 0 ? arrivals.length : first);
	if (arrivals.length >= limit) return false;
	arrivals.push(now);
	return true;
}
