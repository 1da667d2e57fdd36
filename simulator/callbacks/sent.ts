import type { JsonObject } from '../json';
import type { Delivery } from './delivery';

/** A callback that was sent: neither its token nor its signature, which is good for a while. */
export interface SentCallback {
	/** Milliseconds since 1970, at the first try. */
	at: number;
	sdkAppId: number;
	/** Which of the app's callback URLs it went to. */
	to: 'chat' | 'desk' | 'live';
	command: string;
	/** OptPlatform. */
	platform: string;
	/** RequestID, which only callbacks of Desk have. */
	requestId?: string;
	body: JsonObject;
	/** How often it was sent so far. */
	tries: number;
	/** How the newest try ended; `pending` while it has not. */
	result: 'pending' | Delivery['result'];
	/** HTTP status of the newest answer. */
	status?: number;
	/** What was answered, when it is the JSON object that it has to be. */
	response?: JsonObject;
}

const maxSent = 10_000;
/** Forgetting many at once keeps the cost of each callback constant. */
const forgetAtOnce = 1000;

/** Keeps the newest callbacks in the order in which they were sent. */
export class SentBook {
	readonly list: SentCallback[] = [];

	add(callback: SentCallback): SentCallback {
		this.list.push(callback);
		if (this.list.length > maxSent) this.list.splice(0, forgetAtOnce);
		return callback;
	}

	clear(): void {
		this.list.length = 0;
	}
}
