import { Readable } from 'node:stream';

import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import {
	loadFiles,
	loadForAll,
	withFiles,
	type DownloadRules,
} from '../../../nodes/TencentChatDesk/delivery/files/download';
import type { RemoteFile } from '../../../nodes/TencentChatDesk/parameters/remoteFile';

const address = 'https://files.example.com/a?sign=s3cret';
const rules: DownloadRules = { maxSize: 10, ownOrigin: 'https://own.example.com' };
const file = (change: Partial<RemoteFile> = {}): RemoteFile => ({
	kind: 'file',
	name: 'a.bin',
	address,
	...change,
});

interface Served {
	statusCode?: number;
	headers?: Record<string, unknown>;
	body?: unknown;
}

/** A context whose requests end at a function, and what came of them. */
function contextOf(
	serve: (options: IHttpRequestOptions, index: number) => Served | Promise<Served>,
	helpers: object = {},
) {
	const asked: IHttpRequestOptions[] = [];
	const made: Array<{ size: number; name: string | undefined; type: string | undefined }> = [];
	const context = {
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				asked.push(options);
				return { statusCode: 200, headers: {}, ...(await serve(options, asked.length - 1)) };
			},
			prepareBinaryData: async (bytes: Buffer, name?: string, type?: string) => {
				made.push({ size: bytes.length, name, type });
				return await Promise.resolve({ data: '', mimeType: type ?? 'found out' });
			},
			...helpers,
		},
	} as unknown as IExecuteFunctions;
	return { context, asked, made };
}

const bytes = (size: number) => Readable.from([Buffer.alloc(size)]);
const serving =
	(size: number, served: Served = {}) =>
	() => ({ body: bytes(size), ...served });

/** What is said of one file. */
async function said(
	serve: Parameters<typeof contextOf>[0],
	change: Partial<RemoteFile> = {},
	helpers?: object,
) {
	const { context } = contextOf(serve, helpers);
	const { files } = await loadFiles(context, [file(change)], rules);
	return files[0];
}

describe('a file that is loaded', () => {
	it('is binary data under "data", the next ones under "data1" and so on', async () => {
		const { context } = contextOf(serving(3));
		const { binary, files } = await loadFiles(context, [file(), file(), file()], rules);
		expect(Object.keys(binary)).toEqual(['data', 'data1', 'data2']);
		expect(files).toEqual(
			['data', 'data1', 'data2'].map((property) => ({
				kind: 'file',
				name: 'a.bin',
				property,
				mimeType: 'found out',
			})),
		);
	});

	it('is asked for without redirects, which are checked one by one', async () => {
		const { context, asked } = contextOf(serving(3));
		await loadFiles(context, [file()], rules);
		expect(asked).toMatchObject([
			{ method: 'GET', url: address, encoding: 'stream', disableFollowRedirect: true },
		]);
	});

	it.each([
		['image/png', 'image/png'],
		['Image/PNG ; charset=x', 'image/png'],
		['application/octet-stream', undefined],
		['binary/octet-stream', undefined],
		['image/png/x', undefined],
		['*image/png', undefined],
		['none', undefined],
		['', undefined],
		[['image/png'], undefined],
		[undefined, undefined],
	])('has the type that its host tells where that says something: %j', async (type, expected) => {
		const { context, made } = contextOf(serving(3, { headers: { 'content-type': type } }));
		await loadFiles(context, [file()], rules);
		expect(made).toEqual([{ size: 3, name: 'a.bin', type: expected }]);
	});

	it('may have the size that is allowed, and not one byte more', async () => {
		expect(await said(serving(10))).toHaveProperty('property', 'data');
		expect(await said(serving(10), { size: 10 })).toHaveProperty('property', 'data');
		expect(await said(serving(10, { headers: { 'content-length': '10' } }))).toHaveProperty(
			'property',
			'data',
		);
		const problem = 'The file is larger than 0 MB';
		expect(await said(serving(11))).toMatchObject({ problem });
		expect(await said(serving(3), { size: 11 })).toMatchObject({ problem });
		const told = bytes(3);
		const headers = { 'content-length': '11' };
		expect(await said(() => ({ body: told, headers }))).toMatchObject({ problem });
		expect(told.destroyed).toBe(true);
	});

	it('is left where it turns out to be too large', async () => {
		const body = Readable.from([Buffer.alloc(6), Buffer.alloc(6), Buffer.alloc(6)]);
		await said(() => ({ body }));
		expect(body.destroyed).toBe(true);
	});
});

