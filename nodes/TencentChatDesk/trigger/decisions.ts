import type { CallbackResponse } from './callbackResponse';
import { CallbackMemory } from './memory';

/** How long a decision is valid, in milliseconds. Tencent gives a delivery up after two seconds. */
const memory = 60_000;
const maxOfOneTrigger = 1_000;
const maxInAll = 4 * maxOfOneTrigger;
/** Letters of a response that is kept; a message has 12 KB at most. */
const maxKept = 16 * 1024;

/** What the workflow that was started for one callback decides, as far as that is known. */
export class Decision {
	/** Undefined as long as there is none. */
	response: CallbackResponse | undefined;
	/** The workflow decided, ended without a decision, or had its time. */
	isOver = false;
	/** Settles when it is over. */
	readonly over: Promise<void>;
	private end!: () => void;

	constructor() {
		this.over = new Promise((resolve) => (this.end = resolve));
	}

	/** Takes the first response, even if it comes after the time: a copy that comes later gets it. */
	settle(response?: CallbackResponse): void {
		if (response && JSON.stringify(response).length <= maxKept) this.response ??= response;
		this.isOver = true;
		this.end();
	}
}

/**
 * Remembers what workflows have decided, so that another delivery of the same callback gets the
 * same response. What is forgotten is decided again: nothing passes because there are too many.
 */
export const decisionMemory = () =>
	new CallbackMemory<Decision>(memory, { perTrigger: maxOfOneTrigger, inAll: maxInAll });
