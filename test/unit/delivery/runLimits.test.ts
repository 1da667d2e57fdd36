import { RateLimiter } from '../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';
import { RunLimits } from '../../../nodes/TencentChatDesk/delivery/scheduling/runLimits';
import { SignInGuard } from '../../../nodes/TencentChatDesk/delivery/scheduling/signInGuard';
import { newAccount } from './support/accounts';
import { defaultSettings } from './support/calls';

/** The limits of a run whose signature is known to be good, unless said otherwise. */
function newLimits(isVerified = true): RunLimits {
	const signIn = new SignInGuard(newAccount());
	if (isVerified) signIn.succeeded();
	return new RunLimits(signIn);
}

/** What a limiter allows that was asked for so many calls per second. */
function allowed(perSecond: number): number {
	const limiter = new RateLimiter();
	limiter.request(limiter, perSecond);
	return limiter.perSecond;
}

describe('the rate of a run', () => {
	it('is that of its settings', () => {
		const rateLimiter = new RateLimiter();
		newLimits().admit({ rateLimiter, settings: { ...defaultSettings, requestsPerSecond: 20 } });
		expect(rateLimiter.perSecond).toBe(allowed(20));
	});

	it.each([[[50, 10, 30]], [[10, 50]], [[10, 10]]])(
		'is the lowest of those that its items ask for: %j',
		(rates) => {
			const limits = newLimits();
			const limiter = new RateLimiter();
			for (const perSecond of rates) limits.request(limiter, perSecond);
			expect(limiter.perSecond).toBe(allowed(10));
		},
	);

	it('is another one for each API', () => {
		const limits = newLimits();
		const [one, other] = [new RateLimiter(), new RateLimiter()];
		limits.request(one, 10);
		limits.request(other, 50);
		expect([one.perSecond, other.perSecond]).toEqual([allowed(10), allowed(50)]);
	});

	it('is no longer asked for when the run is over, and that of another run still is', () => {
		const limiter = new RateLimiter();
		const [ending, lasting] = [newLimits(), newLimits()];
		ending.request(limiter, 10);
		lasting.request(limiter, 50);
		ending.release();
		expect(limiter.perSecond).toBe(allowed(50));
		lasting.release();
		expect(limiter.inUse).toBe(false);
	});
});

describe('the calls of a run that may be under way at once', () => {
	/** A limiter that leaves room for very many. */
	function fast(): RateLimiter {
		const limiter = new RateLimiter();
		limiter.request(limiter, 100_000);
		return limiter;
	}

	it('are as many as the limiter finds useful, unless the user wants fewer', () => {
		const limits = newLimits();
		const slow = new RateLimiter();
		limits.request(slow, 1);
		expect(limits.maxConcurrency(slow)).toBe(slow.concurrency);
		expect(limits.maxConcurrency(fast())).toBe(256);
	});

	it('are the fewest that one of its items asks for', () => {
		const limits = newLimits();
		for (const maxConcurrency of [20, 5, 10]) {
			limits.admit({ rateLimiter: fast(), settings: { ...defaultSettings, maxConcurrency } });
		}
		expect(limits.maxConcurrency(fast())).toBe(5);
	});

	it('are three until the signature is known to be good', () => {
		expect(newLimits(false).maxConcurrency(fast())).toBe(3);
	});
});
