import * as fc from 'fast-check';

import {
	Dispatcher,
	type Source,
} from '../../../nodes/TencentChatDesk/delivery/scheduling/dispatcher';
import { RateLimiter } from '../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';
import { Quota } from '../../../nodes/TencentChatDesk/delivery/scheduling/quota';
import { Turns } from '../../../nodes/TencentChatDesk/delivery/scheduling/turns';
import { useFakeTimers, useRealTimers } from '../fakeTimers';

interface Task {
	id: number;
	key?: string;
	/** What its ordering key has in common with those of other dispatchers. */
	turnKey?: string;
	/** The group or room that it goes to. */
	target?: string;
	/** Milliseconds that an attempt takes. */
	takes?: number;
	/** Milliseconds to wait after each attempt that fails; then comes the one that settles. */
	backOffs?: number[];
	throws?: boolean;
	/** Once begun, it must not be left as it is. */
	whole?: boolean;
	/** No task: the source has nothing to start before this. */
	until?: Promise<void>;
	/** No task: something that was settled without an attempt. */
	done?: boolean;
}

interface Started {
	id: number;
	at: number;
}

/** Tasks for a dispatcher, and a record of what became of them. */
class Testbed {
	readonly started: Started[] = [];
	readonly settled: number[] = [];
	readonly underWay = new Set<number>();
	maxUnderWay = 0;
	taken = 0;
	bound = 256;
	rest = 0;
	/** Ordering keys of which a task has ended. */
	private readonly rested = new Set<string | undefined>();
	/** Calls per second of a target. */
	perSecond = 1;
	private readonly quotas = new Map<string, Quota>();
	readonly dispatcher: Dispatcher<Task>;
	private readonly attempts = new Map<number, number>();
	private readonly tasks: Iterator<Task>;
	private readonly zero = performance.now();

	constructor(tasks: Iterable<Task>, perSecond?: number, turns = new Turns()) {
		this.tasks = tasks[Symbol.iterator]();
		const limiter = new RateLimiter();
		if (perSecond !== undefined) limiter.request(this, perSecond);
		const source: Source<Task> = {
			next: () => {
				const { value, done } = this.tasks.next() as IteratorResult<Task, undefined>;
				if (done || value === undefined) return 'end';
				if (value.until) return { until: value.until };
				if (value.done) return 'settled';
				this.taken += 1;
				return { task: value };
			},
			orderingKey: ({ key }) => key,
			turnKey: ({ turnKey }) => turnKey,
			attempt: async (task) => await this.attempt(task),
			maxConcurrency: () => this.bound,
			rateLimiter: () => limiter,
			quota: ({ target }) => (target === undefined ? undefined : this.quotaOf(target)),
			pauseBefore: ({ key }) => (this.rested.has(key) ? this.rest : 0),
			settled: ({ key }) => this.rested.add(key),
			halfDone: ({ id, whole }) => whole === true && this.attempts.has(id),
		};
		this.dispatcher = new Dispatcher<Task>(source, turns);
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
	onAttempt: (task: Task, begins: boolean) => void = () => undefined;

	quotaOf = (target: string): Quota => {
		const quota = this.quotas.get(target) ?? new Quota(this.perSecond);
		this.quotas.set(target, quota);
		return quota;
	};

	private async attempt(task: Task) {
		const { id, takes = 10, backOffs = [], throws } = task;
		this.onAttempt(task, true);
		this.started.push({ id, at: Math.round(performance.now() - this.zero) });
		this.underWay.add(id);
		this.maxUnderWay = Math.max(this.maxUnderWay, this.underWay.size);
		await new Promise((resolve) => setTimeout(resolve, takes));
		this.underWay.delete(id);
		this.onAttempt(task, false);
		if (throws) throw new Error(`Broken: ${id}`);
		const attempt = this.attempts.get(id) ?? 0;
		this.attempts.set(id, attempt + 1);
		if (attempt < backOffs.length) return backOffs[attempt];
		this.settled.push(id);
		return undefined;
	}
}

const tasksLike = (count: number, shape: (id: number) => Partial<Task>): Task[] =>
	Array.from({ length: count }, (_, id) => ({ id, ...shape(id) }));

const ids = (count: number) => Array.from({ length: count }, (_, id) => id);

beforeEach(() => useFakeTimers());
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
		const tasks = [
			{ id: 0, takes: 100 },
			{ id: 1, takes: 200 },
			{ id: -1, until: after(500) },
		];
		const testbed = new Testbed([...tasks, { id: 2 }]).start();
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

