import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { CredentialError } from '../credentialError';
import { originOf } from '../ownHost';
import { type CosKeys, cosSignature, encodeForCos } from './signature';

/** A checked credential: a bucket, and who may write to it. */
export interface Bucket extends CosKeys {
	/** Protocol, host and port of its API. */
	origin: string;
	/** What stands before the key in a path: nothing where the host names the bucket. */
	root: string;
	/** Where objects are put, without slashes at its ends; may be empty. */
	folder: string;
	/** Protocol and host of the addresses that people get, with what stands before the key. */
	publicRoot: string;
}

const console = 'https://console.tencentcloud.com/cos';

function required(value: unknown, label: string, advice: string): string {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (text === '') throw new CredentialError(`'${label}' is empty`, advice);
	return text;
}

/** A name of small letters, digits and hyphens, then the number of the account. */
const bucketName = /^[a-z0-9][a-z0-9-]*-\d{5,}$/;

function readBucketName(value: unknown): string {
	const advice = `Copy it from the list of buckets in the console (${console}): a name with the APPID behind it, such as chat-files-1250000000.`;
	const text = required(value, 'Bucket', advice);
	if (!bucketName.test(text)) {
		throw new CredentialError("'Bucket' is not the name of a bucket with its APPID", advice);
	}
	return text;
}

function readRegion(value: unknown): string {
	const advice = `Enter the short name that the console shows for the bucket (${console}), such as ap-singapore.`;
	const text = required(value, 'Region', advice);
	if (!/^[a-z][a-z0-9-]*$/.test(text)) {
		throw new CredentialError("'Region' is not the short name of a region", advice);
	}
	return text;
}

function readFolder(value: unknown): string {
	const text = typeof value === 'string' ? value.trim().replace(/^\/+|\/+$/g, '') : '';
	const parts = text.split('/');
	if (text !== '' && parts.some((part) => part === '' || part === '.' || part === '..')) {
		throw new CredentialError(
			"'Folder' is not the path of a folder",
			'Enter names with single slashes between them, such as n8n/chat.',
		);
	}
	if ([...text].some((character) => character < ' ')) {
		throw new CredentialError(
			"'Folder' holds a character that cannot be seen",
			'Type it again instead of pasting it.',
		);
	}
	return text;
}

const wordsOf = (label: string, example: string) => ({
	label,
	example,
	otherwise: 'leave it empty',
	appends: 'the path of the file',
	carries: 'a signature for your files',
});

const isGiven = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/**
 * Reads and checks a decrypted credential, before anything is sent.
 *
 * @throws CredentialError naming the field that has to change.
 */
export function readBucket(credentials: ICredentialDataDecryptedObject): Bucket {
	const keyPage =
		"Copy it from 'Access Management' > 'API Keys' in the Tencent Cloud console (https://console.tencentcloud.com/cam/capi).";
	const secretId = required(credentials.secretId, 'SecretId', keyPage);
	const secretKey = required(credentials.secretKey, 'SecretKey', keyPage);
	if (/[^\w-]/.test(secretId)) {
		throw new CredentialError("'SecretId' holds a character that no SecretId has", keyPage);
	}
	const bucket = readBucketName(credentials.bucket);
	const region = readRegion(credentials.region);
	const { customHost, customDomain } = credentials;
	// A host of one's own does not name the bucket, so that the path has to.
	const isOwn = isGiven(customHost);
	const origin = isOwn
		? originOf(customHost, wordsOf('Custom Host', 'cos.example.com'))
		: `https://${bucket}.cos.${region}.myqcloud.com`;
	const root = isOwn ? `/${bucket}` : '';
	return {
		secretId,
		secretKey,
		origin,
		root,
		folder: readFolder(credentials.folder),
		publicRoot: isGiven(customDomain)
			? originOf(customDomain, wordsOf('Custom Domain', 'files.example.com'))
			: `${origin}${root}`,
	};
}

/** The path of an object, or of the bucket itself, percent-encoded. */
const pathOf = (key: string) => key.split('/').map(encodeForCos).join('/');

/** The address of an object for calls of the API. */
export const objectAddress = ({ origin, root }: Bucket, key: string): string =>
	`${origin}${root}/${pathOf(key)}`;

/** The address of an object that anybody may open. */
export const publicAddress = ({ publicRoot }: Bucket, key: string): string =>
	`${publicRoot}/${pathOf(key)}`;

/**
 * The address of an object that can be opened for a time. The host is not signed, so that it is good
 * at a custom domain too, before which a CDN may put a host of its own.
 *
 * @param from Unix seconds
 */
export function signedAddress(bucket: Bucket, key: string, from: number, seconds: number): string {
	const isBehindRoot = bucket.publicRoot === `${bucket.origin}${bucket.root}`;
	const path = `${isBehindRoot ? bucket.root : ''}/${key}`;
	const signature = cosSignature(bucket, { method: 'get', path }, { from, to: from + seconds });
	const query = signature.replace(/=([^&]*)/g, (_pair, value: string) => `=${encodeForCos(value)}`);
	return `${publicAddress(bucket, key)}?${query}`;
}
