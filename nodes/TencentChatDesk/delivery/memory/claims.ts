import { deferred, type Deferred } from '../ledger/deferred';

/** Keys whose messages are under way in this process. They go when their executions end. */
const claims = new Map<string, Deferred>();

/** Takes keys for messages that are about to be sent; nobody may have them. */
export function claim(names: Iterable<string>): void {
	for (const name of names) claims.set(name, deferred());
}

/** What became of the messages is known to everybody, and those who wait for it go on. */
export function endClaims(names: Iterable<string>): void {
	for (const name of names) {
		claims.get(name)?.end();
		claims.delete(name);
	}
}

/** Ends when one of the keys is free again; undefined when none is taken. */
export function whenFreer(names: readonly string[]): Promise<void> | undefined {
	const taken = names.flatMap((name) => claims.get(name) ?? []);
	if (taken.length === 0) return undefined;
	return Promise.race(taken.map(async ({ promise }) => await promise));
}
