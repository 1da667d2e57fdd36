import * as fc from 'fast-check';

import {
	Dispatcher,
	type Source,
} from '../../../nodes/TencentChatDesk/delivery/scheduling/dispatcher';
import { RateLimiter } from '../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';
import { Quota } from '../../../nodes/TencentChatDesk/delivery/scheduling/quota';
import { Turns } from '../../../nodes/TencentChatDesk/delivery/scheduling/turns';
import { useFakeTimers, useRealTimers } from '../fakeTimers';

interface Job {
	id: number;
	lane?: string;
	/** What its lane has in common with lanes of other dispatchers. */
	shared?: string;
	/** The group or room that it goes to. */
	target?: string;
	/** Milliseconds that an attempt takes. */
	takes?: number;
	/** Milliseconds to wait after each attempt that fails; then comes the one that settles. */
	backOffs?: number[];
	throws?: boolean;
	/** Once begun, it must not be left as it is. */
	whole?: boolean;
	/** No work: the source has nothing to start before this. */
	until?: Promise<void>;
	/** No work: something that was settled without an attempt. */
	done?: boolean;
}

interface Started {
	id: number;
	at: number;
}

/** Work for a dispatcher, and a record of what became of it. */
class Testbed {
	readonly started: Started[] = [];
	readonly settled: number[] = [];
	readonly underWay = new Set<number>();
	mostUnderWay = 0;
	taken = 0;
	bound = 256;
	rest = 0;
	/** Lanes in which something has ended. */
	private readonly rested = new Set<string | undefined>();
	/** Calls per second of a target. */
	perSecond = 1;
	private readonly quotas = new Map<string, Quota>();
	readonly dispatcher: Dispatcher<Job>;
	private readonly attempts = new Map<number, number>();
	private readonly jobs: Iterator<Job>;
	private readonly zero = performance.now();

	constructor(jobs: Iterable<Job>, perSecond?: number, turns = new Turns()) {
		this.jobs = jobs[Symbol.iterator]();
		const pace = new RateLimiter();
		if (perSecond !== undefined) pace.request(this, perSecond);
		const source: Source<Job> = {
			next: () => {
				const { value, done } = this.jobs.next() as IteratorResult<Job, undefined>;
				if (done || value === undefined) return 'end';
				if (value.until) return { until: value.until };
				if (value.done) return 'settled';
				this.taken += 1;
				return { task: value };
			},
			orderingKey: ({ lane }) => lane,
			turnKey: ({ shared }) => shared,
			attempt: async (job) => await this.attempt(job),
			maxConcurrency: () => this.bound,
			rateLimiter: () => pace,
			quota: ({ target }) => (target === undefined ? undefined : this.quotaOf(target)),
			pauseBefore: ({ lane }) => (this.rested.has(lane) ? this.rest : 0),
			settled: ({ lane }) => this.rested.add(lane),
			halfDone: ({ id, whole }) => whole === true && this.attempts.has(id),
		};
		this.dispatcher = new Dispatcher<Job>(source, turns);
	}

	/** How the run ended; undefined while it goes on. */
	outcome: 'ended' | Error | undefined;

	start(): this {
		this.dispatcher.run().then(
			() => (this.outcome = 'ended'),
			(error: Error) => (this.outcome = error),
		);
		return this;
	}

	async complete(): Promise<this> {
		this.start();
		await jest.runAllTimersAsync();
		return this;
	}

	startsOf(...ids: number[]): number[] {
		return this.started.filter(({ id }) => ids.includes(id)).map(({ at }) => at);
	}

	/** Called when an attempt begins, and when it ends. */
	onAttempt: (job: Job, begins: boolean) => void = () => undefined;

	quotaOf = (target: string): Quota => {
		const quota = this.quotas.get(target) ?? new Quota(this.perSecond);
		this.quotas.set(target, quota);
		return quota;
	};

	private async attempt(job: Job) {
		const { id, takes = 10, backOffs = [], throws } = job;
		this.onAttempt(job, true);
		this.started.push({ id, at: Math.round(performance.now() - this.zero) });
		this.underWay.add(id);
		this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay.size);
		await new Promise((resolve) => setTimeout(resolve, takes));
		this.underWay.delete(id);
		this.onAttempt(job, false);
		if (throws) throw new Error(`Broken: ${id}`);
		const attempt = this.attempts.get(id) ?? 0;
		this.attempts.set(id, attempt + 1);
		if (attempt < backOffs.length) return backOffs[attempt];
		this.settled.push(id);
		return undefined;
	}
}

const jobs = (count: number, shape: (id: number) => Partial<Job>): Job[] =>
	Array.from({ length: count }, (_, id) => ({ id, ...shape(id) }));

const ids = (count: number) => Array.from({ length: count }, (_, id) => id);

beforeEach(useFakeTimers);
afterEach(useRealTimers);

