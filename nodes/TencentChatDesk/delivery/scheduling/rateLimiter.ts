import { sleep } from 'n8n-workflow';
import { maxConcurrentCalls } from '../settings';

/** Calls meet on their way and clocks differ: a little less than allowed is never too much. */
export const headroom = 0.972;
/** Timers of some systems come so many milliseconds late; what they miss is made up for. */
const timerSlack = 17;
/**
 * What is missed while n8n is busy is made up for in these first milliseconds only: the calls that
 * were under way already arrive all at once after such a stall. Two stalls may delay the same calls,
 * so twice as much has to fit into what `headroom` leaves of a second.
 */
const catchUp = 12;
/** The calls of so many milliseconds leave together at the start of a run. */
const headStart = 6;
const second = 1_000;
/**
 * A run's first calls take longer to arrive than those behind them, so that the server would see
 * more than allowed in its first second: that one goes a little slower, in milliseconds and parts.
 */
const warmUp = 1_000;
const warmUpFactor = 0.96;
/** Unused for so long, in milliseconds, a limiter is cold again. */
const coolDown = 2_000;
const minPerSecond = 0.5;
const minPause = 250;
const maxPause = 5_000;
/** Calls that were under way with a refused one are refused too: wait for them, in milliseconds. */
const settleDelay = 50;
/** So many failures in a row, with no success between, look like an outage. */
const failuresBeforeBackoff = 5;
/** The part of the rate that is left at least after a second of refusals, however many. */
const decrease = 0.7;
/** Calls per second that one refused call takes away. */
const decreasePerRefusal = 2;
/** Parts of the requested rate won back in a second: fast below the rate that was refused... */
const fastIncrease = 0.2;
/** ... and carefully near it and above: this much more for every second without refusal. */
const slowIncrease = 0.004;
const recoveryThreshold = 0.8;
/** Assumed until a call was measured, in milliseconds: a distant server, but not the slowest. */
const defaultCallTime = 150;
/** Weight of the newest call in the measured time, once there are enough of them. */
const newestWeight = 0.1;

const now = () => performance.now();

/**
 * Calls per second of one API of one app on one host, shared by every execution in the process: the
 * lowest rate that one of them requests counts. Spreads calls evenly. The rate follows the scheme of
 * additive increase and multiplicative decrease (AIMD), which also lets several n8n workers settle
 * beside each other: a refusal for asking too often lowers it by a factor, and each success raises
 * it by a step.
 */
export class RateLimiter {
	private readonly requested = new Map<object, number>();
	private learned = Number.POSITIVE_INFINITY;
	private refusedAt = Number.POSITIVE_INFINITY;
	private nextAt = Number.NEGATIVE_INFINITY;
	private warmAt = 0;
	private slowedAt = Number.NEGATIVE_INFINITY;
	/** A call succeeded since the last refusal for asking too often. */
	private succeededSince = true;
	private pause = minPause;
	private failuresInARow = 0;
	private callTime = defaultCallTime;
	private measured = 0;

	/** Sets or changes the rate that one execution requests, in calls per second. */
	request(owner: object, perSecond: number): void {
		this.requested.set(owner, perSecond * headroom);
	}

	/** An execution has ended: its request is gone; what was learnt about the server stays. */
	release(owner: object): void {
		this.requested.delete(owner);
	}

	get inUse(): boolean {
		return this.requested.size > 0;
	}

	/** Calls per second at this moment. */
	get perSecond(): number {
		return Math.min(this.learned, this.ceiling);
	}

	/**
	 * Calls under way that this rate needs, with room for slow ones. More would not go faster, but
	 * after a stall they would reach the server all at once.
	 */
	get concurrency(): number {
		const needed = (this.perSecond * this.callTime) / 1000;
		return Math.min(maxConcurrentCalls, Math.ceil(needed * 2) + 4);
	}

	/** Milliseconds until the next call may start; 0 when it may start now. */
	wait(): number {
		return Math.max(0, this.nextAt - now());
	}

	/**
	 * Counts a call that starts now.
	 *
	 * @param weight how many calls it counts for
	 */
	acquire(weight = 1): void {
		const time = now();
		const late = time - this.nextAt;
		const isCold = late > coolDown;
		if (isCold) this.warmAt = time + warmUp;
		const perSecond = time < this.warmAt ? this.perSecond * warmUpFactor : this.perSecond;
		const madeUpFor = isCold ? headStart : late > timerSlack ? catchUp : late;
		this.nextAt = time - madeUpFor + (weight * second) / perSecond;
	}

	/**
	 * The server says that it was asked too often. A few refusals are a stall on the way and cost
	 * little; many in one second tell of a limit far below, and pauses grow while all are refused.
	 */
	refused(): void {
		const time = now();
		if (time - this.slowedAt >= second) {
			this.slowedAt = time;
			this.refusedAt = this.perSecond;
			if (this.succeededSince) this.holdFor(settleDelay);
			else this.holdBack();
			this.succeededSince = false;
		}
		const least = Math.max(minPerSecond, this.refusedAt * decrease);
		this.learned = Math.max(least, this.perSecond - decreasePerRefusal);
	}

	/** A call failed in a way that may be an outage. */
	failed(): void {
		this.failuresInARow += 1;
		if (this.failuresInARow % failuresBeforeBackoff === 0) this.holdBack();
	}

	/** A call was answered, so many milliseconds after its start. */
	succeeded(callTime: number): void {
		this.failuresInARow = 0;
		this.succeededSince = true;
		this.pause = minPause;
		this.measured += 1;
		this.callTime += (callTime - this.callTime) * Math.max(newestWeight, 1 / this.measured);
		if (this.learned >= this.ceiling) return;
		const calm = (now() - this.slowedAt) / 1000;
		const careful = Math.min(fastIncrease, slowIncrease * calm);
		const climb = this.learned < this.refusedAt * recoveryThreshold ? fastIncrease : careful;
		this.learned += (climb * this.ceiling) / this.learned;
		// Past every request there is nothing left to be careful about.
		if (this.learned >= this.ceiling) this.learned = Number.POSITIVE_INFINITY;
	}

	/** Nothing starts for so many milliseconds. */
	holdFor(milliseconds: number): void {
		this.nextAt = Math.max(this.nextAt, now() + milliseconds);
	}

	private holdBack(): void {
		this.holdFor(this.pause);
		this.pause = Math.min(maxPause, this.pause * 2);
	}

	private get ceiling(): number {
		return Math.min(...this.requested.values());
	}
}

/** Waits until a call may start, and counts it. */
export async function acquireTurn(limiter: RateLimiter): Promise<void> {
	for (let wait = limiter.wait(); wait > 0; wait = limiter.wait()) await sleep(wait);
	limiter.acquire();
}
