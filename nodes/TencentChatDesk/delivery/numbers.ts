import { createHash, randomInt } from 'crypto';

/** The numbers by which the server tells copies of one message: unsigned 32-bit integers. */
export interface Numbers {
	random: number;
	sequence: number;
}

const unsignedRange = 0x1_0000_0000;
const millisecondsOfDay = 86_400_000;
/** Room for messages of one millisecond; a whole day of it still fits into 32 bits. */
const perMillisecond = 16;
/** Odd, so that counting in steps of it meets every 32-bit number once before one comes again. */
const stride = 0x9e37_79b1;

let lastRandom = randomInt(0, unsignedRange);
let lastSequence = -1;
let lastDay = -1;

/**
 * Numbers for a message that is sent for the first time. No `random` comes twice in a process:
 * Desk names no scope for its de-duplication, and among ten thousand truly random numbers two are
 * equal once in a hundred runs. `sequence` grows in the order of the calls, since messages of one
 * second are shown in its order; it starts again at midnight UTC, where a new second starts too.
 */
export function newNumbers(now = Date.now()): Numbers {
	lastRandom = (lastRandom + stride) % unsignedRange;
	const day = Math.floor(now / millisecondsOfDay);
	const earliest = (now % millisecondsOfDay) * perMillisecond;
	lastSequence = day > lastDay ? earliest : Math.max(lastSequence + 1, earliest);
	lastDay = Math.max(day, lastDay);
	return { random: lastRandom, sequence: lastSequence };
}

/**
 * Numbers that follow from a key of the user's own: equal for the same key, conversation and
 * content, so that the server drops the second copy even from another execution.
 */
export function numbersFromKey(key: string, conversation: string, content: string): Numbers {
	const digest = createHash('sha256')
		.update(JSON.stringify([key, conversation, content]))
		.digest();
	return { random: digest.readUInt32BE(0), sequence: digest.readUInt32BE(4) };
}
