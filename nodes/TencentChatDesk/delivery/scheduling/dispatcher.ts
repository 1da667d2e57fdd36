import { sleep } from 'n8n-workflow';
import type { RateLimiter } from './rateLimiter';
import type { Quota } from './quota';
import type { Turns } from './turns';

/**
 * What there is to do next: a task; nothing before something else has ended; nothing to start, after
 * something was settled without; or nothing more at all.
 */
export type Step<T> = { task: T } | { until: Promise<void> } | 'settled' | 'end';

/** What the dispatcher needs to know of its tasks; it knows nothing of calls or items. */
export interface Source<T> {
	/** The next task in order, made when it is asked for; not asked for any more after `stop`. */
	next(): Step<T>;
	/** Tasks with the same key go one after another; undefined: free of any order. */
	orderingKey(task: T): string | undefined;
	/** What tasks of an ordering key have in common with those of other dispatchers, if anything. */
	turnKey?(task: T): string | undefined;
	/** One attempt. Gives the milliseconds to wait before the next one, or undefined when settled. */
	attempt(task: T): Promise<number | undefined>;
	/** What sets the pace of this task. */
	rateLimiter(task: T): RateLimiter;
	/** How many calls an attempt counts for there; one when left out. */
	weight?(task: T): number;
	/** The most attempts under way at once. */
	maxConcurrency(limiter: RateLimiter): number;
	/** What spaces this task and others like it, beside the rate limiter. */
	quota(task: T): Quota | undefined;
	/** Milliseconds that a task waits when its key is free for it. */
	pauseBefore(task: T): number;
	/** Told of each task that had its last attempt. */
	settled?(task: T): void;
	/** A task that must not be left as it is: it goes on after `stop` until it is settled. */
	halfDone?(task: T): boolean;
}

interface Parked<T> {
	task: T;
	/** Milliseconds of the monotonic clock. */
	until: number;
}

/** The tasks of one ordering key. */
interface KeyQueue<T> {
	/** Those behind the one whose turn it is or will be. */
	waiting: T[];
	turnKey: string | undefined;
}

/** The first task of a key, which waits while another dispatcher has the turn. */
interface Queued<T> {
	task: T;
}

/** Tasks taken ahead while their keys are busy: bounds memory when one key holds everything. */
const maxWaiting = 5_000;
/** Starts in one go last so many milliseconds: between goes, connections and answers get their turn. */
const maxBurst = 3;
/**
 * Items that need no call are made ready in one go for so many milliseconds. Without an end to it,
 * n8n would answer nobody and hear no Stop meanwhile.
 */
const maxReading = 12;
/** A pause cannot be cut short, so none is longer than this. */
const maxSleep = 500;

const now = () => performance.now();

/**
 * Runs tasks side by side: at a rate, within a bound, one at a time per key. Waiting out a back-off
 * holds no place among those under way, but keeps its key, so that order holds.
 */
export class Dispatcher<T> {
	private readonly ready: T[] = [];
	/** Of the ordering keys that are busy. */
	private readonly busyKeys = new Map<string, KeyQueue<T>>();
	private readonly queuedForTurn = new Set<Queued<T>>();
	/** Those whose turn has come. */
	private readonly turned: Array<Queued<T>> = [];
	private readonly parked: Array<Parked<T>> = [];
	/** Tasks that wait for their turn at a quota, behind the one that is next there. */
	private readonly queuedAtQuota = new Map<Quota, T[]>();
	/** The task that is next at each quota. */
	private readonly nextAtQuota = new Set<T>();
	private waiting = 0;
	private underWay = 0;
	/** The source has nothing to start before something else has ended. */
	private heldBack = false;
	private exhausted = false;
	private stopped = false;
	private broken = false;
	private wakeAt = Number.POSITIVE_INFINITY;
	private finish: () => void = () => undefined;
	private fail: (error: unknown) => void = () => undefined;

	/** @param turns what keeps the tasks of several dispatchers apart */
	constructor(
		private readonly source: Source<T>,
		private readonly turns: Turns,
	) {}

