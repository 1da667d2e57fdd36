import { headroom } from './rateLimiter';

const now = () => performance.now();

/** Spaces the calls to one group or room, whichever execution of this process makes them. */
export class Quota {
	private nextAt = Number.NEGATIVE_INFINITY;

	/** @param perSecond calls per second that the target may get */
	constructor(private readonly perSecond: number) {}

	/** Milliseconds until the next call may start; 0 when it may start now. */
	wait(): number {
		return Math.max(0, this.nextAt - now());
	}

	/** Takes the next place in the line: milliseconds until its call may start. */
	reserve(): number {
		const wait = this.wait();
		this.acquire();
		return wait;
	}

	/** Counts a call that starts now. */
	acquire(): void {
		this.nextAt = Math.max(now(), this.nextAt) + 1000 / (this.perSecond * headroom);
	}
}