describe('a file that is not loaded', () => {
	it('is said with its address, but for what is behind a question mark or a hash', async () => {
		expect(await said(serving(3, { statusCode: 500 }))).toEqual({
			kind: 'file',
			name: 'a.bin',
			address: 'https://files.example.com/a',
			problem: 'Its host answers with HTTP status 500',
		});
		const hash = await said(serving(3, { statusCode: 500 }), {
			address: 'https://a.example.com/b#c',
		});
		expect(hash).toMatchObject({ address: 'https://a.example.com/b' });
	});

	it.each([
		[403, 'The file is gone: its host answers with HTTP status 403'],
		[404, 'The file is gone: its host answers with HTTP status 404'],
		[410, 'The file is gone: its host answers with HTTP status 410'],
		[400, 'Its host answers with HTTP status 400'],
		[399, 'Its host answers with HTTP status 399'],
		[300, 'Its host answers with HTTP status 300'],
		[199, 'Its host answers with HTTP status 199'],
	])('because of HTTP status %d says: %s', async (statusCode, problem) => {
		const body = bytes(3);
		expect(await said(() => ({ statusCode, body }))).toMatchObject({ problem });
		expect(body.destroyed).toBe(true);
	});

	it('has no address, or none of the web', async () => {
		expect(await said(serving(3), { address: undefined })).toEqual({
			kind: 'file',
			name: 'a.bin',
			address: '',
			problem: 'The message gives no web address',
		});
		expect(await said(serving(3), { address: 'http://files.example.com/a' })).toMatchObject({
			problem: 'The address does not begin with https://',
		});
	});

	it('has no content, or its connection breaks', async () => {
		expect(await said(() => ({ body: 'text' }))).toMatchObject({
			problem: 'Nothing came from its address',
		});
		expect(await said(() => Promise.reject(new Error(address)))).toMatchObject({
			problem: 'The connection to its host broke',
		});
	});

	it('holds up no other', async () => {
		const { context } = contextOf((_options, index) =>
			index === 0 ? { statusCode: 404, body: bytes(1) } : { body: bytes(3) },
		);
		const { binary, files } = await loadFiles(context, [file(), file()], rules);
		expect(Object.keys(binary)).toEqual(['data']);
		expect(files.map(({ property }) => property)).toEqual([undefined, 'data']);
	});

	it('is one beyond the twentieth of a message', async () => {
		const { context, asked } = contextOf(serving(1));
		const { files } = await loadFiles(
			context,
			Array.from({ length: 25 }, () => file()),
			rules,
		);
		expect([asked.length, files.length]).toEqual([20, 20]);
	});
});

