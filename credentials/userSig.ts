import { createHash } from 'crypto';
import { Api } from 'tls-sig-api-v2';
import type { Account } from './account';
import { BoundedMap } from './boundedMap';

type Signer = Pick<Account, 'sdkAppId' | 'identifier' | 'secretKey' | 'signatureLifetime'>;

interface Signature {
	value: string;
	/** Milliseconds since the epoch from which on a new one is made. */
	renewAt: number;
}

/** A process rarely serves more than a few apps; past this, the oldest signature is made anew. */
const remembered = new BoundedMap<string, Signature>({ max: 100 });

function keyOf({ sdkAppId, identifier, secretKey, signatureLifetime }: Signer): string {
	const parts = JSON.stringify([sdkAppId, identifier, secretKey, signatureLifetime]);
	return createHash('sha256').update(parts).digest('base64');
}

function checked({ sdkAppId, identifier, secretKey, signatureLifetime }: Signer): void {
	const sound =
		Number.isInteger(sdkAppId) &&
		sdkAppId > 0 &&
		identifier !== '' &&
		secretKey !== '' &&
		Number.isInteger(signatureLifetime) &&
		signatureLifetime > 0;
	if (!sound)
		throw new TypeError('A UserSig needs an SDKAppID, an identifier, a key and a lifetime');
}

/** A UserSig that is made now, so that its whole life is still ahead, and not remembered. */
export function newUserSig(signer: Signer): string {
	checked(signer);
	return new Api(signer.sdkAppId, signer.secretKey).genUserSig(
		signer.identifier,
		signer.signatureLifetime,
	);
}

/**
 * The UserSig of an account: proof of identity in every request, good for `signatureLifetime`
 * seconds, reused while more than half of that is left.
 * Documentation: Chat > "Generating UserSig" (the HMAC-SHA256 method).
 */
export function userSig(signer: Signer): string {
	const key = keyOf(signer);
	const known = remembered.get(key);
	const now = Date.now();
	// A clock that was set back must not keep an old signature alive for ever.
	if (known && now < known.renewAt && known.renewAt - now <= signer.signatureLifetime * 500) {
		return known.value;
	}
	const value = newUserSig(signer);
	remembered.set(key, { value, renewAt: now + signer.signatureLifetime * 500 });
	return value;
}

/** Makes the next request of this account carry a new signature (after error 70001, say). */
export function forgetUserSig(signer: Signer): void {
	remembered.delete(keyOf(signer));
}