	beforeEach(() => useFakeTimers(5 * many));

	it.each<[string, Partial<Task>]>([
		['behind one key', { key: 'a', takes: 1 }],
		['at one quota', { target: 'group', takes: 1 }],
	])('has a bound, and all of it is done in the end: %s', async (_where, shape) => {
		const testbed = new Testbed(tasksLike(many, () => shape));
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
		const tasks = tasksLike(many, (id) => ({ key: `${id}`, turnKey: `${id}`, takes: 1 }));
		const other = new Testbed(
			tasks.map((task) => ({ ...task, takes: 1_000 })),
			undefined,
			turns,
		);
		other.bound = many;
		other.start();
		await jest.advanceTimersByTimeAsync(500);
		expect(turns.size.keys).toBe(many);

		const testbed = new Testbed(tasks, undefined, turns).start();
		await jest.advanceTimersByTimeAsync(100);
		expect(testbed.taken).toBe(5_000);

		await jest.runAllTimersAsync();
		expect(testbed.settled).toHaveLength(many);
		expect(testbed.outcome).toBe('ended');
	});
});

describe('the tasks of one ordering key', () => {
	it('go one after another, in their order, however long each takes', async () => {
		const testbed = new Testbed(tasksLike(20, (id) => ({ key: 'a', takes: 1 + ((id * 37) % 50) })));
		await testbed.complete();
		expect(testbed.started.map(({ id }) => id)).toEqual(ids(20));
		expect(testbed.settled).toEqual(ids(20));
		expect(testbed.maxUnderWay).toBe(1);
	});

	it('wait for the retries of what is before them', async () => {
		const tasks = tasksLike(3, (id) => ({ key: 'a', backOffs: id === 0 ? [5_000, 9_000] : [] }));
		const testbed = await new Testbed(tasks).complete();
		expect(testbed.started.map(({ id }) => id)).toEqual([0, 0, 0, 1, 2]);
		expect(testbed.settled).toEqual([0, 1, 2]);
	});

	it('are found again after there were none for a while', async () => {
		const testbed = new Testbed([
			{ id: 0, key: 'a' },
			{ id: 1, key: 'b', takes: 1_000 },
			{ id: 2, key: 'b' },
			{ id: 3, key: 'a' },
		]);
		testbed.bound = 1;
		await testbed.complete();
		expect([...testbed.settled].sort()).toEqual([0, 1, 2, 3]);
	});
});

/** Milliseconds between the starts. */
const gaps = (starts: number[]) => starts.slice(1).map((start, index) => start - starts[index]!);

describe('a rest between two tasks of an ordering key', () => {
	it('is kept, from the end of one to the start of the next', async () => {
		const testbed = new Testbed(tasksLike(3, () => ({ key: 'a', takes: 100 })));
		testbed.rest = 300;
		await testbed.complete();
		expect(testbed.startsOf(0, 1, 2)).toEqual([0, 400, 800]);
	});

	it('is kept by a task that comes when its key is free again', async () => {
		const testbed = new Testbed([
			{ id: 0, key: 'a', takes: 10 },
			{ id: 1, takes: 50 },
			{ id: 2, key: 'a', takes: 10 },
		]);
		[testbed.rest, testbed.bound] = [300, 1];
		await testbed.complete();
		const [, second, third] = testbed.startsOf(0, 1, 2);
		expect(third! - second!).toBe(300);
	});

	it('holds up no other key, nor a place among those under way', async () => {
		const testbed = new Testbed([
			{ id: 0, key: 'a' },
			{ id: 1, key: 'a' },
			...tasksLike(5, () => ({ takes: 20 })).map((task) => ({ ...task, id: task.id + 2 })),
		]);
		[testbed.rest, testbed.bound] = [300, 1];
		await testbed.complete();
		expect(testbed.settled).toEqual([0, 2, 3, 4, 5, 6, 1]);
	});
});