describe('a redirect', () => {
	const redirecting =
		(times: number, location: unknown = '/next', statusCode = 302) =>
		(_options: IHttpRequestOptions, index: number): Served =>
			index < times
				? { statusCode, headers: { location }, body: bytes(1) }
				: { statusCode: 200, body: bytes(3) };

	it.each([301, 302, 307, 399])('is followed three times: %d', async (status) => {
		const { context, asked } = contextOf(redirecting(3, '/next?x', status));
		const { binary } = await loadFiles(context, [file()], rules);
		expect(Object.keys(binary)).toEqual(['data']);
		expect(asked.map(({ url }) => url)).toEqual([
			address,
			...Array.from({ length: 3 }, () => 'https://files.example.com/next?x'),
		]);
		expect(await said(redirecting(4, '/next', status))).toMatchObject({
			problem: 'It redirects again and again',
		});
	});

	it('closes what it came with', async () => {
		const body = bytes(1);
		await said((options, index) =>
			index === 0 ? { ...redirecting(1)(options, index), body } : { body: bytes(3) },
		);
		expect(body.destroyed).toBe(true);
		const withoutBody = (options: IHttpRequestOptions, index: number) =>
			index === 0 ? { ...redirecting(1)(options, index), body: '' } : { body: bytes(3) };
		expect(await said(withoutBody)).toHaveProperty('property', 'data');
	});

	it.each([
		[200, 'data'],
		[299, 'data'],
		[400, undefined],
	])('is none with HTTP status %d, though there is a location', async (statusCode, property) => {
		const serve = () => ({ statusCode, headers: { location: '/next' }, body: bytes(3) });
		const { context, asked } = contextOf(serve);
		const { files } = await loadFiles(context, [file()], rules);
		expect([files[0]?.property, asked.length]).toEqual([property, 1]);
	});

	it('to what is no address, or nowhere, is not followed', async () => {
		expect(await said(redirecting(1, 'https://'))).toMatchObject({
			problem: 'It redirects to no web address',
		});
		expect(await said(redirecting(1, null))).toMatchObject({
			problem: 'Its host answers with HTTP status 302',
		});
	});

	it('into a private network is not followed', async () => {
		const { context, asked } = contextOf(redirecting(1, 'https://169.254.169.254/latest'));
		const { files } = await loadFiles(context, [file()], rules);
		expect(files).toMatchObject([{ problem: 'The address leads into a private network' }]);
		expect(asked).toHaveLength(1);
	});
});

describe("n8n's own filter of addresses", () => {
	const filterOf = (ok: boolean) => {
		const validateUrl = jest.fn(async () => await Promise.resolve({ ok }));
		const getSecureEgressFilter = jest.fn(() => ({ validateUrl }));
		return { validateUrl, helpers: { getSecureEgressFilter }, getSecureEgressFilter };
	};

	it('is asked about each address, enforced', async () => {
		const { validateUrl, helpers, getSecureEgressFilter } = filterOf(true);
		expect(await said(serving(3), {}, helpers)).toHaveProperty('property', 'data');
		expect(getSecureEgressFilter).toHaveBeenCalledWith('enforced');
		expect(validateUrl).toHaveBeenCalledWith(address);
	});

	it('refuses an address, but none of the host that the user named', async () => {
		const { helpers, validateUrl } = filterOf(false);
		expect(await said(serving(3), {}, helpers)).toMatchObject({
			problem: 'The address leads into a private network',
		});
		const own = { address: 'https://own.example.com/a' };
		expect(await said(serving(3), own, helpers)).toHaveProperty('property', 'data');
		expect(validateUrl).toHaveBeenCalledTimes(1);
	});

	it('may have nothing to say', async () => {
		const helpers = { getSecureEgressFilter: () => undefined };
		expect(await said(serving(3), {}, helpers)).toHaveProperty('property', 'data');
	});
});

describe('the files of many messages', () => {
	it('are loaded three messages at a time, and stay in their order', async () => {
		let underWay = 0;
		let peak = 0;
		const { context } = contextOf(async ({ url }) => {
			underWay += 1;
			peak = Math.max(peak, underWay);
			for (let turn = 0; turn < 10 - Number(url.at(-1)); turn += 1) await Promise.resolve();
			underWay -= 1;
			return { body: bytes(3) };
		});
		const messages = Array.from({ length: 8 }, (_, index) => [
			file({ name: `${index}`, address: `https://files.example.com/${index}` }),
		]);
		const loaded = await loadForAll(context, messages, rules);
		expect(loaded.map(({ files }) => files[0]?.name)).toEqual([
			'0',
			'1',
			'2',
			'3',
			'4',
			'5',
			'6',
			'7',
		]);
		expect(peak).toBe(3);
	});

	it('are said in the output of a message that has any', () => {
		const files = [{ kind: 'file' }];
		expect(withFiles({ a: 1 }, { binary: {}, files })).toEqual({ a: 1, files });
		expect(withFiles({ a: 1 }, { binary: {}, files: [] })).toStrictEqual({ a: 1 });
		expect(withFiles({ a: 1 }, undefined)).toStrictEqual({ a: 1 });
	});
});
