/** What the documentation says of a command that the node calls. */
export interface Command {
	/** `service/command`; undefined where the item names it. */
	path: string | undefined;
	/**
	 * After an attempt whose effect is unknown: `safe`, a second call changes nothing or is refused;
	 * `unsafe`, it has a second effect; a number, the server drops copies for so many seconds.
	 */
	repeat: 'safe' | 'unsafe' | number;
	/** The fields of the body that make up the order key; none: one order for the whole app. */
	order: string[];
	/** Calls a second: what the node uses by itself, and what the API allows. */
	rateLimit: [standard: number, documented: number];
	/** What the API counts within calls: what the node uses by itself, and what it allows. */
	units?: [standard: number, documented: number];
	/** Calls a second of one group or room, where that is less. */
	perTarget?: number;
	/** The field with the size of a page, and the most that a page holds. */
	page?: [field: string, max: number];
}

/** The operation makes its output without a call. */
export type Row = Command | 'local';