describe('a source that has nothing to start for a while', () => {
	const after = async (ms: number, error?: Error) =>
		await new Promise<void>((resolve, reject) =>
			setTimeout(() => (error ? reject(error) : resolve()), ms),
		);

	it('is asked again when the while is over, and the run does not end before', async () => {
		const testbed = new Testbed([{ id: 0 }, { id: -1, until: after(500) }, { id: 1 }]).start();
		await jest.advanceTimersByTimeAsync(499);
		expect([testbed.settled, testbed.taken, testbed.outcome]).toEqual([[0], 1, undefined]);

		await jest.runAllTimersAsync();
		expect(testbed.settled).toEqual([0, 1]);
		expect(testbed.startsOf(1)).toEqual([500]);
		expect(testbed.outcome).toBe('ended');
	});

	it('is not asked while it waits, whatever else ends', async () => {
		const work = [
			{ id: 0, takes: 100 },
			{ id: 1, takes: 200 },
			{ id: -1, until: after(500) },
		];
		const testbed = new Testbed([...work, { id: 2 }]).start();
		await jest.advanceTimersByTimeAsync(300);
		expect([testbed.settled, testbed.taken]).toEqual([[0, 1], 2]);

		await jest.runAllTimersAsync();
		expect(testbed.settled).toEqual([0, 1, 2]);
	});

	it('ends the run with its error where the wait fails', async () => {
		const broken = new Error('The database is gone');
		const testbed = new Testbed([{ id: -1, until: after(50, broken) }, { id: 1 }]);
		await testbed.complete();
		expect(testbed.outcome).toBe(broken);
		expect(testbed.started).toEqual([]);
	});

	it('is not waited for after a stop', async () => {
		const testbed = new Testbed([{ id: 0 }, { id: -1, until: after(500) }, { id: 1 }]).start();
		await jest.advanceTimersByTimeAsync(100);
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(0);
		expect(testbed.outcome).toBe('ended');

		await jest.runAllTimersAsync();
		expect(testbed.startsOf(0, 1)).toHaveLength(1);
	});
});

it('passes over what is settled without an attempt', async () => {
	const settled = { id: -1, done: true };
	const testbed = await new Testbed([settled, { id: 0 }, settled, settled, { id: 1 }]).complete();
	expect(testbed.settled).toEqual([0, 1]);
	expect(testbed.outcome).toBe('ended');
});

describe('what is taken ahead of its turn', () => {
	/** As many as may wait, and some more. */
	const many = 5_200;

	it.each<[string, Partial<Job>]>([
		['behind one key', { lane: 'a', takes: 1 }],
		['at one quota', { target: 'group', takes: 1 }],
	])('has a bound, and all of it is done in the end: %s', async (_where, shape) => {
		const testbed = new Testbed(jobs(many, () => shape));
		testbed.perSecond = 1_000;
		testbed.start();
		await jest.advanceTimersByTimeAsync(1);
		expect(testbed.taken).toBeGreaterThan(4_900);
		expect(testbed.taken).toBeLessThan(5_100);

		await jest.runAllTimersAsync();
		expect(testbed.settled).toHaveLength(many);
		expect(testbed.outcome).toBe('ended');
	});

	it('has a bound where another dispatcher has every turn', async () => {
		const turns = new Turns();
		const work = jobs(many, (id) => ({ lane: `${id}`, shared: `${id}`, takes: 1 }));
		const other = new Testbed(
			work.map((job) => ({ ...job, takes: 1_000 })),
			undefined,
			turns,
		);
		other.bound = many;
		other.start();
		await jest.advanceTimersByTimeAsync(500);
		expect(turns.size.keys).toBe(many);

		const testbed = new Testbed(work, undefined, turns).start();
		await jest.advanceTimersByTimeAsync(100);
		expect(testbed.taken).toBe(5_000);

		await jest.runAllTimersAsync();
		expect(testbed.settled).toHaveLength(many);
		expect(testbed.outcome).toBe('ended');
	});
});

describe('work of one lane', () => {
	it('goes one after another, in its order, however long each takes', async () => {
		const testbed = new Testbed(jobs(20, (id) => ({ lane: 'a', takes: 1 + ((id * 37) % 50) })));
		await testbed.complete();
		expect(testbed.started.map(({ id }) => id)).toEqual(ids(20));
		expect(testbed.settled).toEqual(ids(20));
		expect(testbed.mostUnderWay).toBe(1);
	});

	it('waits for the repeats of what is before it', async () => {
		const work = jobs(3, (id) => ({ lane: 'a', backOffs: id === 0 ? [5_000, 9_000] : [] }));
		const testbed = await new Testbed(work).complete();
		expect(testbed.started.map(({ id }) => id)).toEqual([0, 0, 0, 1, 2]);
		expect(testbed.settled).toEqual([0, 1, 2]);
	});

	it('is found again after the lane was empty for a while', async () => {
		const testbed = new Testbed([
			{ id: 0, lane: 'a' },
			{ id: 1, lane: 'b', takes: 1_000 },
			{ id: 2, lane: 'b' },
			{ id: 3, lane: 'a' },
		]);
		testbed.bound = 1;
		await testbed.complete();
		expect([...testbed.settled].sort()).toEqual([0, 1, 2, 3]);
	});
});

