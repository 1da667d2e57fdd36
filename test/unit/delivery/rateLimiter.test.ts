import { rateLimiterFor } from '../../../nodes/TencentChatDesk/delivery/memory/rateLimiters';
import {
	RateLimiter,
	acquireTurn,
} from '../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';
import { useFakeTimers, useRealTimers } from '../fakeTimers';

beforeEach(useFakeTimers);
afterEach(useRealTimers);

/** A pace that somebody wishes. */
function paced(perSecond: number): RateLimiter {
	const pace = new RateLimiter();
	pace.request(pace, perSecond);
	return pace;
}

/** Starts every call that may start, for so many milliseconds, looking every `step` of them. */
function drive(pace: RateLimiter, milliseconds: number, step = 1, onStart = () => {}): number[] {
	const starts: number[] = [];
	const end = performance.now() + milliseconds;
	while (performance.now() < end) {
		while (pace.wait() === 0) {
			pace.acquire();
			starts.push(performance.now());
			onStart();
		}
		jest.advanceTimersByTime(step);
	}
	return starts;
}

/** The most starts within any stretch of so many milliseconds. */
const mostWithin = (starts: number[], milliseconds: number) =>
	Math.max(
		0,
		...starts.map((from) => starts.filter((at) => at >= from && at < from + milliseconds).length),
	);

describe('a pace', () => {
	it('is used: nearly as many calls as wished, and never more', () => {
		const starts = drive(paced(100), 10_000);
		expect(starts.length).toBeGreaterThanOrEqual(950);
		expect(starts.length).toBeLessThanOrEqual(1_003);
	});

	it('is even: no stretch of time has much more than its share', () => {
		const starts = drive(paced(100), 5_000);
		expect(mostWithin(starts, 100)).toBeLessThanOrEqual(14);
		expect(mostWithin(starts, 1_000)).toBeLessThanOrEqual(105);
	});

	it('is used though timers come late', () => {
		expect(drive(paced(100), 10_000, 16).length).toBeGreaterThanOrEqual(950);
		expect(drive(paced(200), 10_000, 16).length).toBeGreaterThanOrEqual(1_900);
	});

	it('does not save up calls while nothing is sent', () => {
		const pace = paced(100);
		drive(pace, 1_000);
		jest.advanceTimersByTime(60_000);
		expect(mostWithin(drive(pace, 1_000), 100)).toBeLessThanOrEqual(14);
	});

	it('may be slower than one call in a second', () => {
		const { length } = drive(paced(0.5), 20_000, 10);
		expect(length).toBeGreaterThanOrEqual(9);
		expect(length).toBeLessThanOrEqual(11);
	});

	it('says how long to wait', () => {
		const pace = paced(10);
		drive(pace, 1_000);
		const wait = pace.wait();
		jest.advanceTimersByTime(Math.floor(wait) - 1);
		expect(pace.wait()).toBeGreaterThan(0);
		jest.advanceTimersByTime(2);
		expect(pace.wait()).toBe(0);
	});
});

describe('the first calls of a run', () => {
	const inASecond = (pace: RateLimiter) => drive(pace, 1_000, 0.25).length;

	it('go a little slower for a second, as they take longer to arrive', () => {
		const pace = paced(1_000);
		expect(inASecond(pace)).toBeCloseTo(939, -1);
		expect(inASecond(pace)).toBeCloseTo(972, -1);
	});

	it.each([
		['are those after two seconds without a call', 2_010, 939],
		['are not those after a shorter time', 1_990, 984],
	])('%s', (_what, idle, calls) => {
		const pace = paced(1_000);
		inASecond(pace);
		inASecond(pace);
		jest.advanceTimersByTime(idle);
		expect(inASecond(pace)).toBeCloseTo(calls, -1);
	});
});

