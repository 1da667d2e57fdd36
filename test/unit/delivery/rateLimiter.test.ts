import { rateLimiterFor } from '../../../nodes/TencentChatDesk/delivery/memory/rateLimiters';
import {
	RateLimiter,
	acquireTurn,
} from '../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';
import { useFakeTimers, useRealTimers } from '../fakeTimers';

beforeEach(() => useFakeTimers());
afterEach(useRealTimers);

/** A limiter of which one execution requests so much. */
function limiterAt(perSecond: number): RateLimiter {
	const limiter = new RateLimiter();
	limiter.request(limiter, perSecond);
	return limiter;
}

/** Starts every call that may start, for so many milliseconds, looking every `step` of them. */
function drive(limiter: RateLimiter, milliseconds: number, step = 1, onStart = () => {}): number[] {
	const starts: number[] = [];
	const end = performance.now() + milliseconds;
	while (performance.now() < end) {
		while (limiter.wait() === 0) {
			limiter.acquire();
			starts.push(performance.now());
			onStart();
		}
		jest.advanceTimersByTime(step);
	}
	return starts;
}

/** The most starts within any stretch of so many milliseconds. */
const maxWithin = (starts: number[], milliseconds: number) =>
	Math.max(
		0,
		...starts.map((from) => starts.filter((at) => at >= from && at < from + milliseconds).length),
	);

describe('a rate limiter', () => {
	it('is used: nearly as many calls as requested, and never more', () => {
		const starts = drive(limiterAt(100), 10_000);
		expect(starts.length).toBeGreaterThanOrEqual(950);
		expect(starts.length).toBeLessThanOrEqual(1_003);
	});

	it('is even: no stretch of time has much more than its share', () => {
		const starts = drive(limiterAt(100), 5_000);
		expect(maxWithin(starts, 100)).toBeLessThanOrEqual(14);
		expect(maxWithin(starts, 1_000)).toBeLessThanOrEqual(105);
	});

	it('is used though timers come late', () => {
		expect(drive(limiterAt(100), 10_000, 16).length).toBeGreaterThanOrEqual(950);
		expect(drive(limiterAt(200), 10_000, 16).length).toBeGreaterThanOrEqual(1_900);
	});

	it('does not save up calls while nothing is sent', () => {
		const limiter = limiterAt(100);
		drive(limiter, 1_000);
		jest.advanceTimersByTime(60_000);
		expect(maxWithin(drive(limiter, 1_000), 100)).toBeLessThanOrEqual(14);
	});

	it('may be slower than one call in a second', () => {
		const { length } = drive(limiterAt(0.5), 20_000, 10);
		expect(length).toBeGreaterThanOrEqual(9);
		expect(length).toBeLessThanOrEqual(11);
	});

	it('says how long to wait', () => {
		const limiter = limiterAt(10);
		drive(limiter, 1_000);
		const wait = limiter.wait();
		jest.advanceTimersByTime(Math.floor(wait) - 1);
		expect(limiter.wait()).toBeGreaterThan(0);
		jest.advanceTimersByTime(2);
		expect(limiter.wait()).toBe(0);
	});
});

describe('the first calls of a run', () => {
	const inASecond = (limiter: RateLimiter) => drive(limiter, 1_000, 0.25).length;

	it('go a little slower for a second, as they take longer to arrive', () => {
		const limiter = limiterAt(1_000);
		expect(inASecond(limiter)).toBeCloseTo(939, -1);
		expect(inASecond(limiter)).toBeCloseTo(972, -1);
	});

	it.each([
		['are those after two seconds without a call', 2_010, 939],
		['are not those after a shorter time', 1_990, 984],
	])('%s', (_what, idle, calls) => {
		const limiter = limiterAt(1_000);
		inASecond(limiter);
		inASecond(limiter);
		jest.advanceTimersByTime(idle);
		expect(inASecond(limiter)).toBeCloseTo(calls, -1);
	});
});

describe('a call that starts late', () => {
	/** Milliseconds to the call after it. */
	function waitAfter(late: number): number {
		const limiter = limiterAt(100);
		drive(limiter, 2_000);
		if (limiter.wait() === 0) limiter.acquire();
		jest.advanceTimersByTime(limiter.wait() + late);
		limiter.acquire();
		return limiter.wait();
	}
	const onTime = () => waitAfter(0);

	it.each([2, 5, 9])('because a timer was %d milliseconds late is made up for', (late) => {
		expect(waitAfter(late)).toBeCloseTo(onTime() - late, 5);
	});

	it('because a timer was as late as some systems let it be is made up for at once', () => {
		expect(waitAfter(16.9)).toBe(0);
	});

	it.each([17.1, 100, 1_900])('by %d milliseconds is made up for in part only', (late) => {
		expect(waitAfter(late)).toBe(0);
	});
});

