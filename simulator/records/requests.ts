import type { FaultKind } from '../faults';

/** What is kept of a call: never its query string, which holds an admin's signature. */
export interface RecordedRequest {
	/** Milliseconds since 1970, at arrival. */
	at: number;
	method: string;
	/** `<service>/<command>`. */
	path: string;
	/** The body as it came, and parsed (undefined when it is no JSON). */
	raw: string;
	body: unknown;
	/** ErrorCode of the simulator; null when a fault kept it from looking at the call. */
	errorCode: number | null;
	/** Whether the call was recognised as a repeat and dropped. */
	duplicate: boolean;
	fault: FaultKind | null;
	/** Top-level fields that the page of the API does not list. */
	unknownFields: string[];
}

const maxRequests = 20_000;
const maxBytes = 64 * 1024 * 1024;
/** Forgetting many at once keeps the cost of each call constant. */
const forgetAtOnce = 1000;

/** Keeps the newest calls in arrival order. */
export class RequestBook {
	readonly list: RecordedRequest[] = [];
	private bytes = 0;

	add(request: RecordedRequest): void {
		this.list.push(request);
		this.bytes += request.raw.length;
		if (this.list.length > maxRequests || this.bytes > maxBytes) {
			for (const old of this.list.splice(0, forgetAtOnce)) this.bytes -= old.raw.length;
		}
	}

	clear(): void {
		this.list.length = 0;
		this.bytes = 0;
	}
}
