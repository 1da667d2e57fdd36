/** Yields unsigned 32-bit integers. */
export type RandomSource = () => number;

/**
 * A seeded generator (mulberry32), so that a run with random faults can be repeated exactly.
 */
export function seededRandom(seed: number): RandomSource {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
}

/** A number from 0 (included) to 1 (excluded). */
export function fraction(random: RandomSource): number {
	return random() / 0x100000000;
}