	/** Ends when all tasks are settled, or, after `stop`, when what has begun has ended. */
	async run(): Promise<void> {
		try {
			await new Promise<void>((resolve, reject) => {
				this.finish = resolve;
				this.fail = reject;
				this.advance();
			});
		} finally {
			for (const key of this.busyKeys.keys()) this.freeKey(key);
		}
	}

	/** Nothing starts from here on, but for what is half done. */
	stop(): void {
		this.stopped = true;
		this.dropUnstarted();
		this.advance();
	}

	private advance(): void {
		try {
			this.startReady();
		} catch (error) {
			this.breakOff(error);
		}
	}

	private breakOff(error: unknown): void {
		this.broken = true;
		this.fail(error);
	}

	private startReady(): void {
		this.unpark();
		this.takeUpTurns();
		const begin = now();
		while (!this.broken) {
			if (this.stopped) this.dropUnstarted();
			if (this.ready.length === 0 && !this.fetch(begin + maxReading)) return this.wakeIn(0);
			const [task] = this.ready;
			if (task === undefined) break;
			const limiter = this.source.rateLimiter(task);
			if (this.underWay >= this.source.maxConcurrency(limiter)) return;
			const wait = limiter.wait();
			if (wait > 0) return this.wakeIn(wait);
			if (now() >= begin + maxBurst) return this.wakeIn(0);
			this.ready.shift();
			if (!this.passesQuota(task)) continue;
			limiter.acquire(this.source.weight?.(task));
			void this.start(task);
		}
		if (this.underWay > 0) return;
		const waits = this.parked.length > 0 || this.queuedForTurn.size > 0;
		if (waits && !this.broken) return;
		if (this.heldBack && !this.stopped) return;
		this.finish();
	}

	/** Whether the quota lets it start now; it waits for that otherwise. */
	private passesQuota(task: T): boolean {
		const quota = this.source.quota(task);
		if (!quota) return true;
		const wait = quota.wait();
		if (wait > 0) {
			this.park(task, wait);
			return false;
		}
		quota.acquire();
		if (this.nextAtQuota.delete(task)) this.wakeNextAtQuota(quota);
		return true;
	}

	/** Lets a task begin to wait for its start: at its quota only one does, the others behind it. */
	private enqueue(task: T): void {
		const quota = this.source.quota(task);
		const queue = quota && this.queuedAtQuota.get(quota);
		if (queue) {
			queue.push(task);
			this.waiting += 1;
			return;
		}
		if (quota) {
			this.queuedAtQuota.set(quota, []);
			this.nextAtQuota.add(task);
		}
		this.ready.push(task);
	}

	private wakeNextAtQuota(quota: Quota): void {
		const next = this.queuedAtQuota.get(quota)?.shift();
		if (next === undefined) {
			this.queuedAtQuota.delete(quota);
			return;
		}
		this.waiting -= 1;
		this.nextAtQuota.add(next);
		this.park(next, quota.wait());
	}

	private dropUnstarted(): void {
		const mayGoOn = (task: T) => {
			if (this.source.halfDone?.(task)) return true;
			this.leave(task);
			return false;
		};
		this.ready.splice(0, this.ready.length, ...this.ready.filter(mayGoOn));
		const parked = this.parked.filter(({ task }) => mayGoOn(task));
		this.parked.splice(0, this.parked.length, ...parked);
		for (const { task } of this.queuedForTurn) this.leave(task);
		this.queuedForTurn.clear();
		for (const queue of this.queuedAtQuota.values()) for (const task of queue) this.leave(task);
		this.queuedAtQuota.clear();
	}

