import { BoundedMap } from '../../../../credentials/boundedMap';
import type { LedgerEntry } from '../ledger/ledger';

/** By item. */
export type Entries = Map<number, LedgerEntry>;

/** A run may last for hours before n8n tries it again. */
const maxAge = 24 * 3_600_000;
/** Items of all runs together. */
const maxItems = 200_000;

const runs = new BoundedMap<string, Entries>({
	max: maxItems,
	maxAge,
	weightOf: ({ size }) => size,
});

/** What the tries of a run have noted, in this process. */
export function entriesOf(run: string): Entries {
	const entries = runs.get(run) ?? new Map<number, LedgerEntry>();
	runs.set(run, entries);
	return entries;
}

export function forgetEntries(run: string): void {
	runs.delete(run);
}
