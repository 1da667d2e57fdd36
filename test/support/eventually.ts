const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

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