	/** Takes tasks until one may start, or all is taken. False when the time was over before. */
	private fetch(until: number): boolean {
		while (!this.stopped && !this.exhausted && !this.heldBack && this.waiting < maxWaiting) {
			if (now() >= until) return false;
			const step = this.source.next();
			if (this.stopped) return true;
			if (step === 'settled') continue;
			if (step === 'end') {
				this.exhausted = true;
				return true;
			}
			if ('until' in step) {
				this.holdBack(step.until);
				return true;
			}
			const { task } = step;
			const key = this.source.orderingKey(task);
			const busy = key === undefined ? undefined : this.busyKeys.get(key);
			if (busy) {
				busy.waiting.push(task);
				this.waiting += 1;
				continue;
			}
			if (key === undefined) {
				this.enqueue(task);
			} else {
				const queue = { waiting: [], turnKey: this.source.turnKey?.(task) };
				this.busyKeys.set(key, queue);
				this.queueForTurn(queue, task);
			}
			if (this.ready.length > 0) return true;
		}
		return true;
	}

	private holdBack(until: Promise<void>): void {
		this.heldBack = true;
		const goOn = () => {
			this.heldBack = false;
			this.advance();
		};
		until.then(goOn, (error: unknown) => this.breakOff(error));
	}

	private async start(task: T): Promise<void> {
		this.underWay += 1;
		try {
			const wait = await this.source.attempt(task);
			this.underWay -= 1;
			if (this.broken) return;
			if (wait === undefined) this.release(task);
			else this.park(task, wait);
		} catch (error) {
			this.breakOff(error);
			return;
		}
		// Responses that come together would each start a call here, and those would leave together.
		this.wakeIn(0);
	}

	private release(task: T): void {
		this.source.settled?.(task);
		const key = this.source.orderingKey(task);
		if (key === undefined) return;
		const queue = this.busyKeys.get(key);
		const successor = this.stopped ? undefined : queue?.waiting.shift();
		if (!queue || successor === undefined) {
			this.freeKey(key);
			return;
		}
		this.waiting -= 1;
		// Others that wait for the key go before the next one here.
		if (queue.turnKey !== undefined) this.turns.leave(queue.turnKey, this);
		this.queueForTurn(queue, successor);
	}

	/** A task will not be started: nothing of its key will be. */
	private leave(task: T): void {
		const key = this.source.orderingKey(task);
		if (key !== undefined) this.freeKey(key);
	}

	private freeKey(key: string): void {
		const turnKey = this.busyKeys.get(key)?.turnKey;
		this.busyKeys.delete(key);
		if (turnKey !== undefined) this.turns.leave(turnKey, this);
	}

	/** Lets a key's first task begin, when no other dispatcher has the turn. */
	private queueForTurn(queue: KeyQueue<T>, task: T): void {
		const { turnKey } = queue;
		if (turnKey === undefined || this.turns.take(turnKey, this)) {
			this.begin(task);
			return;
		}
		const queued = { task };
		this.queuedForTurn.add(queued);
		this.waiting += 1;
		this.turns.wait(turnKey, this, () => {
			this.turned.push(queued);
			this.wakeIn(0);
		});
	}

	private takeUpTurns(): void {
		for (const queued of this.turned.splice(0)) {
			// Dropped meanwhile, if it waits no more.
			if (!this.queuedForTurn.delete(queued)) continue;
			this.waiting -= 1;
			this.begin(queued.task);
		}
	}

	private begin(task: T): void {
		const wait = this.source.pauseBefore(task);
		if (wait > 0) this.park(task, wait);
		else this.enqueue(task);
	}

	private park(task: T, wait: number): void {
		const until = now() + wait;
		const after = this.parked.findIndex((other) => other.until > until);
		this.parked.splice(after === -1 ? this.parked.length : after, 0, { task, until });
		this.wakeIn(wait);
	}

	private unpark(): void {
		const time = now();
		while (this.parked[0] && this.parked[0].until <= time) {
			this.ready.unshift(this.parked.shift()!.task);
		}
		const [first] = this.parked;
		if (first) this.wakeIn(first.until - time);
	}

	private wakeIn(milliseconds: number): void {
		const wait = Math.min(maxSleep, Math.max(0, milliseconds));
		const at = now() + wait;
		if (at >= this.wakeAt) return;
		this.wakeAt = at;
		void sleep(wait).then(() => {
			if (this.wakeAt === at) this.wakeAt = Number.POSITIVE_INFINITY;
			this.advance();
		});
	}
}
