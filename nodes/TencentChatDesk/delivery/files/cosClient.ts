import { createHash } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { type Bucket, objectAddress } from '../../../../credentials/cos/bucket';
import { failureOf } from '../errors/failure';
import { isByteStream, readCapped } from '../transport/reading';
import { Redactor } from '../transport/redact';
import { refusedByCos, unreachableCos, UploadFailed, xmlField } from './cosFailure';

export const cosCredentialType = 'tencentCosApi';

/** Milliseconds for one request; a part of 8 MB takes four minutes at 35 KB a second. */
const timeout = 240_000;
const maxAttempts = 5;
const baseDelay = 500;
/** A pause is cut into pieces, so that Stop is heard. */
const maxSleep = 250;

interface CosResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	text: string;
}

interface CosCall {
	method: IHttpRequestMethods;
	/** Behind the address of the object, such as `?uploads=`. */
	query?: string;
	headers?: Record<string, string>;
	body?: Buffer | string;
}

/** How an object is to be. */
export interface ObjectHeaders extends Record<string, string> {
	'Content-Type': string;
	'Content-Disposition': string;
}

const stopped = failureOf(
	'permanent',
	'The execution was stopped while the file was uploaded',
	'Nothing was sent. Run the item again.',
);

/** Writes objects into one bucket. Every method throws UploadFailed. */
export class CosClient {
	private readonly controller = new AbortController();
	private readonly redactor = new Redactor();

	/** @param credentials as n8n decrypted them: read once an execution */
	constructor(
		private readonly context: IExecuteFunctions,
		readonly bucket: Bucket,
		private readonly credentials: ICredentialDataDecryptedObject,
	) {
		this.redactor.know(bucket.secretKey);
	}

	/** Gives up what is under way. */
	abort(): void {
		this.controller.abort();
	}

	/** Throws where the execution was stopped. */
	checkStopped(): void {
		if (this.controller.signal.aborted) throw new UploadFailed(stopped);
	}

	async put(key: string, body: Buffer, headers: ObjectHeaders): Promise<void> {
		await this.call(key, { method: 'PUT', headers: { ...headers, ...md5Of(body) }, body });
	}

	/** Begins an upload in parts. Documentation: COS > "Initiate Multipart Upload" (436/7746). */
	async begin(key: string, headers: ObjectHeaders): Promise<string> {
		const { text } = await this.call(key, { method: 'POST', query: '?uploads=', headers });
		const uploadId = xmlField(text, 'UploadId');
		if (uploadId) return uploadId;
		throw new UploadFailed(refusedByCos(200, text));
	}

	/** @returns the ETag by which the part is named later on */
	async putPart(key: string, uploadId: string, number: number, body: Buffer): Promise<string> {
		const { headers } = await this.call(key, {
			method: 'PUT',
			query: `?partNumber=${number}&uploadId=${encodeURIComponent(uploadId)}`,
			headers: { 'Content-Type': 'application/octet-stream', ...md5Of(body) },
			body,
		});
		return String(headers.etag ?? '');
	}

	/**
	 * Puts the parts together. COS answers 200 before it has done so, and says in the body what became
	 * of it. Documentation: COS > "Complete Multipart Upload" (436/7742).
	 */
	async complete(key: string, uploadId: string, etags: string[], size: number): Promise<void> {
		const parts = etags.map(
			(etag, index) =>
				`<Part><PartNumber>${index + 1}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
		);
		const completed = await this.tried(key, {
			method: 'POST',
			query: `?uploadId=${encodeURIComponent(uploadId)}`,
			headers: { 'Content-Type': 'application/xml' },
			body: `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`,
		});
		if (!(completed instanceof UploadFailed)) return;
		// A first try whose answer was lost may have done it.
		const isGone = completed.failure.data.cosCode === 'NoSuchUpload';
		if (!isGone || !(await this.exists(key, size))) throw completed;
	}

	/** Lets COS forget the parts, which cost money otherwise. What goes wrong in it is no matter. */
	async discard(key: string, uploadId: string): Promise<void> {
		try {
			const query = `?uploadId=${encodeURIComponent(uploadId)}`;
			await this.request(key, { method: 'DELETE', query }, new AbortController().signal);
		} catch {
			this.context.logger.debug('The parts of an upload to COS could not be discarded');
		}
	}

	private async exists(key: string, size: number): Promise<boolean> {
		const { statusCode, headers } = await this.request(
			key,
			{ method: 'HEAD' },
			this.controller.signal,
		);
		return statusCode === 200 && Number(headers['content-length']) === size;
	}

	private async call(key: string, call: CosCall): Promise<CosResponse> {
		const result = await this.tried(key, call);
		if (result instanceof UploadFailed) throw result;
		return result;
	}

	/** One call, made again after what passes. All of them may be: a second one changes nothing. */
	private async tried(key: string, call: CosCall): Promise<CosResponse | UploadFailed> {
		for (let attempt = 1; ; attempt++) {
			this.checkStopped();
			const result = await this.attempt(key, call);
			if (!(result instanceof UploadFailed)) return result;
			this.checkStopped();
			const { kind } = result.failure;
			if (attempt >= maxAttempts || (kind !== 'transient' && kind !== 'unreachable')) return result;
			await this.pause(Math.random() * baseDelay * 2 ** attempt);
		}
	}

	private async attempt(key: string, call: CosCall): Promise<CosResponse | UploadFailed> {
		try {
			const response = await this.request(key, call, this.controller.signal);
			const { statusCode, text } = response;
			const isGood = statusCode >= 200 && statusCode < 300 && !text.includes('<Error>');
			return isGood ? response : new UploadFailed(refusedByCos(statusCode, text));
		} catch (error) {
			return new UploadFailed(unreachableCos(error));
		}
	}

	private async pause(milliseconds: number): Promise<void> {
		for (let left = milliseconds; left > 0; left -= maxSleep) {
			await sleep(Math.min(left, maxSleep));
			this.checkStopped();
		}
	}

	private async request(key: string, call: CosCall, signal: AbortSignal): Promise<CosResponse> {
		const { method, query = '', headers = {}, body } = call;
		const options: IHttpRequestOptions = {
			method,
			url: `${objectAddress(this.bucket, key)}${query}`,
			headers,
			...(body === undefined ? {} : { body }),
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout,
		};
		// n8n puts the execution's cancel signal over the request's own one.
		const context = Object.create(this.context, {
			getExecutionCancelSignal: { value: () => signal },
		}) as IExecuteFunctions;
		const response = (await this.context.helpers.httpRequestWithAuthentication.call(
			context,
			cosCredentialType,
			options,
			{
				credentialsDecrypted: {
					id: '',
					name: cosCredentialType,
					type: cosCredentialType,
					data: this.credentials,
				},
			},
		)) as { statusCode: number; headers?: Record<string, unknown>; body: unknown };
		const text = isByteStream(response.body) ? await readCapped(response.body) : undefined;
		return {
			statusCode: response.statusCode,
			headers: response.headers ?? {},
			text: this.redactor.clean(text ?? ''),
		};
	}
}

/** COS compares it with what arrives, so that no byte is lost on the way. */
const md5Of = (body: Buffer) => ({
	'Content-MD5': createHash('md5').update(body).digest('base64'),
});

const escapeXml = (text: string) =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
