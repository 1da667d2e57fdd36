import type { IDataObject } from 'n8n-workflow';
import { isObject, parseReceived } from '../parameters/json';
import { isTooDeep } from '../parameters/toJsonValue';

/** Bytes of a body; a message and what comes with it are far below. */
export const maxBody = 1024 * 1024;

/** A body that was read, or the HTTP status that refuses it. */
export type ReadBody = { body: IDataObject; command: string } | { status: 400 | 413 };

const broken: ReadBody = { status: 400 };

/** What becomes of a body whose bytes n8n could not read: too many, or badly compressed. */
export function unreadable(error: unknown): ReadBody {
	const { status } = (error ?? {}) as { status?: unknown };
	return status === 413 ? { status } : broken;
}

/**
 * Reads the body of a callback from its bytes, whatever its Content-Type says.
 *
 * @param command the command in the address, where it has one; a body that names another one is refused
 */
export function readBody(bytes: Buffer | undefined, command: string | undefined): ReadBody {
	if (bytes === undefined || bytes.length === 0) return broken;
	if (bytes.length > maxBody) return { status: 413 };
	const body = parseReceived(bytes.toString('utf8'));
	if (!isObject(body) || isTooDeep(body)) return broken;
	const { CallbackCommand: own } = body;
	if (own !== undefined && command !== undefined && own !== command) return broken;
	// Content moderation names its command in the address alone (T-78240), and nobody else has to.
	const named = command ?? own;
	if (typeof named !== 'string' || named === '') return broken;
	return { body, command: named };
}