/** Milliseconds between the starts. */
const gaps = (starts: number[]) => starts.slice(1).map((start, index) => start - starts[index]!);

describe('a rest between two pieces of work of a lane', () => {
	it('is kept, from the end of one to the start of the next', async () => {
		const testbed = new Testbed(jobs(3, () => ({ lane: 'a', takes: 100 })));
		testbed.rest = 300;
		await testbed.complete();
		expect(testbed.startsOf(0, 1, 2)).toEqual([0, 400, 800]);
	});

	it('is kept by work that comes when its lane is free again', async () => {
		const testbed = new Testbed([
			{ id: 0, lane: 'a', takes: 10 },
			{ id: 1, takes: 50 },
			{ id: 2, lane: 'a', takes: 10 },
		]);
		[testbed.rest, testbed.bound] = [300, 1];
		await testbed.complete();
		const [, second, third] = testbed.startsOf(0, 1, 2);
		expect(third! - second!).toBe(300);
	});

	it('holds nothing up in other lanes, nor a place among those under way', async () => {
		const testbed = new Testbed([
			{ id: 0, lane: 'a' },
			{ id: 1, lane: 'a' },
			...jobs(5, () => ({ takes: 20 })).map((job) => ({ ...job, id: job.id + 2 })),
		]);
		[testbed.rest, testbed.bound] = [300, 1];
		await testbed.complete();
		expect(testbed.settled).toEqual([0, 2, 3, 4, 5, 6, 1]);
	});
});

describe('work for a target that may get few', () => {
	it.each([
		['in one lane', 'a'],
		['without a lane', undefined],
	])('is spread over the time, %s', async (_what, lane) => {
		const testbed = new Testbed(jobs(6, () => ({ lane, target: 'group', takes: 500 })));
		testbed.perSecond = 4;
		await testbed.complete();
		expect(testbed.started.map(({ id }) => id)).toEqual(ids(6));
		expect(Math.min(...gaps(testbed.startsOf(...ids(6))))).toBeGreaterThanOrEqual(250);
	});

	it('shares what the target may get with other runs', async () => {
		const quota = new Quota(4);
		const benches = [0, 1, 2].map(() => {
			const testbed = new Testbed(jobs(8, () => ({ target: 'group' })));
			jest.spyOn(testbed as unknown as { quotaOf(): Quota }, 'quotaOf').mockReturnValue(quota);
			return testbed.start();
		});
		await jest.runAllTimersAsync();
		const starts = benches.flatMap((testbed) => testbed.startsOf(...ids(8))).sort((a, b) => a - b);
		expect(starts).toHaveLength(24);
		expect(Math.min(...gaps(starts))).toBeGreaterThanOrEqual(250);
	});

	it('holds up nothing for other targets', async () => {
		const testbed = new Testbed([
			...jobs(20, () => ({ target: 'busy' })),
			{ id: 20, target: 'idle' },
			{ id: 21 },
		]).start();
		await jest.advanceTimersByTimeAsync(100);
		expect(testbed.settled.sort((a, b) => a - b)).toEqual([0, 20, 21]);
		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();
		expect(testbed.started).toHaveLength(3);
	});

	it('counts its repeats too', async () => {
		const testbed = new Testbed(jobs(4, () => ({ target: 'group', backOffs: [10] })));
		testbed.perSecond = 4;
		await testbed.complete();
		const starts = testbed.started.map(({ at }) => at);
		expect(starts).toHaveLength(8);
		expect(Math.min(...gaps(starts))).toBeGreaterThanOrEqual(250);
	});
});

describe('work of different lanes', () => {
	it('goes side by side', async () => {
		const testbed = new Testbed(jobs(50, (id) => ({ lane: `lane ${id}`, takes: 1_000 }))).start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.underWay.size).toBe(50);
		expect(testbed.settled).toEqual([]);
	});

	it('overtakes a lane that is slow', async () => {
		const work = jobs(40, (id) => (id < 20 ? { lane: 'slow', takes: 1_000 } : { lane: `${id}` }));
		const testbed = new Testbed(work).start();
		await jest.advanceTimersByTimeAsync(500);
		expect([...testbed.settled].sort((a, b) => a - b)).toEqual(ids(40).slice(20));
	});
});

describe('work without a lane', () => {
	it('is free of any order', async () => {
		const testbed = new Testbed(jobs(50, () => ({ takes: 1_000 }))).start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.underWay.size).toBe(50);
	});
});

