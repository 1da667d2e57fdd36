import { timingSafeEqual } from 'crypto';

/** Compares signatures in a time that tells nothing about where they differ. */
export function timingSafeEqualText(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
