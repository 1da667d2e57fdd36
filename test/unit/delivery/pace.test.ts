import { Pace, paceOf } from '../../../nodes/TencentChatDesk/delivery/pace';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A pace that somebody wishes. */
function paced(perSecond: number): Pace {
	const pace = new Pace();
	pace.wish(pace, perSecond);
	return pace;
}

/** Starts every call that may start, for so many milliseconds, looking every `step` of them. */
function drive(pace: Pace, milliseconds: number, step = 1, onStart = () => {}): number[] {
	const starts: number[] = [];
	const end = performance.now() + milliseconds;
	while (performance.now() < end) {
		while (pace.wait() === 0) {
			pace.take();
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

describe('several wishes', () => {
	it('are met by the lowest, until it leaves', () => {
		const pace = new Pace();
		const [slow, fast] = [{}, {}];
		pace.wish(fast, 100);
		pace.wish(slow, 20);
		expect(drive(pace, 2_000).length).toBeLessThanOrEqual(42);
		pace.leave(slow);
		const alone = drive(pace, 2_000).length;
		expect(alone).toBeGreaterThanOrEqual(185);
		expect(alone).toBeLessThanOrEqual(203);
	});

	it('share one pace: two together get no more than one alone', () => {
		const pace = paced(100);
		pace.wish({}, 100);
		expect(drive(pace, 2_000).length).toBeLessThanOrEqual(203);
	});

	it('can be lowered by those who made them', () => {
		const pace = paced(100);
		pace.wish(pace, 10);
		expect(drive(pace, 2_000).length).toBeLessThanOrEqual(22);
	});

	it('of executions that ended do not count', () => {
		const pace = paced(5);
		pace.leave(pace);
		pace.wish({}, 100);
		expect(pace.perSecond).toBe(paced(100).perSecond);
	});
});

/** A second in which the server refused half of what it was asked. */
function refuseMany(pace: Pace): void {
	for (let count = 0; count < 50; count += 1) pace.refused();
}

describe('a refusal for asking too often', () => {
	it('pauses the calls, and slows them down by twice what was too much', () => {
		const pace = paced(100);
		const wished = pace.perSecond;
		pace.refused();
		expect(pace.wait()).toBeGreaterThan(30);
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
		expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
		expect(pauses.at(-1)).toBeGreaterThan(900);
		pace.succeeded(20);
		jest.advanceTimersByTime(2_000);
		pace.refused();
		expect(pace.wait()).toBeLessThan(100);
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
		pace.wish(slower, 1);
		pace.leave(slower);
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
						pace.take();
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
	const learn = (pace: Pace, callTime: number) => {
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
	it('pause the calls when they come one after another', () => {
		const pace = paced(1_000);
		for (let count = 0; count < 20; count += 1) pace.failed();
		expect(pace.wait()).toBeGreaterThan(100);
	});

	it('pause longer while nothing gets through, but not without end', () => {
		const pace = paced(1_000);
		const pauseAfterMoreFailures = () => {
			for (let count = 0; count < 20; count += 1) pace.failed();
			const pause = pace.wait();
			jest.advanceTimersByTime(pause);
			return pause;
		};
		const pauses = Array.from({ length: 20 }, pauseAfterMoreFailures);
		expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
		expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
		pace.succeeded(20);
		expect(pauseAfterMoreFailures()).toBe(pauses[0]);
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
		const pace = paceOf(origin, 1, 'openim/sendmsg');
		expect(paceOf(origin, 1, 'openim/sendmsg')).toBe(pace);
		expect(paceOf(origin, 1, 'openim/batchsendmsg')).not.toBe(pace);
		expect(paceOf(origin, 2, 'openim/sendmsg')).not.toBe(pace);
		expect(paceOf('http://localhost:8099', 1, 'openim/sendmsg')).not.toBe(pace);
	});

	it('remember from one execution to the next what the server refused', () => {
		const [first, second] = [{}, {}];
		const pace = paceOf(origin, 3, 'openim/sendmsg');
		pace.wish(first, 100);
		const wished = pace.perSecond;
		refuseMany(pace);
		pace.leave(first);
		const later = paceOf(origin, 3, 'openim/sendmsg');
		later.wish(second, 100);
		expect(later.perSecond).toBeLessThan(0.9 * wished);
	});

	it('are not forgotten while in use, however many apps there are', () => {
		const pace = paceOf(origin, 4, 'openim/sendmsg');
		pace.wish({}, 100);
		for (let app = 0; app < 5_000; app += 1) paceOf(origin, 1_000 + app, 'openim/sendmsg');
		expect(paceOf(origin, 4, 'openim/sendmsg')).toBe(pace);
	});
});