describe('the gap after a call', () => {
	/** Milliseconds to the next call after one that starts so late, with 10 calls in a second. */
	function gapAfter(late: number): number {
		const limiter = limiterAt(10);
		limiter.holdFor(0);
		limiter.acquire();
		// A second later the limiter is warm.
		limiter.holdFor(1_000);
		jest.advanceTimersByTime(1_000 + late);
		limiter.acquire();
		return limiter.wait();
	}
	const even = 1000 / 9.72;

	it.each([
		[0, even],
		[17, even - 17],
		[18, even - 12],
		[2_000, even - 12],
		[2_001, even / 0.96 - 6],
	])('that is %d milliseconds late', (late, gap) => {
		expect(gapAfter(late)).toBeCloseTo(gap, 5);
	});

	it('is wider for a second after a rest', () => {
		const gaps = [999, 1_000].map((later) => {
			const limiter = limiterAt(10);
			limiter.acquire();
			limiter.holdFor(later);
			jest.advanceTimersByTime(later);
			limiter.acquire();
			return limiter.wait();
		});
		expect(gaps[0]).toBeCloseTo(even / 0.96, 5);
		expect(gaps[1]).toBeCloseTo(even, 5);
	});
});

describe('several requests', () => {
	it('are met by the lowest, until it leaves', () => {
		const limiter = new RateLimiter();
		const [slow, fast] = [{}, {}];
		limiter.request(fast, 100);
		limiter.request(slow, 20);
		expect(drive(limiter, 2_000).length).toBeLessThanOrEqual(42);
		limiter.release(slow);
		const alone = drive(limiter, 2_000).length;
		expect(alone).toBeGreaterThanOrEqual(185);
		expect(alone).toBeLessThanOrEqual(203);
	});

	it('share one limiter: two together get no more than one alone', () => {
		const limiter = limiterAt(100);
		limiter.request({}, 100);
		expect(drive(limiter, 2_000).length).toBeLessThanOrEqual(203);
	});

	it('can be lowered by those who made them', () => {
		const limiter = limiterAt(100);
		limiter.request(limiter, 10);
		expect(drive(limiter, 2_000).length).toBeLessThanOrEqual(22);
	});

	it('of executions that ended do not count', () => {
		const limiter = limiterAt(5);
		limiter.release(limiter);
		limiter.request({}, 100);
		expect(limiter.perSecond).toBe(limiterAt(100).perSecond);
	});
});

/** A second in which the server refused half of what it was asked. */
function refuseMany(limiter: RateLimiter): void {
	for (let count = 0; count < 50; count += 1) limiter.refused();
}