describe('a bound', () => {
	it('is reached and not passed', async () => {
		const testbed = new Testbed(jobs(100, () => ({ takes: 100 })));
		testbed.bound = 7;
		await testbed.complete();
		expect(testbed.mostUnderWay).toBe(7);
		expect(testbed.settled).toHaveLength(100);
	});

	it('of one keeps everything in order', async () => {
		const testbed = new Testbed(jobs(30, (id) => ({ lane: `${id}` })));
		testbed.bound = 1;
		await testbed.complete();
		expect(testbed.settled).toEqual(ids(30));
	});

	it('that is lowered on the way holds from then on', async () => {
		const testbed = new Testbed(jobs(60, () => ({ takes: 100 })));
		testbed.bound = 20;
		testbed.start();
		await jest.advanceTimersByTimeAsync(50);
		testbed.bound = 3;
		await jest.advanceTimersByTimeAsync(60);
		testbed.mostUnderWay = 0;
		await jest.runAllTimersAsync();
		expect(testbed.mostUnderWay).toBe(3);
		expect(testbed.settled).toHaveLength(60);
	});
});

describe('work that waits for a repeat', () => {
	it('holds its lane, but no place among those under way', async () => {
		const testbed = new Testbed([
			{ id: 0, lane: 'a', backOffs: [60_000] },
			{ id: 1, lane: 'a' },
			{ id: 2, lane: 'b' },
			{ id: 3, lane: 'c' },
		]);
		testbed.bound = 1;
		testbed.start();
		await jest.advanceTimersByTimeAsync(30_000);
		expect(testbed.settled).toEqual([2, 3]);
		await jest.runAllTimersAsync();
		expect(testbed.settled).toEqual([2, 3, 0, 1]);
	});

	it('waits as long as it was told to, and not much longer', async () => {
		const testbed = await new Testbed([
			{ id: 0, lane: 'a', backOffs: [1_234, 20_000, 0] },
		]).complete();
		const [first, second, third, last] = testbed.startsOf(0) as [number, number, number, number];
		for (const [waited, told] of [
			[second - first, 1_234],
			[third - second, 20_000],
			[last - third, 0],
		] as const) {
			expect(waited).toBeGreaterThanOrEqual(told + 10);
			expect(waited).toBeLessThan(told + 20);
		}
	});

	it.each([
		[[30_000, 3_000, 10_000]],
		[[3_000, 10_000, 30_000]],
		[[30_000, 10_000, 3_000]],
		[[10_000, 30_000, 3_000]],
		[[3_000, 30_000, 10_000]],
	])('goes when its time has come, whatever else waits or is under way: %j', async (waits) => {
		const repeated = waits.map((wait, id) => ({ id, lane: `${id}`, backOffs: [wait] }));
		const testbed = await new Testbed([...repeated, { id: 3, takes: 60_000 }]).complete();
		for (const [id, wait] of waits.entries()) {
			const late = testbed.startsOf(id)[1]! - wait;
			expect(late).toBeGreaterThanOrEqual(10);
			expect(late).toBeLessThan(20);
		}
	});

	it('is waited for by the run', async () => {
		const testbed = new Testbed([{ id: 0, lane: 'a', backOffs: [60_000] }]).start();
		await jest.advanceTimersByTimeAsync(59_000);
		expect(testbed.outcome).toBeUndefined();
		await jest.runAllTimersAsync();
		expect(testbed.outcome).toBe('ended');
	});
});

describe('the pace', () => {
	it('spreads the starts, first attempts and repeats alike', async () => {
		const work = jobs(60, (id) => ({ lane: `${id}`, backOffs: id % 3 === 0 ? [100] : [] }));
		const testbed = await new Testbed(work, 20).complete();
		const starts = testbed.started.map(({ at }) => at);
		expect(starts).toHaveLength(80);
		for (const start of starts) {
			const within = starts.filter((at) => at >= start && at < start + 1_000).length;
			expect(within).toBeLessThanOrEqual(22);
		}
		expect(starts[starts.length - 1]).toBeLessThan(4_500);
	});

	it('is not left to answers: those that come together start nothing in their own moment', async () => {
		const testbed = new Testbed(jobs(8, (id) => ({ lane: `${id}`, takes: 10 })));
		testbed.bound = 4;
		await testbed.complete();
		expect(testbed.startsOf(0, 1, 2, 3)).toEqual([0, 0, 0, 0]);
		expect(Math.min(...testbed.startsOf(4, 5, 6, 7))).toBeGreaterThan(10);
		expect(testbed.settled).toHaveLength(8);
	});

	it('is not used up by work that waits for its lane', async () => {
		const testbed = new Testbed(
			jobs(50, (id) => ({ lane: id < 40 ? 'a' : 'b', takes: 1 })),
			100,
		);
		await testbed.complete();
		expect(testbed.started[testbed.started.length - 1]!.at).toBeLessThan(600);
	});
});