describe('tasks for a target that may get few', () => {
	it.each([
		['of one ordering key', 'a'],
		['of none', undefined],
	])('are spread over the time, %s', async (_what, key) => {
		const testbed = new Testbed(tasksLike(6, () => ({ key, target: 'group', takes: 500 })));
		testbed.perSecond = 4;
		await testbed.complete();
		expect(testbed.started.map(({ id }) => id)).toEqual(ids(6));
		expect(Math.min(...gaps(testbed.startsOf(...ids(6))))).toBeGreaterThanOrEqual(250);
	});

	it('share what the target may get with other runs', async () => {
		const quota = new Quota(4);
		const testbeds = [0, 1, 2].map(() => {
			const testbed = new Testbed(tasksLike(8, () => ({ target: 'group' })));
			jest.spyOn(testbed as unknown as { quotaOf(): Quota }, 'quotaOf').mockReturnValue(quota);
			return testbed.start();
		});
		await jest.runAllTimersAsync();
		const starts = testbeds.flatMap((testbed) => testbed.startsOf(...ids(8))).sort((a, b) => a - b);
		expect(starts).toHaveLength(24);
		expect(Math.min(...gaps(starts))).toBeGreaterThanOrEqual(250);
	});

	it('hold up nothing for other targets', async () => {
		const testbed = new Testbed([
			...tasksLike(20, () => ({ target: 'busy' })),
			{ id: 20, target: 'idle' },
			{ id: 21 },
		]).start();
		await jest.advanceTimersByTimeAsync(100);
		expect(testbed.settled.sort((a, b) => a - b)).toEqual([0, 20, 21]);
		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();
		expect(testbed.started).toHaveLength(3);
	});

	it('count their retries, too', async () => {
		const testbed = new Testbed(tasksLike(4, () => ({ target: 'group', backOffs: [10] })));
		testbed.perSecond = 4;
		await testbed.complete();
		const starts = testbed.started.map(({ at }) => at);
		expect(starts).toHaveLength(8);
		expect(Math.min(...gaps(starts))).toBeGreaterThanOrEqual(250);
	});
});

describe('tasks of different ordering keys', () => {
	it('go side by side', async () => {
		const testbed = new Testbed(
			tasksLike(50, (id) => ({ key: `key ${id}`, takes: 1_000 })),
		).start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.underWay.size).toBe(50);
		expect(testbed.settled).toEqual([]);
	});

	it('overtake those of a slow one', async () => {
		const tasks = tasksLike(40, (id) =>
			id < 20 ? { key: 'slow', takes: 1_000 } : { key: `${id}` },
		);
		const testbed = new Testbed(tasks).start();
		await jest.advanceTimersByTimeAsync(500);
		expect([...testbed.settled].sort((a, b) => a - b)).toEqual(ids(40).slice(20));
	});
});

describe('tasks without an ordering key', () => {
	it('are free of any order', async () => {
		const testbed = new Testbed(tasksLike(50, () => ({ takes: 1_000 }))).start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.underWay.size).toBe(50);
	});
});

describe('a bound', () => {
	it('is reached and not passed', async () => {
		const testbed = new Testbed(tasksLike(100, () => ({ takes: 100 })));
		testbed.bound = 7;
		await testbed.complete();
		expect(testbed.maxUnderWay).toBe(7);
		expect(testbed.settled).toHaveLength(100);
	});

	it('of one keeps everything in order', async () => {
		const testbed = new Testbed(tasksLike(30, (id) => ({ key: `${id}` })));
		testbed.bound = 1;
		await testbed.complete();
		expect(testbed.settled).toEqual(ids(30));
	});

	it('that is lowered on the way holds from then on', async () => {
		const testbed = new Testbed(tasksLike(60, () => ({ takes: 100 })));
		testbed.bound = 20;
		testbed.start();
		await jest.advanceTimersByTimeAsync(50);
		testbed.bound = 3;
		await jest.advanceTimersByTimeAsync(60);
		testbed.maxUnderWay = 0;
		await jest.runAllTimersAsync();
		expect(testbed.maxUnderWay).toBe(3);
		expect(testbed.settled).toHaveLength(60);
	});
});

