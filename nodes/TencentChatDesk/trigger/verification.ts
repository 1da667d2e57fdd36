import { createHash } from 'crypto';
import { timingSafeEqualText } from '../../../credentials/timingSafeEqualText';

/** What a callback says about itself in its address. */
export interface CallbackQuery {
	sdkAppId?: string;
	command?: string;
	clientIp?: string;
	optPlatform?: string;
	requestId?: string;
	sign?: string;
	requestTime?: string;
}

/** Who may call. */
export interface Guard {
	sdkAppId: number;
	/** Empty when the app has no callback token: nothing is signed then. */
	token: string;
	/** Seconds that `RequestTime` may differ from the clock, in both directions. */
	window: number;
}

/** The names of each value, the usual one first. */
const names: Record<keyof CallbackQuery, readonly string[]> = {
	sdkAppId: ['sdkappid'],
	// The overview of Live has another name for it than the pages of its commands (T-64412).
	command: ['callbackcommand', 'webhookcommand'],
	clientIp: ['clientip'],
	optPlatform: ['optplatform'],
	requestId: ['requestid'],
	sign: ['sign'],
	requestTime: ['requesttime'],
};

const known = new Set(Object.values(names).flat());

/**
 * Reads the query of a callback; its names are taken in any spelling of upper and lower case.
 *
 * @returns undefined when a name stands there more than once
 */
export function readQuery(query: Record<string, unknown>): CallbackQuery | undefined {
	const given = new Map<string, string>();
	for (const [name, value] of Object.entries(query)) {
		const plain = name.toLowerCase();
		if (!known.has(plain)) continue;
		if (typeof value !== 'string' || given.has(plain)) return undefined;
		given.set(plain, value);
	}
	return Object.fromEntries(
		Object.entries(names).map(([field, spellings]) => [
			field,
			spellings.map((name) => given.get(name)).find(Boolean),
		]),
	);
}

/** `Sign` of a callback: SHA-256 of token and time, in lower-case hexadecimal digits. */
export function signatureOf(token: string, requestTime: string): string {
	return createHash('sha256').update(`${token}${requestTime}`).digest('hex');
}

function isSigned({ sign, requestTime }: CallbackQuery, { token, window }: Guard, now: number) {
	if (sign === undefined || requestTime === undefined || !/^\d{1,12}$/.test(requestTime)) {
		return false;
	}
	if (!timingSafeEqualText(sign, signatureOf(token, requestTime))) return false;
	return Math.abs(now / 1000 - Number(requestTime)) <= window;
}

/**
 * Whether a callback comes from Tencent, for this app. Documentation: Chat > "Webhook Overview",
 * security considerations.
 *
 * @param now milliseconds since the epoch
 * @returns the HTTP status that refuses it; undefined when it may go on
 */
export function refusalStatus(
	query: CallbackQuery,
	guard: Guard,
	now: number,
): 401 | 403 | undefined {
	if (query.sdkAppId !== String(guard.sdkAppId)) return 403;
	if (guard.token !== '' && !isSigned(query, guard, now)) return 401;
	return undefined;
}