describe('a call that starts late', () => {
	/** Milliseconds to the call after it. */
	function waitAfter(late: number): number {
		const pace = paced(100);
		drive(pace, 2_000);
		if (pace.wait() === 0) pace.acquire();
		jest.advanceTimersByTime(pace.wait() + late);
		pace.acquire();
		return pace.wait();
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

describe('several wishes', () => {
	it('are met by the lowest, until it leaves', () => {
		const pace = new RateLimiter();
		const [slow, fast] = [{}, {}];
		pace.request(fast, 100);
		pace.request(slow, 20);
		expect(drive(pace, 2_000).length).toBeLessThanOrEqual(42);
		pace.release(slow);
		const alone = drive(pace, 2_000).length;
		expect(alone).toBeGreaterThanOrEqual(185);
		expect(alone).toBeLessThanOrEqual(203);
	});

	it('share one pace: two together get no more than one alone', () => {
		const pace = paced(100);
		pace.request({}, 100);
		expect(drive(pace, 2_000).length).toBeLessThanOrEqual(203);
	});

	it('can be lowered by those who made them', () => {
		const pace = paced(100);
		pace.request(pace, 10);
		expect(drive(pace, 2_000).length).toBeLessThanOrEqual(22);
	});

	it('of executions that ended do not count', () => {
		const pace = paced(5);
		pace.release(pace);
		pace.request({}, 100);
		expect(pace.perSecond).toBe(paced(100).perSecond);
	});
});

/** A second in which the server refused half of what it was asked. */
function refuseMany(pace: RateLimiter): void {
	for (let count = 0; count < 50; count += 1) pace.refused();
}

describe('a refusal for asking too often', () => {
	it('pauses the calls, and slows them down by twice what was too much', () => {
		const pace = paced(100);
		const wished = pace.perSecond;
		pace.refused();
		expect(pace.wait()).toBe(50);
		for (let more = 0; more < 4; more += 1) pace.refused();
		expect(pace.perSecond).toBeCloseTo(wished - 10);
	});

	it('that many calls met slows them down by much, but no more than by a third in a second', () => {
		const pace = paced(100);
		const before = drive(pace, 3_000).length;
		refuseMany(pace);
		const [at, slowed] = [pace.wait(), pace.perSecond];
		expect(slowed).toBeGreaterThan(0.66 * paced(100).perSecond);
		jest.advanceTimersByTime(at);
		refuseMany(pace);
		expect(pace.perSecond).toBe(slowed);
		expect(drive(pace, 3_000).length).toBeLessThanOrEqual(0.8 * before);
	});

	it('counts again when the slower pace is still too fast', () => {
		const pace = paced(100);
		refuseMany(pace);
		const once = pace.perSecond;
		jest.advanceTimersByTime(10_000);
		refuseMany(pace);
		expect(pace.perSecond).toBeLessThanOrEqual(0.8 * once);
	});

	it('is followed by longer and longer pauses while everything is refused', () => {
		const pace = paced(100);
		const pauses = Array.from({ length: 4 }, () => {
			jest.advanceTimersByTime(2_000);
			pace.refused();
			return pace.wait();
		});
		expect(pauses).toEqual([50, 250, 500, 1_000]);
		pace.succeeded(20);
		jest.advanceTimersByTime(2_000);
		pace.refused();
		expect(pace.wait()).toBeLessThan(100);
	});

	it.each([
		[1, 0.7],
		[0.6, 0.5 / (0.6 * 0.972)],
	])('leaves a slow pace of %d a second so much of it: %d', (perSecond, part) => {
		const pace = paced(perSecond);
		const wished = pace.perSecond;
		refuseMany(pace);
		expect(pace.perSecond).toBeCloseTo(part * wished);
	});

	it('does not make a pace faster that is slower than any refusal makes one', () => {
		const pace = paced(0.1);
		const wished = pace.perSecond;
		pace.refused();
		expect(pace.perSecond).toBe(wished);
	});

	it.each([
		['are one trouble', 999, 50, 0.7],
		['are another trouble', 1_000, 250, 0.49],
	])('and others, a little less or more than a second later, %s', (_what, later, pause, part) => {
		const pace = paced(100);
		const wished = pace.perSecond;
		refuseMany(pace);
		jest.advanceTimersByTime(later);
		refuseMany(pace);
		expect(pace.wait()).toBe(Math.max(0, later < 1_000 ? pause - later : pause));
		expect(pace.perSecond).toBeCloseTo(part * wished);
	});

	it('is won back quickly far below what was refused, and carefully near it', () => {
		const pace = paced(100);
		const wished = pace.perSecond;
		refuseMany(pace);
		jest.advanceTimersByTime(5_000);
		const gain = () => {
			const before = pace.perSecond;
			pace.succeeded(20);
			return ((pace.perSecond - before) * before) / wished;
		};
		expect(gain()).toBeCloseTo(0.2);
		while (pace.perSecond < 0.8 * wished) gain();
		// As long as nothing is refused, with every second a little less carefully.
		expect(gain()).toBeCloseTo(0.004 * 5, 5);
		jest.advanceTimersByTime(5_000);
		expect(gain()).toBeCloseTo(0.004 * 10, 5);
		jest.advanceTimersByTime(60_000);
		expect(gain()).toBeCloseTo(0.2);
	});

	it('is forgotten once the pace is back at the wish, whatever is wished then', () => {
		const pace = paced(100);
		refuseMany(pace);
		for (let count = 0; count < 2_000; count += 1) {
			jest.advanceTimersByTime(100);
			pace.succeeded(20);
		}
		pace.request(pace, 1_000);
		expect(pace.perSecond).toBe(paced(1_000).perSecond);
	});

	it('never stops the calls for good', () => {
		const pace = paced(100);
		for (let count = 0; count < 100; count += 1) {
			pace.refused();
			jest.advanceTimersByTime(10_000);
		}
		expect(drive(pace, 60_000, 10).length).toBeGreaterThan(5);
	});

	it('is forgiven step by step, up to the wish and not beyond', () => {
		const pace = paced(100);
		const wished = pace.perSecond;
		refuseMany(pace);
		const seen = [pace.perSecond];
		for (let step = 0; step < 600; step += 1) {
			drive(pace, 100, 1, () => pace.succeeded(20));
			seen.push(pace.perSecond);
		}
		for (const [index, value] of seen.entries()) {
			if (index === 0) continue;
			expect(value).toBeGreaterThanOrEqual(seen[index - 1]!);
			expect(value - seen[index - 1]!).toBeLessThan(0.1 * wished);
		}
		expect(pace.perSecond).toBe(wished);
	});

	it('is not forgiven by time alone', () => {
		const pace = paced(100);
		pace.refused();
		const slowed = pace.perSecond;
		jest.advanceTimersByTime(600_000);
		expect(pace.perSecond).toBe(slowed);
	});

	it('is not forgotten because somebody slower came and went', () => {
		const pace = paced(100);
		pace.refused();
		const slowed = pace.perSecond;
		const slower = {};
		pace.request(slower, 1);
		pace.release(slower);
		expect(pace.perSecond).toBe(slowed);
	});

	it('makes two who know nothing of each other settle below a limit that they share', () => {
		// Two processes with 200 a second each, at a server that takes 200 in all.
		const both = [paced(200), paced(200)];
		const seconds = 60;
		const counted = { refused: 0, passed: 0 };
		for (let second = 0; second < seconds; second += 1) {
			let asked = 0;
			for (let millisecond = 0; millisecond < 1_000; millisecond += 1) {
				for (const pace of both) {
					while (pace.wait() === 0) {
						pace.acquire();
						asked += 1;
						const outcome = asked > 200 ? 'refused' : 'passed';
						if (second > 3) counted[outcome] += 1;
						if (outcome === 'refused') pace.refused();
						else pace.succeeded(20);
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
	const learn = (pace: RateLimiter, callTime: number) => {
		for (let count = 0; count < 200; count += 1) pace.succeeded(callTime);
	};

	it.each([
		[100, 50],
		[200, 180],
		[200, 1_000],
		[5, 3_000],
	])('may be as many as %d a second of %d milliseconds each need', (perSecond, callTime) => {
		const pace = paced(perSecond);
		learn(pace, callTime);
		expect(pace.concurrency).toBeGreaterThanOrEqual((pace.perSecond * callTime) / 1000);
	});

	it('are as many as a distant server needs, until one call was measured', () => {
		const pace = paced(100);
		expect(pace.concurrency).toBe(Math.ceil(2 * 97.2 * 0.15) + 4);
		pace.succeeded(500);
		expect(pace.concurrency).toBe(Math.ceil(2 * 97.2 * 0.5) + 4);
	});

	it('follow the mean of the first calls, and slowly what comes later', () => {
		const pace = paced(100);
		pace.succeeded(100);
		pace.succeeded(300);
		expect(pace.concurrency).toBe(Math.ceil(2 * 97.2 * 0.2) + 4);
		learn(pace, 100);
		pace.succeeded(1_100);
		expect(pace.concurrency).toBe(Math.ceil(2 * 97.2 * 0.2) + 4);
	});

	it('are no more than n8n can take, however slow the server is', () => {
		const pace = paced(100_000);
		learn(pace, 60_000);
		expect(pace.concurrency).toBe(256);
	});

	it('are few where few are needed, so that a hitch is not followed by a flood', () => {
		const pace = paced(100);
		learn(pace, 20);
		expect(pace.concurrency).toBeLessThan(30);
	});

	it('may be one at least, even at the slowest pace', () => {
		const pace = paced(0.1);
		learn(pace, 0);
		expect(pace.concurrency).toBeGreaterThanOrEqual(1);
	});
});

describe('a pause', () => {
	it('lets nothing start before its end, and is not cut short by a shorter one', () => {
		const pace = paced(100);
		pace.holdFor(60_000);
		pace.holdFor(1_000);
		expect(drive(pace, 59_900, 100)).toEqual([]);
		expect(drive(pace, 2_000).length).toBeGreaterThan(100);
	});

	it('is not made up for by a burst', () => {
		const pace = paced(100);
		pace.holdFor(10_000);
		jest.advanceTimersByTime(30_000);
		expect(mostWithin(drive(pace, 1_000), 100)).toBeLessThanOrEqual(14);
	});
});

describe('failures of the network or the server', () => {
	const fail = (pace: RateLimiter, times: number) => {
		for (let count = 0; count < times; count += 1) pace.failed();
	};

	it('pause the calls at the fifth one after another', () => {
		const pace = paced(1_000);
		fail(pace, 4);
		expect(pace.wait()).toBe(0);
		pace.failed();
		expect(pace.wait()).toBe(250);
	});

	it('pause longer while nothing gets through, but not without end', () => {
		const pace = paced(1_000);
		const pauseAfterMoreFailures = () => {
			jest.advanceTimersByTime(10_000);
			fail(pace, 5);
			return pace.wait();
		};
		const pauses = Array.from({ length: 7 }, pauseAfterMoreFailures);
		expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
		pace.succeeded(20);
		expect(pauseAfterMoreFailures()).toBe(250);
	});

	it('do not slow anything when others get through', () => {
		const pace = paced(1_000);
		for (let count = 0; count < 200; count += 1) {
			pace.failed();
			pace.succeeded(20);
		}
		expect([pace.wait(), pace.perSecond]).toEqual([0, paced(1_000).perSecond]);
	});
});

describe('the paces of a process', () => {
	const origin = 'https://console.tim.qq.com';

	it('are one for each API of an app on a host', () => {
		const pace = rateLimiterFor(origin, 1, 'openim/sendmsg');
		expect(rateLimiterFor(origin, 1, 'openim/sendmsg')).toBe(pace);
		expect(rateLimiterFor(origin, 1, 'openim/batchsendmsg')).not.toBe(pace);
		expect(rateLimiterFor(origin, 2, 'openim/sendmsg')).not.toBe(pace);
		expect(rateLimiterFor('http://localhost:8099', 1, 'openim/sendmsg')).not.toBe(pace);
	});

	it('remember from one execution to the next what the server refused', () => {
		const [first, second] = [{}, {}];
		const pace = rateLimiterFor(origin, 3, 'openim/sendmsg');
		pace.request(first, 100);
		const wished = pace.perSecond;
		refuseMany(pace);
		pace.release(first);
		const later = rateLimiterFor(origin, 3, 'openim/sendmsg');
		later.request(second, 100);
		expect(later.perSecond).toBeLessThan(0.9 * wished);
	});

	it('are not forgotten while in use, however many apps there are', () => {
		const pace = rateLimiterFor(origin, 4, 'openim/sendmsg');
		pace.request({}, 100);
		for (let app = 0; app < 5_000; app += 1) rateLimiterFor(origin, 1_000 + app, 'openim/sendmsg');
		expect(rateLimiterFor(origin, 4, 'openim/sendmsg')).toBe(pace);
	});
});

describe('the paces of a process that serves a thousand APIs', () => {
	/** A process that has just met so many of them, a pace for each. */
	async function met(apis: number) {
		jest.resetModules();
		const fresh = await import('../../../nodes/TencentChatDesk/delivery/memory/rateLimiters');
		const of = (api: number) => fresh.rateLimiterFor('https://console.tim.qq.com', 1, `api/${api}`);
		return { of, paces: Array.from({ length: apis }, (_, api) => of(api)) };
	}

	it('are all remembered', async () => {
		const { of, paces } = await met(1_000);
		expect(paces.every((pace, api) => of(api) === pace)).toBe(true);
	});

	it('make room for the next one: the oldest goes that nobody uses', async () => {
		const { of, paces } = await met(1_000);
		paces[0]!.request({}, 100);
		of(1_000);
		expect([0, 2, 3, 999].map((api) => of(api) === paces[api])).toEqual([true, true, true, true]);
		expect(of(1)).not.toBe(paces[1]);
	});

	it('are kept while all are in use', async () => {
		const { of, paces } = await met(1_000);
		for (const pace of paces) pace.request({}, 100);
		expect(of(1_000)).toBe(of(1_000));
		expect(paces.every((pace, api) => of(api) === pace)).toBe(true);
	});
});

describe('taking turns', () => {
	it('spreads the calls of all that wait by the pace', async () => {
		const pace = paced(100);
		const starts: number[] = [];
		const call = async () => {
			for (let count = 0; count < 5; count += 1) {
				await acquireTurn(pace);
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
