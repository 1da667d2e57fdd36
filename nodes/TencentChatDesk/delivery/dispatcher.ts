import { sleep } from 'n8n-workflow';
import type { Pace } from './pace';

/** What the dispatcher needs to know of the work; it knows nothing of calls or items. */
export interface Source<T> {
	/** The next piece of work in order, made when it is asked for; undefined at the end. */
	next(): T | undefined;
	/** Work with the same lane goes one after another; undefined: free of any order. */
	lane(work: T): string | undefined;
	/** One attempt. Gives the milliseconds to wait before the next one, or undefined when settled. */
	attempt(work: T): Promise<number | undefined>;
	/** The pace that this work goes at. */
	pace(work: T): Pace;
	/** The most attempts under way at once. */
	maxConcurrency(pace: Pace): number;
	/** Milliseconds from one start to the next in the same lane. */
	gap(work: T): number;
	/** Work that must not be left as it is: it goes on after `stop` until it is settled. */
	halfDone?(work: T): boolean;
}

interface Parked<T> {
	work: T;
	/** Milliseconds of the monotonic clock. */
	until: number;
}

/** Work taken ahead while its lanes are busy: bounds memory when one lane holds everything. */
const mostWaiting = 5_000;
/** Starts in one go last so many milliseconds: between goes, connections and answers get their turn. */
const longestGo = 3;
/** A pause cannot be cut short, so none is longer than this. */
const longestSleep = 500;

const now = () => performance.now();

/**
 * Runs work side by side: at a pace, within a bound, one at a time per lane. Waiting out a back-off
 * holds no place among those under way, but keeps its lane, so that order holds.
 */
export class Dispatcher<T> {
	private readonly ready: T[] = [];
	private readonly busyLanes = new Map<string, T[]>();
	private readonly parked: Array<Parked<T>> = [];
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
			this.startWhatMay();
		} catch (error) {
			this.breakOff(error);
		}
	}

	private breakOff(error: unknown): void {
		this.broken = true;
		this.fail(error);
	}

	private startWhatMay(): void {
		this.unpark();
		const goEnds = now() + longestGo;
		while (!this.broken) {
			if (this.stopped) this.dropWhatMayNot();
			const [work] = this.ready.length > 0 || this.fetch() ? this.ready : [];
			if (work === undefined) break;
			const pace = this.source.pace(work);
			if (this.underWay >= this.source.maxConcurrency(pace)) return;
			const wait = pace.wait();
			if (wait > 0) return this.wakeIn(wait);
			if (now() >= goEnds) return this.wakeIn(0);
			pace.take();
			this.ready.shift();
			void this.start(work);
		}
		if (this.underWay > 0) return;
		const [first] = this.parked;
		if (first && !this.broken) return this.wakeIn(first.until - now());
		this.finish();
	}

	private dropWhatMayNot(): void {
		const mayGoOn = (work: T) => this.source.halfDone?.(work) ?? false;
		this.ready.splice(0, this.ready.length, ...this.ready.filter(mayGoOn));
		const parked = this.parked.filter(({ work }) => mayGoOn(work));
		this.parked.splice(0, this.parked.length, ...parked);
	}

	/** Takes work until one piece may start. */
	private fetch(): boolean {
		while (!this.stopped && !this.exhausted && this.waiting < mostWaiting) {
			const work = this.source.next();
			if (this.stopped) return false;
			if (work === undefined) {
				this.exhausted = true;
				return false;
			}
			const lane = this.source.lane(work);
			const queue = lane === undefined ? undefined : this.busyLanes.get(lane);
			if (queue) {
				queue.push(work);
				this.waiting += 1;
				continue;
			}
			if (lane !== undefined) this.busyLanes.set(lane, []);
			this.ready.push(work);
			return true;
		}
		return false;
	}

	private async start(work: T): Promise<void> {
		this.underWay += 1;
		const startedAt = now();
		try {
			const wait = await this.source.attempt(work);
			this.underWay -= 1;
			if (wait === undefined) this.release(work, startedAt);
			else this.park(work, wait);
		} catch (error) {
			this.breakOff(error);
			return;
		}
		// Answers that come together would each start a call here, and those would leave together.
		this.wakeIn(0);
	}

	private release(work: T, startedAt: number): void {
		const lane = this.source.lane(work);
		if (lane === undefined) return;
		const successor = this.busyLanes.get(lane)?.shift();
		if (successor === undefined) {
			this.busyLanes.delete(lane);
			return;
		}
		this.waiting -= 1;
		const wait = startedAt + this.source.gap(work) - now();
		if (wait > 0) this.park(successor, wait);
		else this.ready.push(successor);
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
		const wait = Math.min(longestSleep, Math.max(0, milliseconds));
		const at = now() + wait;
		if (at >= this.wakeAt) return;
		this.wakeAt = at;
		void sleep(wait).then(() => {
			if (this.wakeAt === at) this.wakeAt = Number.POSITIVE_INFINITY;
			this.advance();
		});
	}
}
