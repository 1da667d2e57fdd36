import { createHash } from 'node:crypto';

import { getAuth } from 'cos-nodejs-sdk-v5/sdk/util';

import { demoBucket, startSimulator, type Simulator, type SimulatorOptions } from '../../simulator';

const other = { name: 'other-1250000000', secretId: 'AKIDother', secretKey: 'another-key' };
let simulator: Simulator;

const start = async (options: SimulatorOptions = {}) => {
	simulator = await startSimulator({ buckets: [demoBucket, other], ...options });
};
afterEach(async () => await simulator.close());

interface Request {
	method?: string;
	key?: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** Laid over the good key; null for a request without a signature. */
	keys?: { secretId?: string; secretKey?: string } | null;
	keyTime?: string;
	bucket?: string;
}

/** A request signed by COS's own SDK. */
async function ask(request: Request = {}) {
	const { method = 'PUT', key = 'a/b c.txt', query = {}, headers = {}, keys } = request;
	const { secretId, secretKey } = { ...demoBucket, ...keys };
	const now = Math.floor(Date.now() / 1000);
	const pathname = `/${request.bucket ?? demoBucket.name}/${key}`;
	const { host } = new URL(simulator.url);
	const authorization = getAuth({
		SecretId: secretId,
		SecretKey: secretKey,
		KeyTime: request.keyTime ?? `${now - 10};${now + 60}`,
		Method: method,
		Pathname: pathname,
		Query: query,
		Headers: { host, ...headers },
	});
	const search = new URLSearchParams(query).toString();
	const response = await fetch(
		`${simulator.url}${encodeURI(pathname)}${search === '' ? '' : `?${search}`}`,
		{
			method,
			headers: { ...headers, ...(keys === null ? {} : { authorization }) },
			...(method === 'GET' || method === 'HEAD'
				? {}
				: { body: new Blob([new Uint8Array(Buffer.from(request.body ?? 'hello'))]) }),
		},
	);
	const text = await response.text();
	const [, code] = /<Code>(.*)<\/Code>/.exec(text) ?? [];
	return { status: response.status, text, code, headers: response.headers };
}

