import { sleep } from 'n8n-workflow';
import type { RateLimiter } from './rateLimiter';
import type { Quota } from './quota';

/**
 * What there is to do next: a piece of work; nothing to start, after something was settled without;
 * or nothing more at all.
 */
export type Step<T> = { work: T } | 'settled' | 'end';

/** What the dispatcher needs to know of the work; it knows nothing of calls or items. */
export interface Source<T> {
	/** The next piece of work in order, made when it is asked for. */
	next(): Step<T>;
	/** Work with the same lane goes one after another; undefined: free of any order. */
	orderingKey(work: T): string | undefined;
	/** One attempt. Gives the milliseconds to wait before the next one, or undefined when settled. */
	attempt(work: T): Promise<number | undefined>;
	/** The pace that this work goes at. */
	rateLimiter(work: T): RateLimiter;
	/** The most attempts under way at once. */
	maxConcurrency(pace: RateLimiter): number;
	/** What spaces this work and others like it, beside the pace. */
	quota(work: T): Quota | undefined;
	/** Milliseconds that a lane rests between two pieces of work. */
	pauseBetween(before: T, after: T): number;
	/** Work that must not be left as it is: it goes on after `stop` until it is settled. */
	halfDone?(work: T): boolean;
}

interface Parked<T> {
	work: T;
	/** Milliseconds of the monotonic clock. */
	until: number;
}

/** Work taken ahead while its lanes are busy: bounds memory when one lane holds everything. */
const maxWaiting = 5_000;
/** Starts in one go last so many milliseconds: between goes, connections and answers get their turn. */
const maxBurst = 3;
/**
 * Work that needs no call is made ready in one go for so many milliseconds. Without an end to it,
 * n8n would answer nobody and hear no Stop meanwhile.
 */
const maxReading = 12;
/** A pause cannot be cut short, so none is longer than this. */
const maxSleep = 500;

const now = () => performance.now();

/**
 * Runs work side by side: at a pace, within a bound, one at a time per lane. Waiting out a back-off
 * holds no place among those under way, but keeps its lane, so that order holds.
 */
export class Dispatcher<T> {
	private readonly ready: T[] = [];
	private readonly busyKeys = new Map<string, T[]>();
	private readonly parked: Array<Parked<T>> = [];
	/** Work that waits for its turn at a quota, behind the one that is next there. */
	private readonly queuedAtQuota = new Map<Quota, T[]>();
	/** Work that is next at its quota. */
	private readonly nextAtQuota = new Set<T>();
	private waiting = 0;
	private underWay = 0;
	private exhausted = false;
	private stopped = false;
	private broken = false;
	private wakeAt = Number.POSITIVE_INFINITY;
	private finish: () => void = () => undefined;
	private fail: (error: unknown) => void = () => undefined;

	constructor(private readonly source: Source<T>) {}

	/** Ends when all work is settled, or, after `stop`, when what has begun has ended. */
	async run(): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.finish = resolve;
			this.fail = reject;
			this.advance();
		});
	}

	/** Nothing starts from here on, but for what is half done. */
	stop(): void {
		this.stopped = true;
		if (this.underWay === 0) this.advance();
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
		const begin = now();
		while (!this.broken) {
			if (this.stopped) this.dropUnstarted();
			if (this.ready.length === 0 && !this.fetch(begin + maxReading)) return this.wakeIn(0);
			const [work] = this.ready;
			if (work === undefined) break;
			const pace = this.source.rateLimiter(work);
			if (this.underWay >= this.source.maxConcurrency(pace)) return;
			const wait = pace.wait();
			if (wait > 0) return this.wakeIn(wait);
			if (now() >= begin + maxBurst) return this.wakeIn(0);
			this.ready.shift();
			if (!this.passesQuota(work)) continue;
			pace.acquire();
			void this.start(work);
		}
		if (this.underWay > 0) return;
		const [first] = this.parked;
		if (first && !this.broken) return this.wakeIn(first.until - now());
		this.finish();
	}

	/** Whether the quota lets it start now; it waits for that otherwise. */
	private passesQuota(work: T): boolean {
		const quota = this.source.quota(work);
		if (!quota) return true;
		const wait = quota.wait();
		if (wait > 0) {
			this.park(work, wait);
			return false;
		}
		quota.acquire();
		if (this.nextAtQuota.delete(work)) this.wakeNextAtQuota(quota);
		return true;
	}

	/** Lets work begin to wait for its start: at its quota only one does, the others behind it. */
	private enqueue(work: T): void {
		const quota = this.source.quota(work);
		const queue = quota && this.queuedAtQuota.get(quota);
		if (queue) {
			queue.push(work);
			this.waiting += 1;
			return;
		}
		if (quota) {
			this.queuedAtQuota.set(quota, []);
			this.nextAtQuota.add(work);
		}
		this.ready.push(work);
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
		const mayGoOn = (work: T) => this.source.halfDone?.(work) ?? false;
		this.ready.splice(0, this.ready.length, ...this.ready.filter(mayGoOn));
		const parked = this.parked.filter(({ work }) => mayGoOn(work));
		this.parked.splice(0, this.parked.length, ...parked);
		this.queuedAtQuota.clear();
	}

	/** Takes work until one piece may start, or all is taken. False when the time was over before. */
	private fetch(until: number): boolean {
		while (!this.stopped && !this.exhausted && this.waiting < maxWaiting) {
			if (now() >= until) return false;
			const step = this.source.next();
			if (this.stopped) return true;
			if (step === 'settled') continue;
			if (step === 'end') {
				this.exhausted = true;
				return true;
			}
			const { work } = step;
			const lane = this.source.orderingKey(work);
			const queue = lane === undefined ? undefined : this.busyKeys.get(lane);
			if (queue) {
				queue.push(work);
				this.waiting += 1;
				continue;
			}
			if (lane !== undefined) this.busyKeys.set(lane, []);
			this.enqueue(work);
			if (this.ready.length > 0) return true;
		}
		return true;
	}

	private async start(work: T): Promise<void> {
		this.underWay += 1;
		try {
			const wait = await this.source.attempt(work);
			this.underWay -= 1;
			if (wait === undefined) this.release(work);
			else this.park(work, wait);
		} catch (error) {
			this.breakOff(error);
			return;
		}
		// Answers that come together would each start a call here, and those would leave together.
		this.wakeIn(0);
	}

	private release(work: T): void {
		const lane = this.source.orderingKey(work);
		if (lane === undefined) return;
		const successor = this.busyKeys.get(lane)?.shift();
		if (successor === undefined) {
			this.busyKeys.delete(lane);
			return;
		}
		this.waiting -= 1;
		const wait = this.source.pauseBetween(work, successor);
		if (wait > 0) this.park(successor, wait);
		else this.enqueue(successor);
	}

	private park(work: T, wait: number): void {
		const until = now() + wait;
		const after = this.parked.findIndex((other) => other.until > until);
		this.parked.splice(after === -1 ? this.parked.length : after, 0, { work, until });
		this.wakeIn(wait);
	}

	private unpark(): void {
		const time = now();
		while (this.parked[0] && this.parked[0].until <= time) {
			this.ready.unshift(this.parked.shift()!.work);
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
