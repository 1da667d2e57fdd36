import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../parameters/json';

/** Name of the field that carries what the recipient wrote. */
export const replyField = 'reply';

/**
 * What became of a reply that was handed to the execution of a question:
 * - `taken`: it is the answer, and the execution goes on;
 * - `open`: it is none, and the execution goes on waiting;
 * - `closed`: nothing waits for it any more.
 */
export type Taking = { state: 'taken'; answer: IDataObject } | { state: 'open' | 'closed' };

/** What a response of n8n says; undefined when it is not one of the node's own. */
export function readTaking(body: unknown): Taking | undefined {
	if (!isObject(body)) return undefined;
	const { state, answer } = body;
	if (state === 'taken' && isObject(answer)) return { state, answer };
	return state === 'open' || state === 'closed' ? { state } : undefined;
}
