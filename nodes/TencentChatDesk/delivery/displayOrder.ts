import type { Call } from './call';
import { encodeCall } from './encode';
import { SameSecond } from './scheduling/sameSecond';

function readersOf({ shape, operation, payload, orderingKey }: Call): string[] {
	const about = shape === 'batch' ? operation.batch.about?.(payload) : undefined;
	return about ?? [orderingKey];
}

/** Undefined for what cannot be sent. */
function sequenceOf(call: Call, field: string): number | undefined {
	try {
		const { [field]: sequence } = encodeCall(call).body;
		return typeof sequence === 'number' ? sequence : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps messages with keys of the user's own in the order in which they were sent. */
export class DisplayOrder {
	private readonly sameSecond = new SameSecond();
	private hasKeys = false;

	/** Learns of a call that will be made. */
	expect({ settings }: Call): void {
		this.hasKeys ||= settings.deduplicationKey !== undefined;
	}

	/** A call has been made, and what follows it may have to wait. */
	note(call: Call): void {
		const sequence = this.sequenceOf(call);
		if (sequence !== undefined) this.sameSecond.note(readersOf(call), sequence);
	}

	/** Another execution has made a call, perhaps a moment ago, and with a number that nobody knows. */
	noteEarlier(call: Call): void {
		if (call.operation.dedupeFields?.sequence === undefined) return;
		this.sameSecond.note(readersOf(call), Number.POSITIVE_INFINITY);
	}

	/** Milliseconds to wait before a call, so that its readers see it behind the one before it. */
	pauseBefore(call: Call): number {
		const sequence = this.sequenceOf(call);
		return sequence === undefined ? 0 : this.sameSecond.rest(readersOf(call), sequence);
	}

	/** Undefined where nothing hangs on it. */
	private sequenceOf(call: Call): number | undefined {
		const field = call.operation.dedupeFields?.sequence;
		return field === undefined || !this.hasKeys ? undefined : sequenceOf(call, field);
	}
}
