/** More keys than one process has calls for. */
const maxKeys = 100_000;
/** Calls of all executions that wait for their turn. */
const maxWaiting = 100_000;

/**
 * Whose turn it is, where the calls of several executions have a key in common: one after another,
 * first come, first served. Each execution waits with one call for a key, so that those with many
 * calls and those with one take turns. Where there is no room to remember a call, it goes at once.
 */
export class Turns {
	private readonly holders = new Map<string, object>();
	/** By key: who waits, the first first, and what is called when its turn has come. */
	private readonly queues = new Map<string, Map<object, () => void>>();
	private waiting = 0;

	/** How many keys are taken, and how many calls wait. */
	get size(): { keys: number; waiting: number } {
		return { keys: this.holders.size, waiting: this.waiting };
	}

	/** Takes the turn, if nobody has it. False: it has to be waited for. */
	take(key: string, owner: object): boolean {
		if (this.holders.has(key)) return this.waiting >= maxWaiting;
		if (this.holders.size < maxKeys) this.holders.set(key, owner);
		return true;
	}

	/** Waits for a turn that could not be taken; once for an owner and a key. */
	wait(key: string, owner: object, onTurn: () => void): void {
		const queue = this.queues.get(key) ?? new Map<object, () => void>();
		this.queues.set(key, queue.set(owner, onTurn));
		this.waiting += 1;
	}

	/** Ends a turn, or the wait for it; does nothing for who has neither. */
	leave(key: string, owner: object): void {
		const queue = this.queues.get(key);
		if (this.holders.get(key) !== owner) {
			if (queue?.has(owner)) this.unqueue(key, queue, owner);
			return;
		}
		const [next] = queue ?? [];
		if (!queue || !next) {
			this.holders.delete(key);
			return;
		}
		const [successor, onTurn] = next;
		this.unqueue(key, queue, successor);
		this.holders.set(key, successor);
		onTurn();
	}

	private unqueue(key: string, queue: Map<object, () => void>, owner: object): void {
		queue.delete(owner);
		this.waiting -= 1;
		if (queue.size === 0) this.queues.delete(key);
	}
}
