import { CallbackMemory } from './memory';

/** Milliseconds that a callback is remembered. Tencent repeats within seconds. */
const memory = 10 * 60_000;
const maxOfOneTrigger = 50_000;
const maxInAll = 4 * maxOfOneTrigger;

/** Remembers which callbacks have started a workflow. */
export class SeenCallbacks {
	private readonly seen: CallbackMemory<true>;

	/**
	 * @param age milliseconds that a callback is remembered
	 * @param perTrigger callbacks that are remembered for one trigger
	 * @param inAll callbacks that are remembered for all triggers together
	 */
	constructor(age = memory, perTrigger = maxOfOneTrigger, inAll = maxInAll) {
		this.seen = new CallbackMemory(age, { perTrigger, inAll });
	}

	/** Callbacks that are remembered. */
	get size(): number {
		return this.seen.size;
	}

	/**
	 * Notes a callback.
	 *
	 * @param scope the trigger that received it: another one may start from the same callback
	 * @param now milliseconds since the epoch
	 * @returns whether it was noted before
	 */
	note(scope: string, marks: readonly string[], now: number): boolean {
		const known = this.seen.find(scope, marks, now) !== undefined;
		this.seen.keep(scope, marks, true, now);
		return known;
	}

	/** Takes a note back: the next delivery of the callback counts as the first. */
	forget(scope: string, marks: readonly string[]): void {
		this.seen.forget(scope, marks);
	}
}
