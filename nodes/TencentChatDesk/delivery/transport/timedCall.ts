import type { Client } from './client';
import type { CallResult } from './response';

/**
 * One exchange with the server, and the milliseconds that it took.
 *
 * @param text the body as JSON
 * @param timeout in milliseconds
 */
export async function timedCall(
	client: Client,
	path: string,
	text: string,
	timeout: number,
): Promise<{ result: CallResult; callTime: number }> {
	const startedAt = performance.now();
	const result = await client.call(path, text, timeout);
	return { result, callTime: performance.now() - startedAt };
}
