import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'crypto';
import type { Account } from '../../../../credentials/account';
import { isObject, parseReceived } from '../../parameters/json';

/** The two sides of a one-to-one conversation, who asks first; or the session of Desk. */
export type Place = { from: string; to: string } | { session: string };

/** What lets an answer in: all of it is encrypted, for the recipient's client can read the message. */
export interface Ticket {
	/** Path and query of the waiting execution below n8n's address, signed by n8n. */
	path: string;
	/** Milliseconds since the epoch at which the question is over; it has no end when left out. */
	end?: number;
}

/** Who can make tickets and read them. */
export type Sealer = Pick<Account, 'sdkAppId' | 'secretKey'>;

const version = '1';
const cipher = 'aes-256-gcm';
const [ivLength, tagLength, keyLength] = [12, 16, 32];
/** Makes the key one of its own: it signs in nowhere, and nothing else opens tickets. */
const purpose = 'n8n-nodes-tencent-chat-desk: answers in the chat';

const keyOf = ({ sdkAppId, secretKey }: Sealer): Uint8Array =>
	new Uint8Array(hkdfSync('sha256', secretKey, String(sdkAppId), purpose, keyLength));

/** What is signed along: in any other place the ticket opens nothing. */
const around = ({ sdkAppId }: Sealer, place: Place): Uint8Array =>
	Buffer.from(
		JSON.stringify([
			version,
			sdkAppId,
			...('session' in place ? ['session', place.session] : ['pair', place.from, place.to]),
		]),
	);

/**
 * A ticket as a text for the data of a message: encrypted and signed with AES-256-GCM, by a key that
 * is derived from the app's secret key.
 */
export function seal(sealer: Sealer, place: Place, ticket: Ticket): string {
	const iv = randomBytes(ivLength);
	const sealing = createCipheriv(cipher, keyOf(sealer), iv).setAAD(around(sealer, place));
	const parts = [iv, sealing.update(JSON.stringify(ticket)), sealing.final(), sealing.getAuthTag()];
	return `${version}.${Buffer.concat(parts).toString('base64url')}`;
}

function decrypted(sealer: Sealer, place: Place, bytes: Buffer): string | undefined {
	const opening = createDecipheriv(cipher, keyOf(sealer), bytes.subarray(0, ivLength), {
		authTagLength: tagLength,
	});
	opening.setAAD(around(sealer, place)).setAuthTag(bytes.subarray(-tagLength));
	try {
		// Its comparison of the signature takes the same time wherever they differ.
		const parts = [opening.update(bytes.subarray(ivLength, -tagLength)), opening.final()];
		return Buffer.concat(parts).toString();
	} catch {
		return undefined;
	}
}

/** The ticket in a text; undefined when it is none, was altered, or belongs to another place or app. */
export function unseal(sealer: Sealer, place: Place, sealed: string): Ticket | undefined {
	const [given, body = '', ...rest] = sealed.split('.');
	const bytes = Buffer.from(body, 'base64url');
	if (given !== version || rest.length > 0 || bytes.length <= ivLength + tagLength)
		return undefined;
	const text = decrypted(sealer, place, bytes);
	const ticket = text === undefined ? undefined : parseReceived(text);
	if (!isObject(ticket) || typeof ticket.path !== 'string') return undefined;
	const { path, end } = ticket;
	return { path, ...(typeof end === 'number' ? { end } : {}) };
}