describe('a refusal for asking too often', () => {
	it('pauses the calls, and slows them down by twice what was too much', () => {
		const limiter = limiterAt(100);
		const requested = limiter.perSecond;
		limiter.refused();
		expect(limiter.wait()).toBe(50);
		for (let more = 0; more < 4; more += 1) limiter.refused();
		expect(limiter.perSecond).toBeCloseTo(requested - 10);
	});

	it('that many calls met slows them down by much, but no more than by a third in a second', () => {
		const limiter = limiterAt(100);
		const before = drive(limiter, 3_000).length;
		refuseMany(limiter);
		const [at, slowed] = [limiter.wait(), limiter.perSecond];
		expect(slowed).toBeGreaterThan(0.66 * limiterAt(100).perSecond);
		jest.advanceTimersByTime(at);
		refuseMany(limiter);
		expect(limiter.perSecond).toBe(slowed);
		expect(drive(limiter, 3_000).length).toBeLessThanOrEqual(0.8 * before);
	});

	it('counts again when the lower rate is still too high', () => {
		const limiter = limiterAt(100);
		refuseMany(limiter);
		const once = limiter.perSecond;
		jest.advanceTimersByTime(10_000);
		refuseMany(limiter);
		expect(limiter.perSecond).toBeLessThanOrEqual(0.8 * once);
	});

	it('is followed by longer and longer pauses while everything is refused', () => {
		const limiter = limiterAt(100);
		const pauses = Array.from({ length: 4 }, () => {
			jest.advanceTimersByTime(2_000);
			limiter.refused();
			return limiter.wait();
		});
		expect(pauses).toEqual([50, 250, 500, 1_000]);
		limiter.succeeded(20);
		jest.advanceTimersByTime(2_000);
		limiter.refused();
		expect(limiter.wait()).toBeLessThan(100);
	});

	it.each([
		[1, 0.7],
		[0.6, 0.5 / (0.6 * 0.972)],
	])('leaves a low rate of %d a second so much of it: %d', (perSecond, part) => {
		const limiter = limiterAt(perSecond);
		const requested = limiter.perSecond;
		refuseMany(limiter);
		expect(limiter.perSecond).toBeCloseTo(part * requested);
	});

	it('does not raise a rate that is lower than any refusal makes one', () => {
		const limiter = limiterAt(0.1);
		const requested = limiter.perSecond;
		limiter.refused();
		expect(limiter.perSecond).toBe(requested);
	});

	it.each([
		['are one trouble', 999, 50, 0.7],
		['are another trouble', 1_000, 250, 0.49],
	])('and others, a little less or more than a second later, %s', (_what, later, pause, part) => {
		const limiter = limiterAt(100);
		const requested = limiter.perSecond;
		refuseMany(limiter);
		jest.advanceTimersByTime(later);
		refuseMany(limiter);
		expect(limiter.wait()).toBe(Math.max(0, later < 1_000 ? pause - later : pause));
		expect(limiter.perSecond).toBeCloseTo(part * requested);
	});

	it('is won back quickly far below what was refused, and carefully near it', () => {
		const limiter = limiterAt(100);
		const requested = limiter.perSecond;
		refuseMany(limiter);
		jest.advanceTimersByTime(5_000);
		const gain = () => {
			const before = limiter.perSecond;
			limiter.succeeded(20);
			return ((limiter.perSecond - before) * before) / requested;
		};
		expect(gain()).toBeCloseTo(0.2);
		while (limiter.perSecond < 0.8 * requested) gain();
		// As long as nothing is refused, with every second a little less carefully.
		expect(gain()).toBeCloseTo(0.004 * 5, 5);
		jest.advanceTimersByTime(5_000);
		expect(gain()).toBeCloseTo(0.004 * 10, 5);
		jest.advanceTimersByTime(60_000);
		expect(gain()).toBeCloseTo(0.2);
	});

	it('is forgotten once the rate is back at what is requested, whatever is requested then', () => {
		const limiter = limiterAt(100);
		refuseMany(limiter);
		for (let count = 0; count < 2_000; count += 1) {
			jest.advanceTimersByTime(100);
			limiter.succeeded(20);
		}
		limiter.request(limiter, 1_000);
		expect(limiter.perSecond).toBe(limiterAt(1_000).perSecond);
	});

	it('never stops the calls for good', () => {
		const limiter = limiterAt(100);
		for (let count = 0; count < 100; count += 1) {
			limiter.refused();
			jest.advanceTimersByTime(10_000);
		}
		expect(drive(limiter, 60_000, 10).length).toBeGreaterThan(5);
	});

	it('is forgiven step by step, up to what is requested and not beyond', () => {
		const limiter = limiterAt(100);
		const requested = limiter.perSecond;
		refuseMany(limiter);
		const seen = [limiter.perSecond];
		for (let step = 0; step < 600; step += 1) {
			drive(limiter, 100, 1, () => limiter.succeeded(20));
			seen.push(limiter.perSecond);
		}
		for (const [index, value] of seen.entries()) {
			if (index === 0) continue;
			expect(value).toBeGreaterThanOrEqual(seen[index - 1]!);
			expect(value - seen[index - 1]!).toBeLessThan(0.1 * requested);
		}
		expect(limiter.perSecond).toBe(requested);
	});

	it('is not forgiven by time alone', () => {
		const limiter = limiterAt(100);
		limiter.refused();
		const slowed = limiter.perSecond;
		jest.advanceTimersByTime(600_000);
		expect(limiter.perSecond).toBe(slowed);
	});

	it('is not forgotten because somebody slower came and went', () => {
		const limiter = limiterAt(100);
		limiter.refused();
		const slowed = limiter.perSecond;
		const slower = {};
		limiter.request(slower, 1);
		limiter.release(slower);
		expect(limiter.perSecond).toBe(slowed);
	});

	it('is not forgotten because calls succeeded while somebody slower was there', () => {
		const limiter = limiterAt(100);
		refuseMany(limiter);
		const slowed = limiter.perSecond;
		const slower = {};
		limiter.request(slower, 1);
		for (let count = 0; count < 1_000; count += 1) limiter.succeeded(20);
		limiter.release(slower);
		expect(limiter.perSecond).toBe(slowed);
	});

	it('makes two who know nothing of each other settle below a limit that they share', () => {
		// Two processes with 200 a second each, at a server that takes 200 in all.
		const both = [limiterAt(200), limiterAt(200)];
		const seconds = 60;
		const counted = { refused: 0, passed: 0 };
		for (let second = 0; second < seconds; second += 1) {
			let asked = 0;
			for (let millisecond = 0; millisecond < 1_000; millisecond += 1) {
				for (const limiter of both) {
					while (limiter.wait() === 0) {
						limiter.acquire();
						asked += 1;
						const outcome = asked > 200 ? 'refused' : 'passed';
						if (second > 3) counted[outcome] += 1;
						if (outcome === 'refused') limiter.refused();
						else limiter.succeeded(20);
					}
				}
				jest.advanceTimersByTime(1);
			}
		}
		expect(counted.refused / counted.passed).toBeLessThan(0.05);
		expect(counted.passed / (seconds - 4)).toBeGreaterThan(100);
	});
});

