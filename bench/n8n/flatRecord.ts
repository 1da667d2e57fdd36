/**
 * Looks into an execution's data as n8n stores it (the format of the npm package "flatted"): a
 * list of values, in which objects, lists and texts inside another value are places in the list.
 * Unpacking the whole of it would cost more than it tells.
 */
export class FlatRecord {
	private readonly values: unknown[];

	constructor(text: string) {
		this.values = JSON.parse(text) as unknown[];
	}

	/** The value at the end of a path from the root; undefined where the path ends early. */
	at(...path: Array<string | number>): unknown {
		return path.reduce<unknown>((value, step) => {
			if (typeof value !== 'object' || value === null) return undefined;
			const next = (value as Record<string | number, unknown>)[step];
			return typeof next === 'string' ? this.values[Number(next)] : next;
		}, this.values[0]);
	}
}
