import { Readable } from 'node:stream';

import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readBucket } from '../../../credentials/cos/bucket';
import { CosClient } from '../../../nodes/TencentChatDesk/delivery/files/cosClient';
import { UploadFailed } from '../../../nodes/TencentChatDesk/delivery/files/cosFailure';
import { useFakeTimers, useRealTimers } from '../fakeTimers';
import { cosCredentials } from './support/cos';

const headers = { 'Content-Type': 'image/png', 'Content-Disposition': 'inline' };
const xml = (code: string, message = '') =>
	`<Error><Code>${code}</Code><Message>${message}</Message></Error>`;

interface Served {
	statusCode?: number;
	headers?: Record<string, unknown>;
	text?: string;
}

interface Asked extends IHttpRequestOptions {
	at: number;
	signal: AbortSignal;
}

/** A client whose requests end at a function. */
function clientOf(serve: (asked: Asked, index: number) => Served) {
	const asked: Asked[] = [];
	const debug = jest.fn();
	const context = {
		logger: { debug },
		helpers: {
			async httpRequestWithAuthentication(
				this: IExecuteFunctions,
				_type: string,
				options: IHttpRequestOptions,
			) {
				const signal = this.getExecutionCancelSignal()!;
				const one = { ...options, signal, at: Math.round(performance.now()) };
				asked.push(one);
				const {
					statusCode = 200,
					headers: own,
					text = '',
				} = await Promise.resolve(serve(one, asked.length - 1));
				return { statusCode, headers: own, body: Readable.from([Buffer.from(text)]) };
			},
		},
	} as unknown as IExecuteFunctions;
	return {
		client: new CosClient(context, readBucket(cosCredentials), cosCredentials),
		asked,
		debug,
	};
}

/** What a call throws, with all waiting done. */
async function failureOfCall(call: Promise<unknown>) {
	const outcome = call.then(
		() => undefined,
		(error: unknown) => error,
	);
	await jest.runAllTimersAsync();
	const error = await outcome;
	return error instanceof UploadFailed ? error.failure : error;
}

beforeEach(() => useFakeTimers());
afterEach(useRealTimers);

describe('an object', () => {
	it('is put with what tells COS that every byte arrived', async () => {
		const { client, asked } = clientOf(() => ({}));
		await client.put('a.png', Buffer.from('abc'), headers);
		expect(asked).toMatchObject([
			{
				method: 'PUT',
				url: expect.stringMatching(/myqcloud\.com\/a\.png$/) as string,
				headers: { ...headers, 'Content-MD5': 'kAFQmDzST7DWlj99KOF/cg==' },
				body: Buffer.from('abc'),
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
			},
		]);
	});

	it.each([
		['InternalError', 500],
		['SlowDown', 503],
	])('is put again after %s, five times at the most', async (code, statusCode) => {
		const once = clientOf((_asked, index) => (index === 0 ? { statusCode, text: xml(code) } : {}));
		expect(await failureOfCall(once.client.put('a', Buffer.from('a'), headers))).toBeUndefined();
		expect(once.asked).toHaveLength(2);

		const always = clientOf(() => ({ statusCode, text: xml(code) }));
		expect(await failureOfCall(always.client.put('a', Buffer.from('a'), headers))).toMatchObject({
			kind: 'transient',
			data: { cosCode: code },
		});
		expect(always.asked).toHaveLength(5);
	});

	it('is put again after longer and longer pauses', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.5);
		const { client, asked } = clientOf(() => ({ statusCode: 503 }));
		await failureOfCall(client.put('a', Buffer.from('a'), headers));
		expect(asked.slice(1).map(({ at }, index) => at - asked[index]!.at)).toEqual([
			500, 1_000, 2_000, 4_000,
		]);
	});

	it('is put again where COS was not reached, and not where its host is unknown', async () => {
		const failing = (code: string, syscall: string) =>
			clientOf(() => {
				throw Object.assign(new Error(code), { code, syscall });
			});
		const refusedThere = failing('ECONNREFUSED', 'connect');
		expect(
			await failureOfCall(refusedThere.client.put('a', Buffer.from('a'), headers)),
		).toMatchObject({ kind: 'unreachable' });
		expect(refusedThere.asked).toHaveLength(5);
		const unknown = failing('ENOTFOUND', 'getaddrinfo');
		expect(await failureOfCall(unknown.client.put('a', Buffer.from('a'), headers))).toMatchObject({
			kind: 'permanent',
		});
		expect(unknown.asked).toHaveLength(1);
	});

	it('is not put where COS refuses it, with whatever status', async () => {
		for (const served of [
			{ statusCode: 403, text: xml('AccessDenied', cosCredentials.secretKey) },
			{ statusCode: 200, text: xml('AccessDenied', cosCredentials.secretKey) },
		]) {
			const { client, asked } = clientOf(() => served);
			const failure = await failureOfCall(client.put('a', Buffer.from('a'), headers));
			expect(failure).toMatchObject({ kind: 'permanent', data: { cosCode: 'AccessDenied' } });
			expect(JSON.stringify(failure)).not.toContain(cosCredentials.secretKey);
			expect(asked).toHaveLength(1);
		}
		const redirected = clientOf(() => ({ statusCode: 302 }));
		expect(
			await failureOfCall(redirected.client.put('a', Buffer.from('a'), headers)),
		).toMatchObject({ kind: 'permanent', data: { httpStatus: 302 } });
	});
});