describe('the calls under way', () => {
	const learn = (limiter: RateLimiter, callTime: number) => {
		for (let count = 0; count < 200; count += 1) limiter.succeeded(callTime);
	};

	it.each([
		[100, 50],
		[200, 180],
		[200, 1_000],
		[5, 3_000],
	])('may be as many as %d a second of %d milliseconds each need', (perSecond, callTime) => {
		const limiter = limiterAt(perSecond);
		learn(limiter, callTime);
		expect(limiter.concurrency).toBeGreaterThanOrEqual((limiter.perSecond * callTime) / 1000);
	});

	it('are as many as a distant server needs, until one call was measured', () => {
		const limiter = limiterAt(100);
		expect(limiter.concurrency).toBe(Math.ceil(2 * 97.2 * 0.15) + 4);
		limiter.succeeded(500);
		expect(limiter.concurrency).toBe(Math.ceil(2 * 97.2 * 0.5) + 4);
	});

	it('follow the mean of the first calls, and slowly what comes later', () => {
		const limiter = limiterAt(100);
		limiter.succeeded(100);
		limiter.succeeded(300);
		expect(limiter.concurrency).toBe(Math.ceil(2 * 97.2 * 0.2) + 4);
		learn(limiter, 100);
		limiter.succeeded(1_100);
		expect(limiter.concurrency).toBe(Math.ceil(2 * 97.2 * 0.2) + 4);
	});

	it('are no more than n8n can take, however slow the server is', () => {
		const limiter = limiterAt(100_000);
		learn(limiter, 60_000);
		expect(limiter.concurrency).toBe(256);
	});

	it('are few where few are needed, so that a hitch is not followed by a flood', () => {
		const limiter = limiterAt(100);
		learn(limiter, 20);
		expect(limiter.concurrency).toBeLessThan(30);
	});

	it('may be one at least, even at the lowest rate', () => {
		const limiter = limiterAt(0.1);
		learn(limiter, 0);
		expect(limiter.concurrency).toBeGreaterThanOrEqual(1);
	});
});

describe('a pause', () => {
	it('lets nothing start before its end, and is not cut short by a shorter one', () => {
		const limiter = limiterAt(100);
		limiter.holdFor(60_000);
		limiter.holdFor(1_000);
		expect(drive(limiter, 59_900, 100)).toEqual([]);
		expect(drive(limiter, 2_000).length).toBeGreaterThan(100);
	});

	it('is not made up for by a burst', () => {
		const limiter = limiterAt(100);
		limiter.holdFor(10_000);
		jest.advanceTimersByTime(30_000);
		expect(maxWithin(drive(limiter, 1_000), 100)).toBeLessThanOrEqual(14);
	});
});

