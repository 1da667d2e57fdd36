/**
 * The entries of a node's row. A key that was `begun` and is `done` was sent; one that was only
 * `begun` may have been. Asking for `done` records it, so `asked` goes in with it: where both are
 * there, nobody knows whether `done` is true.
 */
export const begun = (key: string) => `begun ${key}`;
export const done = (key: string) => `done ${key}`;
export const asked = (key: string) => `asked ${key}`;

/** A write of one run, by which it sees later whether another process has overwritten it. */
export const writeOf = (run: string, count: number) => `write ${run} ${count}`;

const minutesPerPeriod = 10;
const millisecondsPerPeriod = minutesPerPeriod * 60_000;
/** A week back: as long as Tencent's history. */
const periodsLookedBack = (7 * 24 * 60) / minutesPerPeriod;

/** The period of ten minutes of a time, in milliseconds since the epoch. */
export const periodOf = (time: number) => Math.floor(time / millisecondsPerPeriod);

/** In this period something was begun, and not everything has come to its end. */
export const unfinishedIn = (period: number) => `period ${period}`;

/** The periods of the past week, the earliest first, by their entries. */
export function pastPeriods(now: number): Map<string, number> {
	const current = periodOf(now);
	const periods = Array.from(
		{ length: periodsLookedBack },
		(_unused, index) => current - periodsLookedBack + 1 + index,
	);
	return new Map(periods.map((period) => [unfinishedIn(period), period]));
}

/** Milliseconds since the epoch at which a period begins. */
export const startOf = (period: number) => period * millisecondsPerPeriod;
