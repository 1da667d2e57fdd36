import type { IHttpRequestOptions } from 'n8n-workflow';

import { authenticateCos } from '../../../credentials/cos/authenticate';
import { objectAddress, publicAddress, readBucket } from '../../../credentials/cos/bucket';
import { TencentCosApi } from '../../../credentials/TencentCosApi.credentials';

const good = {
	secretId: 'AKIDexample0001',
	secretKey: 'key-of-the-bucket',
	bucket: 'chat-files-1250000000',
	region: 'ap-singapore',
	folder: 'n8n',
	customDomain: '',
	customHost: '',
};

describe('the credential of COS', () => {
	it('asks for what saved credentials hold, and hides the keys', () => {
		expect(
			new TencentCosApi().properties.map(({ name, required, typeOptions }) => [
				name,
				required === true,
				typeOptions?.password === true,
			]),
		).toEqual([
			['secretId', true, true],
			['secretKey', true, true],
			['bucket', true, false],
			['region', true, false],
			['folder', false, false],
			['customDomain', false, false],
			['customHost', false, false],
		]);
	});

	it.each([
		['an empty SecretId', { secretId: ' ' }, "'SecretId' is empty"],
		['a SecretId with a space in it', { secretId: 'AKID x' }, "'SecretId' holds a character"],
		['an empty SecretKey', { secretKey: '' }, "'SecretKey' is empty"],
		['a bucket without its APPID', { bucket: 'chat-files' }, "'Bucket' is not the name"],
		['the address of a bucket', { bucket: 'https://x-1250000000.cos' }, "'Bucket' is not the name"],
		['a region by its long name', { region: 'Singapore' }, "'Region' is not the short name"],
		['a folder that leads upwards', { folder: 'a/../b' }, "'Folder' is not the path"],
		['a domain with a path', { customDomain: 'files.example.com/a' }, "'Custom Domain' has a path"],
		['a host without encryption', { customHost: 'http://cos.example.com' }, "'Custom Host' uses"],
		['a domain without encryption', { customDomain: 'http://a.example' }, "'Custom Domain' uses"],
	])('refuses %s', (_what, changes, says) => {
		expect(() => readBucket({ ...good, ...changes })).toThrow(says);
	});

	it.each([
		['the host of the bucket', {}, 'https://chat-files-1250000000.cos.ap-singapore.myqcloud.com'],
		[
			'a host of its own, with the bucket in the path',
			{ customHost: 'cos.example.com' },
			'https://cos.example.com/chat-files-1250000000',
		],
	])('uploads to %s', (_what, changes, root) => {
		const bucket = readBucket({ ...good, ...changes });
		expect(objectAddress(bucket, 'n8n/ä b.png')).toBe(`${root}/n8n/%C3%A4%20b.png`);
		expect(publicAddress(bucket, 'n8n/a.png')).toBe(`${root}/n8n/a.png`);
	});

	it('gives out the addresses of the custom domain', () => {
		const bucket = readBucket({ ...good, customDomain: 'files.example.com' });
		expect(publicAddress(bucket, 'n8n/a.png')).toBe('https://files.example.com/n8n/a.png');
		expect(objectAddress(bucket, 'n8n/a.png')).toContain('.myqcloud.com/');
	});
});

describe('a request that the credential signs', () => {
	const host = 'https://chat-files-1250000000.cos.ap-singapore.myqcloud.com';
	const sign = async (request: Partial<IHttpRequestOptions> & Record<string, unknown>) =>
		await authenticateCos(good, request as unknown as IHttpRequestOptions);

	it('is one to the bucket, by a whole address or a path', async () => {
		for (const url of [`${host}/a.png`, '/a.png', 'a.png']) {
			const signed = await sign({ url });
			expect(signed.url).toBe(`${host}/a.png`);
			expect(signed.headers?.Authorization).toMatch(/^q-sign-algorithm=sha1&q-ak=AKIDexample0001&/);
		}
	});

	it('has its query in the address, as it was signed', async () => {
		const signed = await sign({ url: `${host}/a?uploads`, qs: { prefix: 'a b' } });
		expect(signed.url).toBe(`${host}/a?uploads=&prefix=a%20b`);
		expect(signed.qs).toBeUndefined();
		expect(signed.headers?.Authorization).toContain('q-url-param-list=prefix;uploads');
	});

	it('follows no redirect', async () => {
		expect(await sign({ url: '/a' })).toMatchObject({ disableFollowRedirect: true });
	});

	it.each([
		['another host', { url: 'https://evil.example/a' }],
		['another bucket', { url: host.replace('chat-files', 'other') }],
		['another protocol', { url: `${host.replace('https', 'http')}/a` }],
		['another port', { url: `${host}:8443/a` }],
		['a name before the host', { url: host.replace('https://', 'https://a:b@') }],
		['no address', {}],
		['a proxy', { url: '/a', proxy: { host: 'evil.example', port: 80 } }],
		['an unchecked certificate', { url: '/a', skipSslCertificateValidation: true }],
	])('does not go to %s', async (_what, request) => {
		await expect(sign(request)).rejects.toThrow('This credential');
	});

	it('stays below the bucket where a host of its own has several', async () => {
		const own = { ...good, customHost: 'http://127.0.0.1:9' };
		const signed = await authenticateCos(own, { url: 'a.png' });
		expect(signed.url).toBe('http://127.0.0.1:9/chat-files-1250000000/a.png');
		await expect(
			authenticateCos(own, { url: 'http://127.0.0.1:9/other-1250000000/a.png' }),
		).rejects.toThrow('its own bucket');
	});
});