describe('an upload in parts', () => {
	it('is begun, and has an ID', async () => {
		const { client, asked } = clientOf(() => ({ text: '<UploadId>u 1</UploadId>' }));
		expect(await client.begin('a', headers)).toBe('u 1');
		expect(asked).toMatchObject([{ method: 'POST', headers }]);
		expect(asked[0]!.url).toMatch(/\/a\?uploads=$/);
		for (const text of ['', '<UploadId></UploadId>']) {
			const without = clientOf(() => ({ text }));
			expect(await failureOfCall(without.client.begin('a', headers))).toMatchObject({
				kind: 'permanent',
			});
		}
	});

	it('has parts with a number, of which COS names each', async () => {
		const { client, asked } = clientOf(() => ({ headers: { etag: '"e1"' } }));
		expect(await client.putPart('a', 'u&1', 3, Buffer.from('abc'))).toBe('"e1"');
		expect(asked).toMatchObject([
			{
				method: 'PUT',
				headers: {
					'Content-Type': 'application/octet-stream',
					'Content-MD5': 'kAFQmDzST7DWlj99KOF/cg==',
				},
			},
		]);
		expect(asked[0]!.url).toMatch(/\/a\?partNumber=3&uploadId=u%261$/);
		const { client: without } = clientOf(() => ({}));
		expect(await without.putPart('a', 'u', 1, Buffer.from('a'))).toBe('');
	});

	it('is completed with the names of its parts', async () => {
		const { client, asked } = clientOf(() => ({}));
		await client.complete('a', 'u', ['"e1"', 'e<2'], 5);
		expect(asked).toMatchObject([
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/xml' },
				body: '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>&#34;e1&#34;</ETag></Part><Part><PartNumber>2</PartNumber><ETag>e&#60;2</ETag></Part></CompleteMultipartUpload>',
			},
		]);
	});

	it.each<[string, Served, object | undefined]>([
		['is there in full', { headers: { 'content-length': '5' } }, undefined],
		['is there with another size', { headers: { 'content-length': '4' } }, { kind: 'permanent' }],
		[
			'is not there',
			{ statusCode: 404, headers: { 'content-length': '5' } },
			{ kind: 'permanent' },
		],
	])('that COS knows no more is done where the object %s', async (_what, there, expected) => {
		const { client, asked } = clientOf((_asked, index) =>
			index === 0 ? { statusCode: 404, text: xml('NoSuchUpload') } : there,
		);
		const failure = await failureOfCall(client.complete('a', 'u', ['e'], 5));
		if (expected) expect(failure).toMatchObject({ data: { cosCode: 'NoSuchUpload' } });
		else expect(failure).toBeUndefined();
		expect(asked.map(({ method }) => method)).toEqual(['POST', 'HEAD']);
	});

	it('that COS refuses for another reason is not looked for', async () => {
		const { client, asked } = clientOf(() => ({ statusCode: 400, text: xml('InvalidPart') }));
		expect(await failureOfCall(client.complete('a', 'u', ['e'], 5))).toMatchObject({
			data: { cosCode: 'InvalidPart' },
		});
		expect(asked).toHaveLength(1);
	});

	it('is discarded, also after a stop, and nothing hangs on it', async () => {
		const { client, asked, debug } = clientOf((_asked, index) => {
			if (index > 0) throw new Error('planted');
			return {};
		});
		client.abort();
		await client.discard('a', 'u 1');
		expect(asked).toMatchObject([{ method: 'DELETE', signal: { aborted: false } }]);
		expect(asked[0]!.url).toMatch(/\/a\?uploadId=u%201$/);
		expect(debug).not.toHaveBeenCalled();
		await client.discard('a', 'u 1');
		expect(debug).toHaveBeenCalledWith('The parts of an upload to COS could not be discarded');
	});
});

describe('a stop', () => {
	const isStopped = expect.objectContaining({
		message: 'The execution was stopped while the file was uploaded',
	}) as object;

	it('lets no request begin', async () => {
		const { client, asked } = clientOf(() => ({}));
		expect(() => client.checkStopped()).not.toThrow();
		client.abort();
		expect(() => client.checkStopped()).toThrow(UploadFailed);
		expect(await failureOfCall(client.put('a', Buffer.from('a'), headers))).toEqual(isStopped);
		expect(asked).toEqual([]);
	});

	it('is heard by a request and in a pause, and nothing is tried again', async () => {
		const { client, asked } = clientOf(() => ({ statusCode: 503 }));
		jest.spyOn(Math, 'random').mockReturnValue(1);
		const outcome = client.put('a', Buffer.from('a'), headers).catch((error: unknown) => error);
		await jest.advanceTimersByTimeAsync(100);
		client.abort();
		expect(asked[0]!.signal.aborted).toBe(true);
		await jest.advanceTimersByTimeAsync(250);
		expect(await outcome).toMatchObject({ failure: isStopped });
		expect(asked).toHaveLength(1);
	});
});
