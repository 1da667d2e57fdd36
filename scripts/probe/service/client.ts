import type { Account } from '../../../credentials/account';
import { signedQuery } from '../../../credentials/authenticate';
import { isObject, type JsonObject } from '../../../simulator/json';

/** Milliseconds that a call may take. */
const timeout = 15_000;

/** Makes one call and gives the JSON object that it is answered with, whatever its ErrorCode. */
export type Send = (path: string, body: JsonObject) => Promise<JsonObject>;

/** A call without an answer of the REST API. Its message tells nothing of the account. */
export class NoAnswer extends Error {}

/** What is left of an error of the network: its code, such as ECONNREFUSED. */
function codeOf(error: unknown): string {
	const { cause, name } = error as Error & { cause?: { code?: unknown } };
	const code = cause?.code;
	if (typeof code === 'string' && /^[A-Z_]+$/.test(code)) return code;
	return name === 'TimeoutError' ? 'no answer in time' : 'the connection failed';
}

function addressOf(path: string, account: Account): URL {
	const address = new URL(`/v4/${path}`, account.origin);
	for (const [name, value] of Object.entries(signedQuery(account))) {
		address.searchParams.set(name, String(value));
	}
	return address;
}

/** Signs calls as the package does, and follows no redirect: the signature is an admin's. */
export function clientOf(account: Account): Send {
	return async (path, body) => {
		let status: number;
		let text: string;
		try {
			const response = await fetch(addressOf(path, account), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
				redirect: 'manual',
				signal: AbortSignal.timeout(timeout),
			});
			status = response.status;
			text = await response.text();
		} catch (error) {
			throw new NoAnswer(codeOf(error));
		}
		const answer = parsed(text);
		if (!isObject(answer) || typeof answer.ErrorCode !== 'number') {
			throw new NoAnswer(`HTTP ${status} without a JSON envelope`);
		}
		return answer;
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