describe('failures of the network or the server', () => {
	const fail = (limiter: RateLimiter, times: number) => {
		for (let count = 0; count < times; count += 1) limiter.failed();
	};

	it('pause the calls at the fifth one after another', () => {
		const limiter = limiterAt(1_000);
		fail(limiter, 4);
		expect(limiter.wait()).toBe(0);
		limiter.failed();
		expect(limiter.wait()).toBe(250);
	});

	it('pause longer while nothing gets through, but not without end', () => {
		const limiter = limiterAt(1_000);
		const pauseAfterMoreFailures = () => {
			jest.advanceTimersByTime(10_000);
			fail(limiter, 5);
			return limiter.wait();
		};
		const pauses = Array.from({ length: 7 }, pauseAfterMoreFailures);
		expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
		limiter.succeeded(20);
		expect(pauseAfterMoreFailures()).toBe(250);
	});

	it('do not slow anything when others get through', () => {
		const limiter = limiterAt(1_000);
		for (let count = 0; count < 200; count += 1) {
			limiter.failed();
			limiter.succeeded(20);
		}
		expect([limiter.wait(), limiter.perSecond]).toEqual([0, limiterAt(1_000).perSecond]);
	});
});

describe('the rate limiters of a process', () => {
	const origin = 'https://console.tim.qq.com';

	it('are one for each API of an app on a host', () => {
		const limiter = rateLimiterFor(origin, 1, 'openim/sendmsg');
		expect(rateLimiterFor(origin, 1, 'openim/sendmsg')).toBe(limiter);
		expect(rateLimiterFor(origin, 1, 'openim/batchsendmsg')).not.toBe(limiter);
		expect(rateLimiterFor(origin, 2, 'openim/sendmsg')).not.toBe(limiter);
		expect(rateLimiterFor('http://localhost:8099', 1, 'openim/sendmsg')).not.toBe(limiter);
	});

	it('remember from one execution to the next what the server refused', () => {
		const [first, second] = [{}, {}];
		const limiter = rateLimiterFor(origin, 3, 'openim/sendmsg');
		limiter.request(first, 100);
		const requested = limiter.perSecond;
		refuseMany(limiter);
		limiter.release(first);
		const later = rateLimiterFor(origin, 3, 'openim/sendmsg');
		later.request(second, 100);
		expect(later.perSecond).toBeLessThan(0.9 * requested);
	});

	it('are not forgotten while in use, however many apps there are', () => {
		const limiter = rateLimiterFor(origin, 4, 'openim/sendmsg');
		limiter.request({}, 100);
		for (let app = 0; app < 5_000; app += 1) rateLimiterFor(origin, 1_000 + app, 'openim/sendmsg');
		expect(rateLimiterFor(origin, 4, 'openim/sendmsg')).toBe(limiter);
	});
});

describe('the rate limiters of a process that serves a thousand APIs', () => {
	/** A process that has just met so many of them, a limiter for each. */
	async function met(apis: number) {
		jest.resetModules();
		const fresh = await import('../../../nodes/TencentChatDesk/delivery/memory/rateLimiters');
		const of = (api: number) => fresh.rateLimiterFor('https://console.tim.qq.com', 1, `api/${api}`);
		return { of, limiters: Array.from({ length: apis }, (_, api) => of(api)) };
	}

	it('are all remembered', async () => {
		const { of, limiters } = await met(1_000);
		expect(limiters.every((limiter, api) => of(api) === limiter)).toBe(true);
	});

	it('make room for the next one: the oldest goes that nobody uses', async () => {
		const { of, limiters } = await met(1_000);
		limiters[0]!.request({}, 100);
		of(1_000);
		expect([0, 2, 3, 999].map((api) => of(api) === limiters[api])).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(of(1)).not.toBe(limiters[1]);
	});

	it('are kept while all are in use', async () => {
		const { of, limiters } = await met(1_000);
		for (const limiter of limiters) limiter.request({}, 100);
		expect(of(1_000)).toBe(of(1_000));
		expect(limiters.every((limiter, api) => of(api) === limiter)).toBe(true);
	});
});

describe('taking turns', () => {
	it('spreads the calls of all that wait', async () => {
		const limiter = limiterAt(100);
		const starts: number[] = [];
		const call = async () => {
			for (let count = 0; count < 5; count += 1) {
				await acquireTurn(limiter);
				starts.push(performance.now());
			}
		};
		const both = Promise.all([call(), call()]);
		await jest.runAllTimersAsync();
		await both;
		expect(starts).toHaveLength(10);
		expect(starts[9]! - starts[0]!).toBeGreaterThan(85);
		expect(starts[9]! - starts[0]!).toBeLessThan(110);
	});
});
