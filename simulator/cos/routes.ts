import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core';
import { isProcessed, takeFault } from '../faults';
import { spoilResponse } from '../rest/faultResponses';
import { isSignedBy, isWithin, signatureIn } from './signature';
import { etagOf, type StoredFile } from './storage';

/** The largest body of a request: a part, or a file that goes in one piece. */
const maxBody = 64 * 1024 * 1024;
/** Documentation: a part other than the last one has 1 MB at least. */
const minPart = 1024 * 1024;
/** Headers of an upload that are kept with the object. */
const keptHeaders = ['content-type', 'content-disposition', 'cache-control'];

type CosRequest = FastifyRequest<{
	Params: { bucket: string; '*': string };
	Querystring: Record<string, string>;
}>;
type Bucket = NonNullable<ReturnType<Core['storage']['find']>>;

interface CosResponse {
	status: number;
	headers?: Record<string, string>;
	body?: Buffer | string;
}

/** Error messages of COS > "Error Codes". */
const refusals = {
	AccessDenied: [403, 'Access Denied.'],
	Expired: [403, 'Request has expired'],
	InvalidAccessKeyId: [403, 'The Access Key Id you provided does not exist in our records'],
	SignatureDoesNotMatch: [403, 'The Signature you specified is invalid.'],
	NoSuchBucket: [404, 'The specified bucket does not exist.'],
	NoSuchKey: [404, 'The specified key does not exist.'],
	NoSuchUpload: [404, 'The specified multipart upload does not exist.'],
	BadDigest: [400, 'The Content-MD5 you specified did not match what we received.'],
	EntityTooSmall: [400, 'A part is smaller than the smallest size.'],
	InvalidPart: [400, 'One or more of the parts could not be found.'],
	InvalidPartOrder: [400, 'The list of parts was not in ascending order.'],
	MethodNotAllowed: [405, 'The method is not allowed.'],
	InsufficientStorage: [507, 'There is no room left.'],
} as const;

function refuse(code: keyof typeof refusals): CosResponse {
	const [status, message] = refusals[code];
	const name = code === 'Expired' ? 'AccessDenied' : code;
	return {
		status,
		headers: { 'content-type': 'application/xml' },
		body: `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${name}</Code><Message>${message}</Message><RequestId>NTk0</RequestId></Error>`,
	};
}

const xml = (body: string): CosResponse => ({
	status: 200,
	headers: { 'content-type': 'application/xml' },
	body,
});

/** What a request asks for, by the names of the actions of an access policy. */
function actionOf({ method, query }: CosRequest): string | undefined {
	if (method === 'GET') return 'GetObject';
	if (method === 'HEAD') return 'HeadObject';
	if (method === 'PUT') return query.uploadId === undefined ? 'PutObject' : 'UploadPart';
	if (method === 'DELETE' && query.uploadId !== undefined) return 'AbortMultipartUpload';
	if (method !== 'POST') return undefined;
	if (query.uploads !== undefined) return 'InitiateMultipartUpload';
	return query.uploadId === undefined ? undefined : 'CompleteMultipartUpload';
}

/**
 * Serves buckets of Cloud Object Storage, each below its name: what a host of its own is at the
 * real service. Written from COS's pages on signatures (436/7778), objects (436/7749) and uploads in
 * parts (436/7746, 7750, 7742, 7740).
 */
export function addCosRoutes(app: FastifyInstance, core: Core): void {
	app.all<{ Params: { bucket: string; '*': string }; Querystring: Record<string, string> }>(
		'/:bucket(^[a-z0-9][a-z0-9-]*-\\d{5,}$)/*',
		{ bodyLimit: maxBody },
		async (request, reply) => await serve(core, request, reply),
	);
}

async function serve(core: Core, request: CosRequest, reply: FastifyReply): Promise<FastifyReply> {
	const action = actionOf(request);
	const path = `cos/${action ?? 'unknown'}`;
	const at = core.now();
	core.stats.callArrived(path, at);
	reply.raw.on('close', () => core.stats.callEnded());
	const fault = takeFault(core.behaviour, path, core.chance);
	if (fault) core.stats.faultHappened(fault.kind);
	if (fault?.kind === 'delay') await core.sleep(fault.ms);
	const reaches = !fault || fault.kind === 'delay' || isProcessed(fault);
	const response = reaches ? handle(core, request, action) : refuse('AccessDenied');
	core.cosCalls.push({ action: action ?? 'unknown', key: keyOf(request), status: response.status });
	if (fault && spoilResponse(fault, reply, String(response.body ?? ''))) return reply;
	return await reply
		.code(response.status)
		.headers({ ...response.headers, 'x-cos-request-id': 'NTk0' })
		.send(response.body ?? '');
}

const keyOf = (request: CosRequest) => request.params['*'];

const bodyOf = ({ body }: CosRequest) => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