describe('work that takes time to make', () => {
	it('is begun a few pieces at a time, so that answers get their turn in between', async () => {
		const clock = performance.now.bind(performance);
		let busy = 0;
		jest.spyOn(performance, 'now').mockImplementation(() => clock() + busy);
		const work = function* work(): Generator<Job> {
			for (const job of jobs(20, () => ({}))) {
				busy += 1;
				yield job;
			}
		};
		const testbed = new Testbed(work()).start();
		expect(testbed.started).toHaveLength(2);
		await jest.runAllTimersAsync();
		expect(testbed.settled).toEqual(ids(20));
	});

	it('leaves room for the rest of n8n, where much of it is settled without an attempt', async () => {
		const clock = performance.now.bind(performance);
		let busy = 0;
		jest.spyOn(performance, 'now').mockImplementation(() => clock() + busy);
		let made = 0;
		const work = function* work(): Generator<Job> {
			while (made < 20) {
				made += 1;
				busy += 4;
				yield { id: -1, done: true };
			}
			yield { id: 0 };
		};
		const testbed = new Testbed(work()).start();
		// Twelve milliseconds in one go.
		expect(made).toBe(3);
		await jest.advanceTimersByTimeAsync(1);
		expect(made).toBe(6);

		await jest.runAllTimersAsync();
		expect(testbed.settled).toEqual([0]);
	});
});

it('asks a source only for what it has', async () => {
	const settledIds: number[] = [];
	const work = jobs(3, () => ({ lane: 'a' })).values();
	const dispatcher = new Dispatcher<Job>(
		{
			next: () => {
				const { value } = work.next() as IteratorResult<Job, undefined>;
				return value === undefined ? 'end' : { task: value };
			},
			orderingKey: ({ lane }) => lane,
			attempt: async ({ id }) => {
				settledIds.push(id);
				return await Promise.resolve(undefined);
			},
			maxConcurrency: () => 1,
			rateLimiter: () => new RateLimiter(),
			quota: () => undefined,
			pauseBefore: () => 0,
		},
		new Turns(),
	);
	const ended = dispatcher.run();
	await jest.runAllTimersAsync();
	await ended;
	expect(settledIds).toEqual([0, 1, 2]);
});

describe('work that is not needed yet', () => {
	it('is not taken while nothing can start', async () => {
		const testbed = new Testbed(jobs(1_000, (id) => ({ lane: `${id}`, takes: 1_000 })));
		testbed.bound = 5;
		testbed.start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.taken).toBeLessThanOrEqual(6);
	});

	it('is not taken faster than the pace', async () => {
		const testbed = new Testbed(
			jobs(1_000, (id) => ({ lane: `${id}` })),
			10,
		);
		testbed.start();
		await jest.advanceTimersByTimeAsync(1_000);
		expect(testbed.taken).toBeLessThanOrEqual(15);
		testbed.dispatcher.stop();
	});

	it('is not asked for again after the last', async () => {
		const work = jobs(5, (id) => ({ takes: id * 10 })).values();
		const next = jest.spyOn(work, 'next');
		await new Testbed({ [Symbol.iterator]: () => work }).complete();
		expect(next).toHaveBeenCalledTimes(6);
	});

	it('does not pile up without end behind one slow lane', async () => {
		const testbed = new Testbed(jobs(20_000, () => ({ lane: 'a', takes: 1_000 }))).start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.taken).toBe(5_001);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(testbed.taken).toBe(5_002);
		testbed.dispatcher.stop();
	});
});