describe('the small COS', () => {
	it("takes a file that COS's own SDK has signed, and gives it back", async () => {
		await start();
		expect((await ask({ headers: { 'content-type': 'text/plain' } })).status).toBe(200);
		const got = await ask({ method: 'GET' });
		expect([got.status, got.text, got.headers.get('content-type')]).toEqual([
			200,
			'hello',
			'text/plain',
		]);
		expect(got.headers.get('etag')).toBe(`"${createHash('md5').update('hello').digest('hex')}"`);
	});

	it.each<[string, Request, number, string]>([
		['nobody', { keys: null }, 403, 'AccessDenied'],
		['an unknown key', { keys: { secretId: 'AKIDnobody' } }, 403, 'InvalidAccessKeyId'],
		['a wrong secret', { keys: { secretKey: 'wrong' } }, 403, 'SignatureDoesNotMatch'],
		['the key of another bucket', { keys: other }, 403, 'AccessDenied'],
		['a signature that is over', { keyTime: '1;2' }, 403, 'AccessDenied'],
		['an unknown bucket', { bucket: 'nobody-1250000000' }, 404, 'NoSuchBucket'],
		['a part of nothing', { query: { partNumber: '1', uploadId: 'x' } }, 404, 'NoSuchUpload'],
		['other bytes', { headers: { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' } }, 400, 'BadDigest'],
	])('refuses %s', async (_who, request, status, code) => {
		await start();
		expect(await ask(request)).toMatchObject({ status, code });
		expect(simulator.files.list()).toEqual([]);
	});

	it('notices a header or a query that was changed behind the signature', async () => {
		await start();
		const now = Math.floor(Date.now() / 1000);
		const path = `/${demoBucket.name}/a.txt`;
		const authorization = getAuth({
			SecretId: demoBucket.secretId,
			SecretKey: demoBucket.secretKey,
			KeyTime: `${now};${now + 60}`,
			Method: 'PUT',
			Pathname: path,
			Query: {},
			Headers: { 'x-cos-acl': 'private' },
		});
		const response = await fetch(simulator.url + path, {
			method: 'PUT',
			headers: { authorization, 'x-cos-acl': 'public-read' },
			body: 'x',
		});
		expect([response.status, await response.text()]).toEqual([
			403,
			expect.stringContaining('SignatureDoesNotMatch') as string,
		]);
	});

	it('gives everybody a file that is public, and no other', async () => {
		await start();
		await ask({ key: 'open.txt', headers: { 'x-cos-acl': 'public-read' } });
		await ask({ key: 'closed.txt' });
		expect((await ask({ method: 'GET', key: 'open.txt', keys: null })).status).toBe(200);
		expect((await ask({ method: 'GET', key: 'closed.txt', keys: null })).status).toBe(403);
	});

	it('puts parts together in their order, and forgets those that are aborted', async () => {
		await start();
		const begin = await ask({ method: 'POST', query: { uploads: '' } });
		const uploadId = /<UploadId>(.*)<\/UploadId>/.exec(begin.text)![1]!;
		const large = Buffer.alloc(1024 * 1024, 'a');
		const etags = [large, Buffer.from('end')].map(async (body, index) =>
			(await ask({ query: { partNumber: String(index + 1), uploadId }, body })).headers.get('etag'),
		);
		const [first, second] = await Promise.all(etags);
		const list = (...parts: Array<[number, string | null | undefined]>) =>
			`<CompleteMultipartUpload>${parts
				.map(
					([number, tag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${tag}</ETag></Part>`,
				)
				.join('')}</CompleteMultipartUpload>`;
		const complete = async (body: string) =>
			await ask({ method: 'POST', query: { uploadId }, body });

		expect((await complete(list([2, second], [1, first]))).code).toBe('InvalidPartOrder');
		expect((await complete(list([1, first], [2, '"none"']))).code).toBe('InvalidPart');
		expect(simulator.files.pending()).toBe(1);
		expect((await complete(list([1, first], [2, second]))).status).toBe(200);

		const got = simulator.files.bytes(demoBucket.name, 'a/b c.txt')!;
		expect(got.equals(Buffer.concat([large, Buffer.from('end')]))).toBe(true);
		const again = await ask({ method: 'POST', query: { uploads: '' } });
		const id = /<UploadId>(.*)<\/UploadId>/.exec(again.text)![1]!;
		expect((await ask({ method: 'DELETE', query: { uploadId: id } })).status).toBe(204);
		expect(simulator.files.pending()).toBe(0);
	});

	it('can be full, deny an action, or have another time', async () => {
		await start();
		simulator.behaviour.cosFull = true;
		expect((await ask()).status).toBe(507);
		simulator.behaviour.cosFull = false;
		simulator.behaviour.cosDenied = ['PutObjectACL'];
		expect((await ask({ headers: { 'x-cos-acl': 'public-read' } })).code).toBe('AccessDenied');
		expect((await ask()).status).toBe(200);
		simulator.behaviour.cosClockMs = -3_600_000;
		expect((await ask()).text).toContain('Request has expired');
	});

	it('keeps what people send for a time', async () => {
		let time = 1_000_000;
		await start({ now: () => time });
		const sent = await fetch(`${simulator.url}/api/customer/files`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({
				name: 'my photo.png',
				type: 'image/png',
				base64: 'AAEC',
				seconds: 60,
			}),
		});
		const { url } = (await sent.json()) as { url: string };

		const first = await fetch(url);
		expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png']);
		expect([...Buffer.from(await first.arrayBuffer())]).toEqual([0, 1, 2]);
		time += 60_000;
		expect((await fetch(url)).status).toBe(404);
	});
});
