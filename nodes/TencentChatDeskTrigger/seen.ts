import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/** Milliseconds that a callback is remembered. Tencent repeats within seconds. */
const memory = 10 * 60_000;
const mostRemembered = 50_000;

const digest = (...parts: unknown[]) =>
	createHash('sha256').update(JSON.stringify(parts)).digest('base64');

/**
 * What two deliveries of one callback have in common: `RequestID`; the message's `MsgKey`; or, where
 * a time or a number tells events apart, the whole body. Nothing where no field tells a copy from a
 * second event.
 */
export function marksOf(command: string, requestId: string | undefined, body: IDataObject) {
	const { MsgKey, Event, SessionId, EventTime, GroupId, MsgSeq, Random } = body;
	const marks: string[] = [];
	if (requestId !== undefined) marks.push(digest(command, 'request', requestId));
	if (typeof MsgKey === 'string' && MsgKey !== '') {
		// One message has several events: the session's stages, the recall.
		marks.push(digest(command, 'message', MsgKey, SessionId, Event));
	} else if (
		EventTime !== undefined ||
		(GroupId !== undefined && (MsgSeq ?? Random) !== undefined)
	) {
		marks.push(digest(command, 'event', body));
	}
	return marks;
}

const keysOf = (scope: string, marks: readonly string[]) => marks.map((mark) => `${scope} ${mark}`);

/** Remembers callbacks for a while, in the memory of this process; the oldest go first. */
export class SeenCallbacks {
	private readonly times = new Map<string, number>();

	constructor(
		private readonly age = memory,
		private readonly most = mostRemembered,
	) {}

	/** Callbacks that are remembered. */
	get size(): number {
		return this.times.size;
	}

	/**
	 * Notes a callback.
	 *
	 * @param scope the trigger that received it: another one may start from the same callback
	 * @param now milliseconds since the epoch
	 * @returns whether it was noted before
	 */
	note(scope: string, marks: readonly string[], now: number): boolean {
		this.forgetOld(now);
		const keys = keysOf(scope, marks);
		const known = keys.some((key) => this.times.has(key));
		for (const key of keys) {
			if (!this.times.has(key)) this.times.set(key, now);
		}
		return known;
	}

	/** Takes a note back: the next delivery of the callback counts as the first. */
	forget(scope: string, marks: readonly string[]): void {
		for (const key of keysOf(scope, marks)) this.times.delete(key);
	}

	private forgetOld(now: number): void {
		for (const [key, time] of this.times) {
			if (now - time < this.age && this.times.size < this.most) return;
			this.times.delete(key);
		}
	}
}
