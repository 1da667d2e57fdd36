import { sleep } from 'n8n-workflow';
import { mostConcurrent } from '../settings';

/** Calls meet on their way and clocks differ: a little less than allowed is never too much. */
export const headroom = 0.972;
/** Timers of some systems come so many milliseconds late; what they miss is made up for. */
const lateTimer = 17;
/**
 * What is missed while n8n is busy is made up for in these first milliseconds only: the calls that
 * were under way already arrive all at once after such a hitch.
 */
const catchUp = 6;
const second = 1_000;
/**
 * A run's first calls take longer to arrive than those behind them, so that the server would see
 * more than allowed in its first second: that one goes a little slower, in milliseconds and parts.
 */
const warmUp = 1_000;
const warmUpPace = 0.96;
/** Unused for so long, in milliseconds, a pace is cold again. */
const coolDown = 2_000;
const slowest = 0.5;
const shortestPause = 250;
const longestPause = 5_000;
/** Calls that were under way with a refused one are refused too: wait for them, in milliseconds. */
const breath = 50;
/** So many failures in a row, with no success between, look like an outage. */
const outage = 5;
/** What is left of the pace at least after a second of refusals, however many there were. */
const decrease = 0.7;
/** Calls per second that one refused call takes away. */
const lessForOne = 2;
/** Parts of the wished pace won back in a second: quickly below the pace that was refused... */
const quickClimb = 0.2;
/** ... and carefully near it and above: this much more for every second without refusal. */
const carefulClimb = 0.004;
const near = 0.8;
/** Assumed until a call was measured, in milliseconds: a distant server, but not the slowest. */
const firstCallTime = 150;
/** Weight of the newest call in the measured time, once there are enough of them. */
const newest = 0.1;

const now = () => performance.now();

/**
 * Calls per second of one API of one app on one host, shared by every execution in the process:
 * the lowest wish in use wins. Spreads calls evenly. After a refusal for asking too often it slows
 * down by a factor and climbs back step by step, which also makes several n8n workers settle
 * beside each other.
 */
export class Pace {
	private readonly wishes = new Map<object, number>();
	private allowed = Number.POSITIVE_INFINITY;
	private refusedAt = Number.POSITIVE_INFINITY;
	private nextAt = Number.NEGATIVE_INFINITY;
	private warmAt = 0;
	private slowedAt = Number.NEGATIVE_INFINITY;
	/** Something got through since the last time that the server was asked too often. */
	private answeredSince = true;
	private pause = shortestPause;
	private failuresInARow = 0;
	private callTime = firstCallTime;
	private measured = 0;

	/** Sets or changes what one execution wishes, in calls per second. */
	wish(owner: object, perSecond: number): void {
		this.wishes.set(owner, perSecond * headroom);
	}

	/** An execution that has ended wishes nothing; what was learnt about the server stays. */
	leave(owner: object): void {
		this.wishes.delete(owner);
	}

	get inUse(): boolean {
		return this.wishes.size > 0;
	}

	/** Calls per second at this moment. */
	get perSecond(): number {
		return Math.min(this.allowed, this.ceiling);
	}

	/**
	 * Calls under way that this pace needs, with room for slow ones. More would not go faster, but
	 * after a hitch they would reach the server all at once.
	 */
	get concurrency(): number {
		const needed = (this.perSecond * this.callTime) / 1000;
		return Math.min(mostConcurrent, Math.ceil(needed * 2) + 4);
	}

	/** Milliseconds until the next call may start; 0 when it may start now. */
	wait(): number {
		return Math.max(0, this.nextAt - now());
	}

	/** Counts a call that starts now. */
	take(): void {
		const time = now();
		if (time - this.nextAt > coolDown) this.warmAt = time + warmUp;
		const perSecond = time < this.warmAt ? this.perSecond * warmUpPace : this.perSecond;
		const isHitch = time - this.nextAt > lateTimer;
		this.nextAt = (isHitch ? time - catchUp : this.nextAt) + second / perSecond;
	}

	/**
	 * The server says that it was asked too often. A few refusals are a hitch on the way and cost
	 * little; many in one second tell of a limit far below, and pauses grow while all are refused.
	 */
	refused(): void {
		const time = now();
		if (time - this.slowedAt >= second) {
			this.slowedAt = time;
			this.refusedAt = this.perSecond;
			if (this.answeredSince) this.holdFor(breath);
			else this.holdBack();
			this.answeredSince = false;
		}
		const least = Math.max(slowest, this.refusedAt * decrease);
		this.allowed = Math.max(least, this.perSecond - lessForOne);
	}

	/** A call failed in a way that may be an outage. */
	failed(): void {
		this.failuresInARow += 1;
		if (this.failuresInARow % outage === 0) this.holdBack();
	}

	/** A call was answered, so many milliseconds after its start. */
	succeeded(callTime: number): void {
		this.failuresInARow = 0;
		this.answeredSince = true;
		this.pause = shortestPause;
		this.measured += 1;
		this.callTime += (callTime - this.callTime) * Math.max(newest, 1 / this.measured);
		if (this.allowed >= this.ceiling) return;
		const calm = (now() - this.slowedAt) / 1000;
		const careful = Math.min(quickClimb, carefulClimb * calm);
		const climb = this.allowed < this.refusedAt * near ? quickClimb : careful;
		this.allowed += (climb * this.ceiling) / this.allowed;
		// Past every wish there is nothing left to be careful about.
		if (this.allowed >= this.ceiling) this.allowed = Number.POSITIVE_INFINITY;
	}

	/** Nothing starts for so many milliseconds. */
	holdFor(milliseconds: number): void {
		this.nextAt = Math.max(this.nextAt, now() + milliseconds);
	}

	private holdBack(): void {
		this.holdFor(this.pause);
		this.pause = Math.min(longestPause, this.pause * 2);
	}

	private get ceiling(): number {
		return Math.min(...this.wishes.values());
	}
}

/** More APIs, apps and hosts than one process is likely to serve. */
const mostPaces = 1_000;
const paces = new Map<string, Pace>();

/** The pace of an API of an app on a host; what it has learnt outlives the execution. */
export function paceOf(origin: string, sdkAppId: number, path: string): Pace {
	const key = `${origin} ${sdkAppId} ${path}`;
	const known = paces.get(key);
	if (known) return known;
	if (paces.size >= mostPaces) {
		const idle = [...paces].find(([, pace]) => !pace.inUse);
		if (idle) paces.delete(idle[0]);
	}
	const pace = new Pace();
	paces.set(key, pace);
	return pace;
}

/** Waits until a call may start, and counts it. */
export async function takeTurn(pace: Pace): Promise<void> {
	for (let wait = pace.wait(); wait > 0; wait = pace.wait()) await sleep(wait);
	pace.take();
}