function handle(core: Core, request: CosRequest, action: string | undefined): CosResponse {
	const bucket = core.storage.find(request.params.bucket);
	if (!bucket) return refuse('NoSuchBucket');
	if (action === undefined) return refuse('MethodNotAllowed');
	const key = keyOf(request);
	const file = bucket.files.get(key);
	const isRead = action === 'GetObject' || action === 'HeadObject';
	const isOpen = isRead && (bucket.bucket.publicRead || file?.publicRead);
	const signed = signatureIn({
		method: request.method,
		url: request.url,
		headers: request.headers,
	});
	if (signed || !isOpen) {
		const refused = refusalOf(core, request, bucket);
		if (refused) return refused;
	}
	if (core.behaviour.cosDenied.includes(action)) return refuse('AccessDenied');
	if (isRead) return read(core, action, file);
	if (core.behaviour.cosFull && action !== 'AbortMultipartUpload') {
		return refuse('InsufficientStorage');
	}
	const { 'content-md5': md5, 'x-cos-acl': acl } = request.headers;
	if (md5 !== undefined && createHash('md5').update(bodyOf(request)).digest('base64') !== md5) {
		return refuse('BadDigest');
	}
	if (acl !== undefined && core.behaviour.cosDenied.includes('PutObjectACL')) {
		return refuse('AccessDenied');
	}
	return write(core, bucket, request, action);
}

/** What is wrong with who asks; undefined when it is the bucket's own key. */
function refusalOf(core: Core, request: CosRequest, { bucket }: Bucket): CosResponse | undefined {
	const asked = { method: request.method, url: request.url, headers: request.headers };
	const signature = signatureIn(asked);
	if (!signature) return refuse('AccessDenied');
	const owner = core.storage.keyOf(signature.secretId);
	if (!owner) return refuse('InvalidAccessKeyId');
	const now = Math.floor((core.now() + core.behaviour.cosClockMs) / 1000);
	if (!isWithin(signature.signTime, now) || !isWithin(signature.keyTime, now)) {
		return refuse('Expired');
	}
	if (!isSignedBy(owner.secretKey, asked, signature)) return refuse('SignatureDoesNotMatch');
	return owner.name === bucket.name ? undefined : refuse('AccessDenied');
}

function read(core: Core, action: string, file: StoredFile | undefined): CosResponse {
	if (!file || (file.expiresAt !== undefined && file.expiresAt <= core.now())) {
		return refuse('NoSuchKey');
	}
	const headers = { ...file.headers, etag: etagOf(file.bytes) };
	if (action === 'HeadObject') {
		return { status: 200, headers: { ...headers, 'content-length': String(file.bytes.length) } };
	}
	return { status: 200, headers, body: file.bytes };
}

function write(core: Core, bucket: Bucket, request: CosRequest, action: string): CosResponse {
	const key = keyOf(request);
	const bytes = bodyOf(request);
	if (action === 'PutObject') {
		bucket.files.set(key, { ...fileOf(request), bytes });
		core.changes.happened();
		return { status: 200, headers: { etag: etagOf(bytes) } };
	}
	if (action === 'InitiateMultipartUpload') {
		const id = core.storage.beginUpload(bucket, key, fileOf(request));
		return xml(
			`<InitiateMultipartUploadResult><Bucket>${bucket.bucket.name}</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
		);
	}
	const id = request.query.uploadId ?? '';
	const upload = bucket.uploads.get(id);
	if (upload?.key !== key) return refuse('NoSuchUpload');
	if (action === 'UploadPart') {
		upload.parts.set(Number(request.query.partNumber), bytes);
		return { status: 200, headers: { etag: etagOf(bytes) } };
	}
	if (action === 'AbortMultipartUpload') {
		bucket.uploads.delete(id);
		return { status: 204 };
	}
	const named = [
		...bytes.toString('utf8').matchAll(/<PartNumber>(\d+)<\/PartNumber>\s*<ETag>([^<]*)<\/ETag>/g),
	].map(([, number, etag]) => ({ number: Number(number), etag: unescaped(etag ?? '') }));
	if (named.some(({ number }, index) => index > 0 && number <= named[index - 1]!.number)) {
		return refuse('InvalidPartOrder');
	}
	const parts = named.map(({ number, etag }, index) => {
		const part = upload.parts.get(number);
		return number === index + 1 && part && etagOf(part) === etag ? part : undefined;
	});
	if (parts.length === 0 || parts.includes(undefined)) return refuse('InvalidPart');
	const found = parts as Buffer[];
	if (found.slice(0, -1).some((part) => part.length < minPart)) return refuse('EntityTooSmall');
	bucket.files.set(key, { ...upload.file, bytes: Buffer.concat(found) });
	bucket.uploads.delete(id);
	core.changes.happened();
	return xml(
		`<CompleteMultipartUploadResult><Bucket>${bucket.bucket.name}</Bucket><Key>${key}</Key></CompleteMultipartUploadResult>`,
	);
}

const unescaped = (text: string) =>
	text.replace(/&(?:#34|quot);/g, '"').replace(/&(?:#38|amp);/g, '&');

function fileOf({ headers }: CosRequest): Omit<StoredFile, 'bytes'> {
	const kept = keptHeaders.flatMap((name) => {
		const value = headers[name];
		return typeof value === 'string' ? [[name, value] as const] : [];
	});
	return {
		headers: Object.fromEntries(kept),
		publicRead: headers['x-cos-acl'] === 'public-read',
	};
}
