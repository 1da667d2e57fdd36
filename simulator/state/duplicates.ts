import type { JsonObject } from '../json';

/** What is remembered of a message that was accepted. */
export interface FirstSending {
	at: number;
	/** What the first request was answered, beyond the envelope. */
	response: JsonObject;
}

/** Remembers keys of accepted messages for a time. */
export class DuplicateFilter {
	private readonly seen = new Map<string, FirstSending>();

	/** The first sending with this key, when it is less than `windowMs` old. */
	find(key: string, now: number, windowMs: number): FirstSending | undefined {
		this.forgetBefore(now - windowMs);
		return this.seen.get(key);
	}

	remember(key: string, now: number, response: JsonObject): void {
		// A key that is used again later has to move to the end: the map is kept in time order.
		this.seen.delete(key);
		this.seen.set(key, { at: now, response });
	}

	private forgetBefore(time: number): void {
		for (const [key, first] of this.seen) {
			if (first.at > time) return;
			this.seen.delete(key);
		}
	}
}
