import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialError } from './credentialError';
import { restOrigin } from './endpoints';

/** A checked credential: who signs, for which app, and where its requests go. */
export interface Account {
	sdkAppId: number;
	/** UserID of an app admin. */
	identifier: string;
	secretKey: string;
	/** Protocol, host and port of the REST API. */
	origin: string;
	/** How long a signature is valid, in seconds. */
	signatureLifetime: number;
}

/** The documentation of error 70001 advises a day or more. */
export const defaultSignatureLifetime = 86_400;

const maxSdkAppId = 0xffff_ffff;
/** "Identifier" is a UserID: up to 32 bytes. Documentation: Chat > "Login Authentication". */
const maxIdentifierBytes = 32;

function readSdkAppId(value: unknown): number {
	const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
	if (!Number.isInteger(number) || (number as number) <= 0 || (number as number) > maxSdkAppId) {
		throw new CredentialError(
			"'SDKAppID' is not a positive whole number",
			"Copy it from the list of applications in Tencent's Chat console; it looks like 1400000001 or 20000001.",
		);
	}
	return number as number;
}

function readIdentifier(value: unknown): string {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text === '') {
		throw new CredentialError(
			"'Identifier' is empty",
			"Enter the User ID of an app admin, by default 'administrator'.",
		);
	}
	if (Buffer.byteLength(text) > maxIdentifierBytes) {
		throw new CredentialError(
			`'Identifier' is longer than ${maxIdentifierBytes} bytes`,
			"Enter the User ID of an app admin, by default 'administrator'.",
		);
	}
	return text;
}

function readSecretKey(value: unknown): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text === '') {
		throw new CredentialError(
			"'Secret Key' is empty",
			"Copy the key of your app from Tencent's Chat console, 'Basic Configuration'.",
		);
	}
	if (text.includes('-----BEGIN')) {
		throw new CredentialError(
			"'Secret Key' holds a private key of the old signing method",
			"Copy the secret key instead, a single line of letters and digits, from Tencent's Chat console, 'Basic Configuration'.",
		);
	}
	return text;
}

function readSignatureLifetime(value: unknown): number {
	if (value === undefined || value === null || value === '') return defaultSignatureLifetime;
	const seconds = Number(value);
	if (!Number.isInteger(seconds) || seconds < 60 || seconds > maxSdkAppId) {
		throw new CredentialError(
			"'Signature Lifetime (Seconds)' is not a whole number of seconds, 60 or more",
			`Enter ${defaultSignatureLifetime} for a day.`,
		);
	}
	return seconds;
}

/**
 * Reads and checks a decrypted credential, before anything is sent.
 *
 * @throws CredentialError naming the field that has to change.
 */
export function readAccount(credentials: ICredentialDataDecryptedObject): Account {
	return {
		sdkAppId: readSdkAppId(credentials.sdkAppId),
		identifier: readIdentifier(credentials.identifier),
		secretKey: readSecretKey(credentials.secretKey),
		origin: restOrigin(credentials.region, credentials.customHost),
		signatureLifetime: readSignatureLifetime(credentials.signatureLifetime),
	};
}
