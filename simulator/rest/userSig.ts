import { createHmac, timingSafeEqual } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { isInteger, isObject, type JsonObject } from '../json';
import { refuse, type Refusal } from './endpoint';

/** A real one inflates to about 200 bytes; more than this is an attack, not a signature. */
export const maxInflatedBytes = 4096;

interface Claims {
	identifier: string;
	sdkAppId: number;
	time: number;
	expire: number;
	userbuf?: string;
	sig: string;
}

/** What the signature of a request has to prove. */
export interface Expected {
	identifier: string;
	sdkAppId: number;
	secretKey: string;
	nowSeconds: number;
}

/**
 * Checks a UserSig as Chat > Generating UserSig describes it: base64 with `*`, `-` and `_` for
 * `+`, `/` and `=`; zlib; a JSON document; an HMAC-SHA256 over its claims, one to a line.
 * Codes: Error Codes, "account system".
 */
export function checkUserSig(userSig: string, expected: Expected): Refusal | undefined {
	if (userSig === '') return refuse(70002, 'the UserSig is empty');
	const text = inflate(userSig);
	if (text === undefined) return refuse(70003, 'the UserSig cannot be decoded');
	const claims = readClaims(text);
	if (!claims) return refuse(70005, 'the UserSig holds no valid document');
	if (claims.sdkAppId !== expected.sdkAppId) {
		return refuse(70014, 'the SDKAppID of the request is not the one in the UserSig');
	}
	if (claims.identifier !== expected.identifier) {
		return refuse(70013, 'the identifier of the request is not the one in the UserSig');
	}
	if (!isSignedWith(expected.secretKey, claims)) {
		return refuse(70009, 'the UserSig was not made with the key of this app');
	}
	if (expected.nowSeconds > claims.time + claims.expire) {
		return refuse(70001, 'the UserSig has expired');
	}
	return undefined;
}

function inflate(userSig: string): string | undefined {
	if (!/^[A-Za-z0-9*_-]+$/.test(userSig)) return undefined;
	const base64 = userSig.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=');
	try {
		const compressed = Buffer.from(base64, 'base64');
		return inflateSync(compressed, { maxOutputLength: maxInflatedBytes }).toString('utf8');
	} catch {
		return undefined;
	}
}

function readClaims(text: string): Claims | undefined {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		return undefined;
	}
	return isObject(document) ? claimsOf(document) : undefined;
}

function claimsOf(document: JsonObject): Claims | undefined {
	const identifier = document['TLS.identifier'];
	const sdkAppId = document['TLS.sdkappid'];
	const time = document['TLS.time'];
	const expire = document['TLS.expire'];
	const userbuf = document['TLS.userbuf'];
	const sig = document['TLS.sig'];
	if (document['TLS.ver'] !== '2.0') return undefined;
	if (typeof identifier !== 'string' || typeof sig !== 'string') return undefined;
	if (!isInteger(sdkAppId) || !isInteger(time) || !isInteger(expire)) return undefined;
	if (userbuf === undefined) return { identifier, sdkAppId, time, expire, sig };
	if (typeof userbuf !== 'string') return undefined;
	return { identifier, sdkAppId, time, expire, sig, userbuf };
}

function isSignedWith(secretKey: string, claims: Claims): boolean {
	const lines = [
		`TLS.identifier:${claims.identifier}`,
		`TLS.sdkappid:${claims.sdkAppId}`,
		`TLS.time:${claims.time}`,
		`TLS.expire:${claims.expire}`,
	];
	if (claims.userbuf !== undefined) lines.push(`TLS.userbuf:${claims.userbuf}`);
	const signature = createHmac('sha256', secretKey)
		.update(`${lines.join('\n')}\n`)
		.digest();
	const claimed = Buffer.from(claims.sig, 'base64');
	return claimed.length === signature.length && timingSafeEqual(claimed, signature);
}