describe('a stop', () => {
	it('lets nothing start any more, and ends when what is under way has ended', async () => {
		const testbed = new Testbed(jobs(100, (id) => ({ lane: `${id % 10}`, takes: 1_000 }))).start();
		await jest.advanceTimersByTimeAsync(1_500);
		const { length } = testbed.started;
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(100);
		expect(testbed.outcome).toBeUndefined();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.outcome).toBe('ended');
		expect(testbed.settled).toHaveLength(length);
		await jest.runAllTimersAsync();
		expect(testbed.started).toHaveLength(length);
	});

	it('does not wait for repeats', async () => {
		const testbed = new Testbed([{ id: 0, lane: 'a', backOffs: [60_000] }]).start();
		await jest.advanceTimersByTimeAsync(1_000);
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(0);
		expect(testbed.outcome).toBe('ended');
		await jest.runAllTimersAsync();
		expect(testbed.started).toHaveLength(1);
	});

	it('waits for what is under way, and still not for repeats', async () => {
		const testbed = new Testbed([
			{ id: 0, lane: 'a', backOffs: [60_000] },
			{ id: 1, lane: 'b', takes: 2_000 },
		]).start();
		await jest.advanceTimersByTimeAsync(1_000);
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.outcome).toBeUndefined();
		await jest.advanceTimersByTimeAsync(1_000);
		expect(testbed.outcome).toBe('ended');
	});

	it('does not repeat what fails after it', async () => {
		const testbed = new Testbed([{ id: 0, takes: 1_000, backOffs: [10] }]).start();
		await jest.advanceTimersByTimeAsync(500);
		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();
		expect([testbed.outcome, testbed.started.length]).toEqual(['ended', 1]);
	});

	it('while the next work is being made means that this does not start', async () => {
		const work = function* work(): Generator<Job> {
			yield { id: 0 };
			testbed.dispatcher.stop();
			yield { id: 1 };
		};
		const testbed = new Testbed(work());
		await testbed.complete();
		expect([testbed.outcome, testbed.settled]).toEqual(['ended', [0]]);
	});

	it('leaves nothing to wait for behind that takes longer than half a second', async () => {
		const testbed = new Testbed(
			jobs(3, () => ({})),
			0.01,
		).start();
		await jest.advanceTimersByTimeAsync(100);
		expect(testbed.settled).toEqual([0]);
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(500);
		expect([testbed.outcome, jest.getTimerCount()]).toEqual(['ended', 0]);
	});

	it('ends work of which nothing is ever half done', async () => {
		const attempt = jest.fn(async () => await Promise.resolve(60_000));
		const source: Source<Job> = {
			next: () => ({ task: { id: 0 } }),
			orderingKey: () => 'a',
			attempt,
			maxConcurrency: () => 1,
			rateLimiter: () => new RateLimiter(),
			quota: () => undefined,
			pauseBefore: () => 0,
		};
		const dispatcher = new Dispatcher<Job>(source, new Turns());
		const ended = dispatcher.run();
		await jest.advanceTimersByTimeAsync(1_000);
		dispatcher.stop();
		await ended;
		expect(attempt).toHaveBeenCalledTimes(1);
	});

	it('before the start means that nothing starts', async () => {
		const testbed = new Testbed(jobs(10, () => ({})));
		testbed.dispatcher.stop();
		await testbed.complete();
		expect([testbed.outcome, testbed.started.length, testbed.taken]).toEqual(['ended', 0, 0]);
	});
});

describe('work that must not be left half done', () => {
	it('goes on after a stop until it is settled, and nothing else begins', async () => {
		const work = jobs(6, (id) => ({
			lane: `${id % 3}`,
			takes: 20,
			backOffs: [50],
			whole: id === 1,
		}));
		const testbed = new Testbed(work).start();
		await jest.advanceTimersByTimeAsync(30);

		// The first of each lane waits out its back-off.
		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();

		expect(testbed.outcome).toBe('ended');
		expect(testbed.settled).toEqual([1]);
		expect(testbed.started.map(({ id }) => id)).toEqual([0, 1, 2, 1]);
	});

	it('is not begun after a stop', async () => {
		const testbed = new Testbed(jobs(2, () => ({ lane: 'a', takes: 20, whole: true }))).start();
		await jest.advanceTimersByTimeAsync(5);

		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();

		expect(testbed.outcome).toBe('ended');
		expect(testbed.settled).toEqual([0]);
	});

	it('does not go on after an error of the engine itself', async () => {
		const shapes: Array<Partial<Job>> = [
			{ whole: true, backOffs: [500] },
			{ takes: 40, throws: true },
		];
		const testbed = await new Testbed(jobs(2, (id) => shapes[id]!)).complete();

		expect(testbed.outcome).toEqual(new Error('Broken: 1'));
		expect(testbed.settled).toEqual([]);
	});
});

describe('an error', () => {
	it('of an attempt ends the run with it, and nothing more starts', async () => {
		const work = jobs(100, (id) => ({ lane: `${id % 5}`, takes: 100, throws: id === 7 }));
		const testbed = await new Testbed(work).complete();
		expect(testbed.outcome).toEqual(new Error('Broken: 7'));
		expect(testbed.started.length).toBeLessThan(20);
		expect(testbed.underWay.size).toBe(0);
	});

	it('of taking work ends the run with it', async () => {
		const work = function* work(): Generator<Job> {
			yield { id: 0 };
			throw new Error('No more');
		};
		const testbed = await new Testbed(work()).complete();
		expect(testbed.outcome).toEqual(new Error('No more'));
	});
});

