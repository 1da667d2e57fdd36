import { createHash, randomInt } from 'crypto';

/** The numbers by which the server tells copies of one message: unsigned 32-bit integers. */
export interface DedupeNumbers {
	random: number;
	sequence: number;
}

const unsignedRange = 0x1_0000_0000;
/**
 * A number for each millisecond of seven weeks, which fit into 32 bits. Counting starts again early
 * on a Monday in China, where the day is over in the Americas too: the clock that decides which
 * messages share a second is the server's, so that two that are sent around that moment may change
 * places. Sunday, 4 January 1970, 19:00 UTC.
 */
const period = 49 * 86_400_000;
const firstPeriod = 3 * 86_400_000 + 19 * 3_600_000;
/** Odd, so that counting in steps of it meets every 32-bit number once before one comes again. */
const stride = 0x9e37_79b1;

let lastRandom = randomInt(0, unsignedRange);
let lastSequence = -1;
let lastPeriod = -1;

/**
 * Numbers for a message that is sent for the first time. No `random` comes twice in a process:
 * Desk names no scope for its de-duplication, and among ten thousand truly random numbers two are
 * equal once in a hundred runs. `sequence` grows in the order of the calls, since messages of one
 * second are shown in its order.
 *
 * @param now milliseconds since the epoch: other processes count by the same clock
 */
export function newDedupeNumbers(now = Date.now()): DedupeNumbers {
	lastRandom = (lastRandom + stride) % unsignedRange;
	const since = now - firstPeriod;
	const current = Math.floor(since / period);
	const earliest = since - current * period;
	// Faster than one a millisecond, it runs ahead of the clock, but never out of the 32 bits.
	lastSequence =
		current > lastPeriod ? earliest : Math.max((lastSequence + 1) % unsignedRange, earliest);
	lastPeriod = Math.max(current, lastPeriod);
	return { random: lastRandom, sequence: lastSequence };
}

/**
 * Numbers that follow from a key of the user's own: equal for the same key, orderingKey and
 * content, so that the server drops the second copy even from another execution.
 */
export function dedupeNumbersFromKey(
	key: string,
	orderingKey: string,
	content: string,
): DedupeNumbers {
	const digest = createHash('sha256')
		.update(JSON.stringify([key, orderingKey, content]))
		.digest();
	return { random: digest.readUInt32BE(0), sequence: digest.readUInt32BE(4) };
}
