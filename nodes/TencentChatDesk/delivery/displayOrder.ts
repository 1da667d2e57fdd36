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

	/** Milliseconds to wait between two calls of one ordering key. */
	pauseBetween(before: Call, after: Call): number {
		const field = before.operation.dedupeFields?.sequence;
		if (field === undefined || !this.hasKeys) return 0;
		const [earlier, later] = [before, after].map((call) => sequenceOf(call, field));
		if (earlier !== undefined) this.sameSecond.note(readersOf(before), earlier);
		return later === undefined ? 0 : this.sameSecond.rest(readersOf(after), later);
	}
}