describe('lanes of two dispatchers with something in common', () => {
	const shared = { lane: 'a', shared: 'talk', takes: 100 };

	/** Dispatchers with so many pieces of work each, all in one conversation. */
	function together(turns: Turns, ...counts: number[]): Testbed[] {
		return counts.map(
			(count) =>
				new Testbed(
					jobs(count, () => shared),
					undefined,
					turns,
				),
		);
	}

	it('take turns, one piece of work at a time', async () => {
		const turns = new Turns();
		const [first, second] = together(turns, 3, 2).map((testbed) => testbed.start());
		await jest.runAllTimersAsync();
		const starts = [...first!.startsOf(0, 1, 2), ...second!.startsOf(0, 1)].sort((a, b) => a - b);
		expect(Math.min(...gaps(starts))).toBeGreaterThanOrEqual(100);
		// One with many calls does not hold up one with few.
		expect(second!.startsOf(1)[0]).toBeLessThan(first!.startsOf(2)[0]!);
		expect([first!.settled, second!.settled]).toEqual([ids(3), ids(2)]);
		expect(turns.size).toEqual({ keys: 0, waiting: 0 });
	});

	it('are served in the order in which they came', async () => {
		const turns = new Turns();
		const testbeds = together(turns, 1, 1, 1, 1).map((testbed) => testbed.start());
		await jest.runAllTimersAsync();
		const starts = testbeds.map(({ started }) => started[0]!.at);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
	});

	it('leave each other alone where nobody names what they have in common', async () => {
		const turns = new Turns();
		const work = jobs(1, () => ({ lane: 'a', takes: 100 }));
		const testbeds = [0, 1].map(() => new Testbed(work, undefined, turns).start());
		await jest.runAllTimersAsync();
		expect(testbeds.map(({ started }) => started[0]!.at)).toEqual([0, 0]);
	});

	it('wait for repeats, and hold up nothing else meanwhile', async () => {
		const turns = new Turns();
		new Testbed([{ id: 0, ...shared, backOffs: [2_000] }], undefined, turns).start();
		const second = new Testbed(
			[
				{ id: 0, ...shared },
				{ id: 1, takes: 100 },
				{ id: 2, lane: 'b', shared: 'other', takes: 100 },
			],
			undefined,
			turns,
		);
		second.bound = 1;
		second.start();
		await jest.runAllTimersAsync();
		expect(second.started[0]!.id).toBe(1);
		expect(second.startsOf(2)[0]).toBeLessThan(300);
		expect(second.startsOf(0)[0]).toBeGreaterThanOrEqual(2_200);
	});

	it('wait without a place in the line of the pace', async () => {
		const turns = new Turns();
		new Testbed([{ id: 0, ...shared, takes: 10_000 }], undefined, turns).start();
		const work = [{ id: 0, ...shared }, ...jobs(11, (id) => ({ id: id + 1 })).slice(1)];
		const second = new Testbed(work, 10, turns).start();
		await jest.advanceTimersByTimeAsync(2_000);
		expect(second.settled).toHaveLength(10);
	});

	it('rest between two pieces of work of one dispatcher, when it is their turn', async () => {
		const turns = new Turns();
		const [first, second] = together(turns, 2, 1);
		first!.rest = 500;
		first!.start();
		second!.start();
		await jest.runAllTimersAsync();
		expect(second!.startsOf(0)[0]).toBeLessThan(150);
		expect(first!.startsOf(1)[0]).toBeGreaterThanOrEqual(700);
	});

	it('are left by one that is stopped: what waits at once, what is under way at its end', async () => {
		const turns = new Turns();
		const [first, second, third] = together(turns, 2, 3, 1).map((testbed) => testbed.start());
		await jest.advanceTimersByTimeAsync(50);
		expect(turns.size).toEqual({ keys: 1, waiting: 2 });
		second!.dispatcher.stop();
		expect(turns.size).toEqual({ keys: 1, waiting: 1 });
		first!.dispatcher.stop();
		expect(turns.size).toEqual({ keys: 1, waiting: 1 });
		await jest.runAllTimersAsync();
		expect([first!.outcome, second!.outcome]).toEqual(['ended', 'ended']);
		expect([first!.settled, second!.settled, third!.settled]).toEqual([[0], [], [0]]);
		expect(turns.size).toEqual({ keys: 0, waiting: 0 });
	});

	it('are left by one that is stopped between two attempts', async () => {
		const turns = new Turns();
		const first = new Testbed([{ id: 0, ...shared, backOffs: [60_000] }], undefined, turns).start();
		const [second] = together(turns, 1).map((testbed) => testbed.start());
		await jest.advanceTimersByTimeAsync(500);
		expect(second!.started).toEqual([]);
		first.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(500);
		expect([first.outcome, second!.settled]).toEqual(['ended', [0]]);
	});

	it('are kept by one that is stopped as long as it is half done', async () => {
		const turns = new Turns();
		const work = [{ id: 0, ...shared, backOffs: [0, 0], whole: true }];
		const first = new Testbed(work, undefined, turns).start();
		const [second] = together(turns, 1).map((testbed) => testbed.start());
		await jest.advanceTimersByTimeAsync(150);
		first.dispatcher.stop();
		await jest.runAllTimersAsync();
		expect(first.startsOf(0)).toHaveLength(3);
		expect(second!.startsOf(0)[0]).toBeGreaterThanOrEqual(300);
	});

	it('are left by one that breaks off', async () => {
		const turns = new Turns();
		const work = [
			{ id: 0, ...shared, takes: 5_000 },
			{ id: 1, takes: 50, throws: true },
		];
		const first = new Testbed(work, undefined, turns).start();
		const [second] = together(turns, 1).map((testbed) => testbed.start());
		await jest.runAllTimersAsync();
		expect(first.outcome).toEqual(new Error('Broken: 1'));
		expect(second!.startsOf(0)[0]).toBeLessThan(100);
		expect(turns.size).toEqual({ keys: 0, waiting: 0 });
	});

	it('are all left by one that is stopped while its work waits for a quota', async () => {
		const turns = new Turns();
		const work = jobs(5, (id) => ({ lane: `${id}`, shared: `${id}`, target: 'room' }));
		const first = new Testbed(work, undefined, turns);
		first.perSecond = 0.1;
		first.start();
		await jest.advanceTimersByTimeAsync(1_000);
		expect(turns.size.keys).toBe(4);
		first.dispatcher.stop();
		expect(turns.size).toEqual({ keys: 0, waiting: 0 });
	});

	it('share the quota of what they go to', async () => {
		const turns = new Turns();
		const quota = new Quota(10);
		const work = jobs(10, () => ({ target: 'room' }));
		const testbeds = [0, 1].map(() => new Testbed(work, undefined, turns));
		for (const testbed of testbeds) testbed.quotaOf = () => quota;
		for (const testbed of testbeds) testbed.start();
		await jest.runAllTimersAsync();
		const starts = testbeds.flatMap(({ started }) => started.map(({ at }) => at));
		expect(Math.min(...gaps(starts.sort((a, b) => a - b)))).toBeGreaterThanOrEqual(100);
	});

	it('keep every rule and leave nothing behind, whatever the work is like', async () => {
		const job = fc.record({
			lane: fc.constantFrom('a', 'b', 'c'),
			takes: fc.integer({ min: 0, max: 300 }),
			backOffs: fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 2 }),
		});
		const execution = fc.record({
			work: fc.array(job, { maxLength: 12 }),
			bound: fc.integer({ min: 1, max: 4 }),
			stopAt: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(execution, { minLength: 2, maxLength: 4 }), async (executions) => {
				const turns = new Turns();
				const busy = new Map<string, number>();
				const testbeds = executions.map(({ work, bound }) => {
					const named = work.map((one, id) => ({ ...one, id, shared: one.lane }));
					const testbed = new Testbed(named, undefined, turns);
					testbed.bound = bound;
					testbed.onAttempt = ({ shared: key = '' }, begins) => {
						busy.set(key, (busy.get(key) ?? 0) + (begins ? 1 : -1));
						expect(busy.get(key)).toBeLessThanOrEqual(1);
					};
					return testbed.start();
				});
				executions.forEach(({ stopAt }, index) => {
					if (stopAt !== undefined) setTimeout(() => testbeds[index]!.dispatcher.stop(), stopAt);
				});
				await jest.runAllTimersAsync();
				expect(testbeds.map(({ outcome }) => outcome)).toEqual(testbeds.map(() => 'ended'));
				executions.forEach(({ work, stopAt }, index) => {
					if (stopAt === undefined) expect(testbeds[index]!.settled).toHaveLength(work.length);
				});
				expect(turns.size).toEqual({ keys: 0, waiting: 0 });
			}),
			{ seed: 20260102, numRuns: 60 },
		);
	});
});

