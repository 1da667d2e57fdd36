/** The middle of several measurements, and how far they lie apart. */
export interface Spread {
	median: number;
	min: number;
	max: number;
}

/** The median of at least one value; of an even number of values, the mean of the middle two. */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1];
	if (upper === undefined || lower === undefined) throw new Error('There is nothing to measure');
	return (upper + lower) / 2;
}

/** The value that so large a share of at least one value (0 to 1) does not exceed. */
export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
	if (value === undefined) throw new Error('There is nothing to measure');
	return value;
}

export function spreadOf(values: number[]): Spread {
	return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** The list in its order, or backwards in every other round: who goes first changes. */
export function alternating<T>(list: readonly T[], round: number): T[] {
	return round % 2 === 0 ? [...list] : [...list].reverse();
}