describe('a task that waits for its retry', () => {
	it('holds its key, but no place among those under way', async () => {
		const testbed = new Testbed([
			{ id: 0, key: 'a', backOffs: [60_000] },
			{ id: 1, key: 'a' },
			{ id: 2, key: 'b' },
			{ id: 3, key: 'c' },
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
			{ id: 0, key: 'a', backOffs: [1_234, 20_000, 0] },
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
		const retried = waits.map((wait, id) => ({ id, key: `${id}`, backOffs: [wait] }));
		const testbed = await new Testbed([...retried, { id: 3, takes: 60_000 }]).complete();
		for (const [id, wait] of waits.entries()) {
			const late = testbed.startsOf(id)[1]! - wait;
			expect(late).toBeGreaterThanOrEqual(10);
			expect(late).toBeLessThan(20);
		}
	});

	it('is waited for by the run', async () => {
		const testbed = new Testbed([{ id: 0, key: 'a', backOffs: [60_000] }]).start();
		await jest.advanceTimersByTimeAsync(59_000);
		expect(testbed.outcome).toBeUndefined();
		await jest.runAllTimersAsync();
		expect(testbed.outcome).toBe('ended');
	});
});

describe('the rate', () => {
	it('spreads the starts, first attempts and retries alike', async () => {
		const tasks = tasksLike(60, (id) => ({ key: `${id}`, backOffs: id % 3 === 0 ? [100] : [] }));
		const testbed = await new Testbed(tasks, 20).complete();
		const starts = testbed.started.map(({ at }) => at);
		expect(starts).toHaveLength(80);
		for (const start of starts) {
			const within = starts.filter((at) => at >= start && at < start + 1_000).length;
			expect(within).toBeLessThanOrEqual(22);
		}
		expect(starts[starts.length - 1]).toBeLessThan(4_500);
	});

	it('is not left to responses: those that come together start nothing in their own moment', async () => {
		const testbed = new Testbed(tasksLike(8, (id) => ({ key: `${id}`, takes: 10 })));
		testbed.bound = 4;
		await testbed.complete();
		expect(testbed.startsOf(0, 1, 2, 3)).toEqual([0, 0, 0, 0]);
		expect(Math.min(...testbed.startsOf(4, 5, 6, 7))).toBeGreaterThan(10);
		expect(testbed.settled).toHaveLength(8);
	});

	it('is not used up by tasks that wait for their key', async () => {
		const testbed = new Testbed(
			tasksLike(50, (id) => ({ key: id < 40 ? 'a' : 'b', takes: 1 })),
			100,
		);
		await testbed.complete();
		expect(testbed.started[testbed.started.length - 1]!.at).toBeLessThan(600);
	});
});

describe('tasks that take time to make', () => {
	it('are begun a few at a time, so that responses get their turn in between', async () => {
		const clock = performance.now.bind(performance);
		let busy = 0;
		jest.spyOn(performance, 'now').mockImplementation(() => clock() + busy);
		const make = function* make(): Generator<Task> {
			for (const task of tasksLike(20, () => ({}))) {
				busy += 1;
				yield task;
			}
		};
		const testbed = new Testbed(make()).start();
		expect(testbed.started).toHaveLength(2);
		await jest.runAllTimersAsync();
		expect(testbed.settled).toEqual(ids(20));
	});

	it('leave room for the rest of n8n, where many are settled without an attempt', async () => {
		const clock = performance.now.bind(performance);
		let busy = 0;
		jest.spyOn(performance, 'now').mockImplementation(() => clock() + busy);
		let made = 0;
		const make = function* make(): Generator<Task> {
			while (made < 20) {
				made += 1;
				busy += 4;
				yield { id: -1, done: true };
			}
			yield { id: 0 };
		};
		const testbed = new Testbed(make()).start();
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
	const tasks = tasksLike(3, () => ({ key: 'a' })).values();
	const dispatcher = new Dispatcher<Task>(
		{
			next: () => {
				const { value } = tasks.next() as IteratorResult<Task, undefined>;
				return value === undefined ? 'end' : { task: value };
			},
			orderingKey: ({ key }) => key,
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

describe('tasks that are not needed yet', () => {
	it('are not taken while nothing can start', async () => {
		const testbed = new Testbed(tasksLike(1_000, (id) => ({ key: `${id}`, takes: 1_000 })));
		testbed.bound = 5;
		testbed.start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.taken).toBeLessThanOrEqual(6);
	});

	it('are not taken faster than they may start', async () => {
		const testbed = new Testbed(
			tasksLike(1_000, (id) => ({ key: `${id}` })),
			10,
		);
		testbed.start();
		await jest.advanceTimersByTimeAsync(1_000);
		expect(testbed.taken).toBeLessThanOrEqual(15);
		testbed.dispatcher.stop();
	});

	it('are not asked for again after the last', async () => {
		const tasks = tasksLike(5, (id) => ({ takes: id * 10 })).values();
		const next = jest.spyOn(tasks, 'next');
		await new Testbed({ [Symbol.iterator]: () => tasks }).complete();
		expect(next).toHaveBeenCalledTimes(6);
	});

	it('do not pile up without end behind one slow key', async () => {
		const testbed = new Testbed(tasksLike(20_000, () => ({ key: 'a', takes: 1_000 }))).start();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.taken).toBe(5_001);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(testbed.taken).toBe(5_002);
		testbed.dispatcher.stop();
	});
});

describe('a stop', () => {
	it('lets nothing start any more, and ends when what is under way has ended', async () => {
		const testbed = new Testbed(
			tasksLike(100, (id) => ({ key: `${id % 10}`, takes: 1_000 })),
		).start();
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

	it('does not wait for retries', async () => {
		const testbed = new Testbed([{ id: 0, key: 'a', backOffs: [60_000] }]).start();
		await jest.advanceTimersByTimeAsync(1_000);
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(0);
		expect(testbed.outcome).toBe('ended');
		await jest.runAllTimersAsync();
		expect(testbed.started).toHaveLength(1);
	});

	it('waits for what is under way, and still not for retries', async () => {
		const testbed = new Testbed([
			{ id: 0, key: 'a', backOffs: [60_000] },
			{ id: 1, key: 'b', takes: 2_000 },
		]).start();
		await jest.advanceTimersByTimeAsync(1_000);
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(500);
		expect(testbed.outcome).toBeUndefined();
		await jest.advanceTimersByTimeAsync(1_000);
		expect(testbed.outcome).toBe('ended');
	});

	it('does not retry what fails after it', async () => {
		const testbed = new Testbed([{ id: 0, takes: 1_000, backOffs: [10] }]).start();
		await jest.advanceTimersByTimeAsync(500);
		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();
		expect([testbed.outcome, testbed.started.length]).toEqual(['ended', 1]);
	});

	it('while the next task is being made means that this does not start', async () => {
		const make = function* make(): Generator<Task> {
			yield { id: 0 };
			testbed.dispatcher.stop();
			yield { id: 1 };
		};
		const testbed = new Testbed(make());
		await testbed.complete();
		expect([testbed.outcome, testbed.settled]).toEqual(['ended', [0]]);
	});

	it('leaves nothing to wait for behind that takes longer than half a second', async () => {
		const testbed = new Testbed(
			tasksLike(3, () => ({})),
			0.01,
		).start();
		await jest.advanceTimersByTimeAsync(100);
		expect(testbed.settled).toEqual([0]);
		testbed.dispatcher.stop();
		await jest.advanceTimersByTimeAsync(500);
		expect([testbed.outcome, jest.getTimerCount()]).toEqual(['ended', 0]);
	});

	it('ends a task of which nothing is ever half done', async () => {
		const attempt = jest.fn(async () => await Promise.resolve(60_000));
		const source: Source<Task> = {
			next: () => ({ task: { id: 0 } }),
			orderingKey: () => 'a',
			attempt,
			maxConcurrency: () => 1,
			rateLimiter: () => new RateLimiter(),
			quota: () => undefined,
			pauseBefore: () => 0,
		};
		const dispatcher = new Dispatcher<Task>(source, new Turns());
		const ended = dispatcher.run();
		await jest.advanceTimersByTimeAsync(1_000);
		dispatcher.stop();
		await ended;
		expect(attempt).toHaveBeenCalledTimes(1);
	});

	it('before the start means that nothing starts', async () => {
		const testbed = new Testbed(tasksLike(10, () => ({})));
		testbed.dispatcher.stop();
		await testbed.complete();
		expect([testbed.outcome, testbed.started.length, testbed.taken]).toEqual(['ended', 0, 0]);
	});
});

describe('a task that must not be left half done', () => {
	it('goes on after a stop until it is settled, and nothing else begins', async () => {
		const tasks = tasksLike(6, (id) => ({
			key: `${id % 3}`,
			takes: 20,
			backOffs: [50],
			whole: id === 1,
		}));
		const testbed = new Testbed(tasks).start();
		await jest.advanceTimersByTimeAsync(30);

		// The first of each key waits out its back-off.
		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();

		expect(testbed.outcome).toBe('ended');
		expect(testbed.settled).toEqual([1]);
		expect(testbed.started.map(({ id }) => id)).toEqual([0, 1, 2, 1]);
	});

	it('is not begun after a stop', async () => {
		const testbed = new Testbed(tasksLike(2, () => ({ key: 'a', takes: 20, whole: true }))).start();
		await jest.advanceTimersByTimeAsync(5);

		testbed.dispatcher.stop();
		await jest.runAllTimersAsync();

		expect(testbed.outcome).toBe('ended');
		expect(testbed.settled).toEqual([0]);
	});

	it('does not go on after an error of the engine itself', async () => {
		const shapes: Array<Partial<Task>> = [
			{ whole: true, backOffs: [500] },
			{ takes: 40, throws: true },
		];
		const testbed = await new Testbed(tasksLike(2, (id) => shapes[id]!)).complete();

		expect(testbed.outcome).toEqual(new Error('Broken: 1'));
		expect(testbed.settled).toEqual([]);
	});
});

describe('an error', () => {
	it('of an attempt ends the run with it, and nothing more starts', async () => {
		const tasks = tasksLike(100, (id) => ({ key: `${id % 5}`, takes: 100, throws: id === 7 }));
		const testbed = await new Testbed(tasks).complete();
		expect(testbed.outcome).toEqual(new Error('Broken: 7'));
		expect(testbed.started.length).toBeLessThan(20);
		expect(testbed.underWay.size).toBe(0);
	});

	it('of taking a task ends the run with it', async () => {
		const make = function* make(): Generator<Task> {
			yield { id: 0 };
			throw new Error('No more');
		};
		const testbed = await new Testbed(make()).complete();
		expect(testbed.outcome).toEqual(new Error('No more'));
	});
});

describe('ordering keys of two dispatchers with something in common', () => {
	const shared = { key: 'a', turnKey: 'talk', takes: 100 };

	/** Dispatchers with so many tasks each, all in one conversation. */
	function together(turns: Turns, ...counts: number[]): Testbed[] {
		return counts.map(
			(count) =>
				new Testbed(
					tasksLike(count, () => shared),
					undefined,
					turns,
				),
		);
	}

	it('take turns, one task at a time', async () => {
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
		const tasks = tasksLike(1, () => ({ key: 'a', takes: 100 }));
		const testbeds = [0, 1].map(() => new Testbed(tasks, undefined, turns).start());
		await jest.runAllTimersAsync();
		expect(testbeds.map(({ started }) => started[0]!.at)).toEqual([0, 0]);
	});

	it('wait for retries, and hold up nothing else meanwhile', async () => {
		const turns = new Turns();
		new Testbed([{ id: 0, ...shared, backOffs: [2_000] }], undefined, turns).start();
		const second = new Testbed(
			[
				{ id: 0, ...shared },
				{ id: 1, takes: 100 },
				{ id: 2, key: 'b', turnKey: 'other', takes: 100 },
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

	it('wait without a place in the queue of the rate limiter', async () => {
		const turns = new Turns();
		new Testbed([{ id: 0, ...shared, takes: 10_000 }], undefined, turns).start();
		const tasks = [{ id: 0, ...shared }, ...tasksLike(11, (id) => ({ id: id + 1 })).slice(1)];
		const second = new Testbed(tasks, 10, turns).start();
		await jest.advanceTimersByTimeAsync(2_000);
		expect(second.settled).toHaveLength(10);
	});

	it('rest between two tasks of one dispatcher, when it is their turn', async () => {
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
		const tasks = [{ id: 0, ...shared, backOffs: [0, 0], whole: true }];
		const first = new Testbed(tasks, undefined, turns).start();
		const [second] = together(turns, 1).map((testbed) => testbed.start());
		await jest.advanceTimersByTimeAsync(150);
		first.dispatcher.stop();
		await jest.runAllTimersAsync();
		expect(first.startsOf(0)).toHaveLength(3);
		expect(second!.startsOf(0)[0]).toBeGreaterThanOrEqual(300);
	});

	it('are left by one that breaks off', async () => {
		const turns = new Turns();
		const tasks = [
			{ id: 0, ...shared, takes: 5_000 },
			{ id: 1, takes: 50, throws: true },
		];
		const first = new Testbed(tasks, undefined, turns).start();
		const [second] = together(turns, 1).map((testbed) => testbed.start());
		await jest.runAllTimersAsync();
		expect(first.outcome).toEqual(new Error('Broken: 1'));
		expect(second!.startsOf(0)[0]).toBeLessThan(100);
		expect(turns.size).toEqual({ keys: 0, waiting: 0 });
	});

	it('are all left by one that is stopped while its tasks wait for a quota', async () => {
		const turns = new Turns();
		const tasks = tasksLike(5, (id) => ({ key: `${id}`, turnKey: `${id}`, target: 'room' }));
		const first = new Testbed(tasks, undefined, turns);
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
		const tasks = tasksLike(10, () => ({ target: 'room' }));
		const testbeds = [0, 1].map(() => new Testbed(tasks, undefined, turns));
		for (const testbed of testbeds) testbed.quotaOf = () => quota;
		for (const testbed of testbeds) testbed.start();
		await jest.runAllTimersAsync();
		const starts = testbeds.flatMap(({ started }) => started.map(({ at }) => at));
		expect(Math.min(...gaps(starts.sort((a, b) => a - b)))).toBeGreaterThanOrEqual(100);
	});

	it('keep every rule and leave nothing behind, whatever the tasks are like', async () => {
		const task = fc.record({
			key: fc.constantFrom('a', 'b', 'c'),
			takes: fc.integer({ min: 0, max: 300 }),
			backOffs: fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 2 }),
		});
		const execution = fc.record({
			tasks: fc.array(task, { maxLength: 12 }),
			bound: fc.integer({ min: 1, max: 4 }),
			stopAt: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(execution, { minLength: 2, maxLength: 4 }), async (executions) => {
				const turns = new Turns();
				const busy = new Map<string, number>();
				const testbeds = executions.map(({ tasks, bound }) => {
					const named = tasks.map((one, id) => ({ ...one, id, turnKey: one.key }));
					const testbed = new Testbed(named, undefined, turns);
					testbed.bound = bound;
					testbed.onAttempt = ({ turnKey: key = '' }, begins) => {
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
				executions.forEach(({ tasks, stopAt }, index) => {
					if (stopAt === undefined) expect(testbeds[index]!.settled).toHaveLength(tasks.length);
				});
				expect(turns.size).toEqual({ keys: 0, waiting: 0 });
			}),
			{ seed: 20260102, numRuns: 60 },
		);
	});
});

describe('a run', () => {
	it('without tasks ends at once', async () => {
		const testbed = new Testbed([]).start();
		await jest.advanceTimersByTimeAsync(0);
		expect(testbed.outcome).toBe('ended');
	});

	it('settles everything once and keeps every rule, whatever the tasks are like', async () => {
		const task = fc.record({
			key: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
			takes: fc.integer({ min: 0, max: 300 }),
			backOffs: fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 2 }),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(task, { maxLength: 40 }),
				fc.integer({ min: 1, max: 8 }),
				fc.option(fc.integer({ min: 5, max: 500 }), { nil: undefined }),
				async (shapes, bound, perSecond) => {
					const tasks = shapes.map((shape, id) => ({ id, ...shape }));
					const testbed = new Testbed(tasks, perSecond);
					testbed.bound = bound;
					await testbed.complete();
					expect(testbed.outcome).toBe('ended');
					expect([...testbed.settled].sort((a, b) => a - b)).toEqual(ids(tasks.length));
					expect(testbed.maxUnderWay).toBeLessThanOrEqual(bound);
					for (const key of ['a', 'b', 'c', 'd']) {
						const ofKey = tasks.filter((other) => other.key === key).map(({ id }) => id);
						expect(testbed.settled.filter((id) => ofKey.includes(id))).toEqual(ofKey);
						const starts = testbed.started.map(({ id }) => id).filter((id) => ofKey.includes(id));
						expect(starts).toEqual([...starts].sort((a, b) => a - b));
					}
				},
			),
			{ seed: 20260101, numRuns: 60 },
		);
	});
});
