import type { Call } from './endpoint';

const limitSeconds = 120;

/**
 * Whether a message of that time (Unix seconds) may not be recalled any more. The pages of the APIs
 * know no such limit; Chat > Error Codes names two minutes for 10031 and 20016.
 */
export function isTooOldToRecall({ behaviour, now }: Call, time: number): boolean {
	return behaviour.adminRecall === 'twoMinutes' && now / 1000 - time > limitSeconds;
}
