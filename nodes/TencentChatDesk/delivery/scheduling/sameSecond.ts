/** Two moments of the server's clock that are this far apart, in milliseconds, share no second. */
const nextSecond = 1_000;

interface Last {
	sequence: number;
	/** Milliseconds of the monotonic clock. */
	at: number;
}

const now = () => performance.now();

/**
 * Keeps apart what would change places within a second. Clients sort the messages of one second by
 * their sequence numbers; numbers that follow from a user's key grow in no order.
 */
export class SameSecond {
	/** By reader, the oldest first. */
	private readonly last = new Map<string, Last>();

	/** A message with this number has reached its readers. */
	note(readers: readonly string[], sequence: number): void {
		const at = now();
		for (const [reader, { at: before }] of this.last) {
			if (at - before < nextSecond) break;
			this.last.delete(reader);
		}
		for (const reader of readers) {
			this.last.delete(reader);
			this.last.set(reader, { sequence, at });
		}
	}

	/** Milliseconds to wait, so that each reader sees this message behind the one before it. */
	rest(readers: readonly string[], sequence: number): number {
		const time = now();
		const waits = readers.map((reader) => {
			const last = this.last.get(reader);
			return last && last.sequence >= sequence ? last.at + nextSecond - time : 0;
		});
		return Math.max(0, ...waits);
	}
}
