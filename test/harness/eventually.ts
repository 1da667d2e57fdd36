import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for a condition, which is looked at again and again.
 *
 * @param look gives the value that is waited for, or undefined as long as there is none
 */
export async function eventually<T>(
	what: string,
	look: () => T | undefined | Promise<T | undefined>,
	limitSeconds = 30,
): Promise<T> {
	const end = Date.now() + limitSeconds * 1000;
	for (;;) {
		const value = await look();
		if (value !== undefined) return value;
		if (Date.now() > end) throw new Error(`Waited ${limitSeconds} s in vain: ${what}`);
		await pause(100);
	}
}

/** Waits for something to become true, and throws when it does not in time. */
export async function until(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	limitSeconds = 60,
): Promise<void> {
	await eventually(what, async () => (await isSo()) || undefined, limitSeconds);
}