describe('a run', () => {
	it('without work ends at once', async () => {
		const testbed = new Testbed([]).start();
		await jest.advanceTimersByTimeAsync(0);
		expect(testbed.outcome).toBe('ended');
	});

	it('settles everything once and keeps every rule, whatever the work is like', async () => {
		const job = fc.record({
			lane: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
			takes: fc.integer({ min: 0, max: 300 }),
			backOffs: fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 2 }),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(job, { maxLength: 40 }),
				fc.integer({ min: 1, max: 8 }),
				fc.option(fc.integer({ min: 5, max: 500 }), { nil: undefined }),
				async (shapes, bound, perSecond) => {
					const work = shapes.map((shape, id) => ({ id, ...shape }));
					const testbed = new Testbed(work, perSecond);
					testbed.bound = bound;
					await testbed.complete();
					expect(testbed.outcome).toBe('ended');
					expect([...testbed.settled].sort((a, b) => a - b)).toEqual(ids(work.length));
					expect(testbed.mostUnderWay).toBeLessThanOrEqual(bound);
					for (const lane of ['a', 'b', 'c', 'd']) {
						const inLane = work.filter((other) => other.lane === lane).map(({ id }) => id);
						expect(testbed.settled.filter((id) => inLane.includes(id))).toEqual(inLane);
						const starts = testbed.started.map(({ id }) => id).filter((id) => inLane.includes(id));
						expect(starts).toEqual([...starts].sort((a, b) => a - b));
					}
				},
			),
			{ seed: 20260101, numRuns: 60 },
		);
	});
});
