/** Starts that a late timer may catch up on at once, in milliseconds of pace. */
const catchUp = 20;
const slowest = 0.5;
/** Refusals of calls that were under way together count once. */
const oneRefusal = 1_000;
const shortestPause = 250;
const longestPause = 5_000;
/** So many failures in a row, with no success between, look like an outage. */
const outage = 5;
/** The part of the wished pace that is won back in a second without refusal. */
const climb = 0.05;

const now = () => performance.now();

/**
 * Calls per second of one API of one app on one host, shared by every execution in the process:
 * the lowest wish in use wins. Spreads calls evenly; after a refusal for asking too often it halves
 * and climbs back step by step, which also makes several n8n workers settle beside each other.
 */
export class Pace {
	private readonly wishes = new Map<object, number>();
	private allowed = Number.POSITIVE_INFINITY;
	private nextAt = 0;
	private slowedAt = Number.NEGATIVE_INFINITY;
	private pause = shortestPause;
	private failuresInARow = 0;
	lastUsed = now();

	/** Sets or changes what one execution wishes, in calls per second. */
	wish(owner: object, perSecond: number): void {
		this.wishes.set(owner, perSecond);
		this.allowed = Math.min(this.allowed, this.ceiling());
		if (!Number.isFinite(this.allowed)) this.allowed = this.ceiling();
	}

	/** An execution that has ended wishes nothing. */
	leave(owner: object): void {
		const before = this.ceiling();
		this.wishes.delete(owner);
		this.lastUsed = now();
		// A pace that no refusal has slowed follows the wishes; a slowed one climbs.
		if (this.allowed >= before) this.allowed = Number.POSITIVE_INFINITY;
	}

	get inUse(): boolean {
		return this.wishes.size > 0;
	}

	/** Calls per second at this moment. */
	get perSecond(): number {
		return Math.min(this.allowed, this.ceiling());
	}

	/** Milliseconds until the next call may start; 0 when it may start now. */
	wait(): number {
		return Math.max(0, this.nextAt - now());
	}

	/** Counts a call that starts now. */
	take(): void {
		this.nextAt = Math.max(this.nextAt, now() - catchUp) + 1000 / this.perSecond;
	}

	/** The server says that it was asked too often. */
	refused(): void {
		const time = now();
		if (time - this.slowedAt < oneRefusal) return;
		this.slowedAt = time;
		this.allowed = Math.max(slowest, this.perSecond / 2);
		this.holdBack();
	}

	/** A call failed in a way that may be an outage. */
	failed(): void {
		this.failuresInARow += 1;
		if (this.failuresInARow % outage === 0) this.holdBack();
	}

	/** A call was answered. */
	succeeded(): void {
		this.failuresInARow = 0;
		this.pause = shortestPause;
		const ceiling = this.ceiling();
		if (this.allowed < ceiling) {
			this.allowed = Math.min(ceiling, this.allowed + (climb * ceiling) / this.allowed);
		}
	}

	/** Nothing starts for so many milliseconds. */
	holdFor(milliseconds: number): void {
		this.nextAt = Math.max(this.nextAt, now() + milliseconds);
	}

	private holdBack(): void {
		this.holdFor(this.pause);
		this.pause = Math.min(longestPause, this.pause * 2);
	}

	private ceiling(): number {
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
		for (const [name, pace] of paces) {
			if (!pace.inUse) {
				paces.delete(name);
				break;
			}
		}
	}
	const pace = new Pace();
	paces.set(key, pace);
	return pace;
}
