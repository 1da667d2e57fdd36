import type { IDataObject } from 'n8n-workflow';
import { type Failure, failureOf } from '../errors/failure';
import { networkFailure } from '../transport/networkFailure';

type Words = readonly [message: string, advice: string];

const clock: Words = [
	'COS says that the time of the request is wrong',
	'Set the clock of the machine that runs n8n; a signature is valid for minutes only.',
];

const bucketOrRegion: Words = [
	"COS does not know this 'Bucket' in this 'Region'",
	"Compare both with the list of buckets in the COS console; the APPID is part of the bucket's name. Both are set in the credential 'Tencent COS API'.",
];

const unpaid: Words = [
	'COS is closed for this account',
	'A bill may be unpaid. Look into the Tencent Cloud console.',
];

/**
 * What users can do about a refusal. Documentation: COS > "Error Codes"
 * (cloud.tencent.com/document/product/436/7730).
 */
const refusals: Readonly<Record<string, Words>> = {
	SignatureDoesNotMatch: [
		"'SecretKey' does not belong to this 'SecretId'",
		"Copy both again from 'Access Management' > 'API Keys', into the credential 'Tencent COS API'. If they are right, something between n8n and COS changes the request.",
	],
	InvalidAccessKeyId: [
		"COS does not know this 'SecretId'",
		"Copy it again from 'Access Management' > 'API Keys', into the credential 'Tencent COS API'; the key may have been deleted or disabled.",
	],
	AccessDenied: [
		"The key of the credential 'Tencent COS API' may not do this in the bucket",
		"Allow its user PutObject, InitiateMultipartUpload, UploadPart, CompleteMultipartUpload and AbortMultipartUpload on the bucket, and PutObjectACL where 'Link' is 'Public (File)'.",
	],
	RequestTimeTooSkewed: clock,
	RequestIsExpired: clock,
	NoSuchBucket: bucketOrRegion,
	InvalidBucketName: bucketOrRegion,
	EntityTooLarge: [
		'The file is larger than COS takes',
		'Send a smaller file, or put it somewhere else and send its address.',
	],
	UnavailableForLegalReasons: unpaid,
};

/** Refusals and statuses that pass by themselves. */
const passing = new Set([
	'InternalError',
	'RequestTimeout',
	'ServiceUnavailable',
	'SlowDown',
	'BadDigest',
]);

/** The text of a field of COS's XML; each stands there once. */
export function xmlField(xml: string, name: string): string | undefined {
	return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

const maxWords = 300;

/** Facts for the error item. */
function factsOf(httpStatus: number, xml: string): IDataObject {
	const fields = { cosCode: 'Code', cosMessage: 'Message', cosRequestId: 'RequestId' };
	const told = Object.entries(fields).flatMap(([name, field]) => {
		const value = xmlField(xml, field)?.slice(0, maxWords);
		return value === undefined ? [] : [[name, value] as const];
	});
	return { httpStatus, ...Object.fromEntries(told) };
}

/** What a response that is no success means. */
export function refusedByCos(httpStatus: number, xml: string): Failure {
	const code = xmlField(xml, 'Code') ?? '';
	const data = factsOf(httpStatus, xml);
	if (httpStatus === 507) {
		return failureOf(
			'permanent',
			'The storage is full',
			'Make room in it, or give it more, and run the item again.',
			data,
		);
	}
	if (passing.has(code) || httpStatus >= 500 || httpStatus === 408 || httpStatus === 429) {
		return failureOf(
			'transient',
			'COS has trouble at the moment, so the file could not be uploaded',
			'Run the item again in a few minutes.',
			data,
		);
	}
	// By this text COS's own SDK tells a wrong clock from missing rights.
	const isExpired = code === 'AccessDenied' && data.cosMessage === 'Request has expired';
	const known = isExpired ? clock : Object.hasOwn(refusals, code) ? refusals[code] : undefined;
	if (known) return failureOf('permanent', ...known, data);
	if (httpStatus === 451) return failureOf('permanent', ...unpaid, data);
	return failureOf(
		'permanent',
		code === ''
			? `The host of the bucket refused the upload with HTTP status ${httpStatus}`
			: `COS refused the upload: ${code}`,
		"Check the credential 'Tencent COS API', and COS's page of error codes.",
		data,
	);
}

/** What is known where no response came. */
export function unreachableCos(error: unknown): Failure {
	const { data, kind } = networkFailure(error);
	if (data.networkError === 'ENOTFOUND') {
		return failureOf(
			'permanent',
			'The host of the bucket was not found',
			"Check 'Region', 'Bucket' and 'Custom Host' in the credential 'Tencent COS API', then the name server of this n8n.",
			data,
		);
	}
	return failureOf(
		kind === 'unreachable' ? 'unreachable' : 'transient',
		'The connection to the bucket broke',
		'Check the internet connection of this n8n, its proxy and its firewall, and run the item again.',
		data,
	);
}

/** A failure on its way to where it is told. */
export class UploadFailed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
	}
}
