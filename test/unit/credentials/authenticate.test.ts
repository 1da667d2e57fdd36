import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { authenticate } from '../../../credentials/authenticate';
import { CredentialError } from '../../../credentials/credentialError';
import { findSecrets } from '../../harness/secrets';

const secretKey = 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11d22e33f44a55b66c77d88e99';

const china: ICredentialDataDecryptedObject = {
	sdkAppId: 1400000001,
	identifier: 'administrator',
	secretKey,
	region: 'china',
	customHost: '',
	signatureLifetime: 86_400,
};
const gateway = { ...china, region: 'custom', customHost: 'gateway.example:8443' };
const thisMachine = { ...china, region: 'custom', customHost: 'http://127.0.0.1:8099' };

/** A request of this node or, with `uri`, one of n8n's HTTP Request node. */
type Request = Partial<IHttpRequestOptions> & { uri?: string; [more: string]: unknown };

const sign = async (request: Request, credentials = china): Promise<Request> =>
	(await authenticate(credentials, request as IHttpRequestOptions)) as Request;

function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
	return Object.freeze(value);
}

const own = 'https://console.tim.qq.com/v4/openim/sendmsg';

describe('a request to the own host', () => {
	it.each<[string, Request, string]>([
		['by a whole address', { url: own }, own],
		['by a path alone', { url: '/v4/openim/sendmsg' }, own],
		['by a path without a slash', { url: 'v4/openim/sendmsg' }, own],
		['with the port that https has anyway', { url: own.replace('.com', '.com:443') }, own],
		['in capital letters', { url: 'HTTPS://Console.TIM.qq.COM/v4/openim/sendmsg' }, own],
		['by a path on its own base', { baseURL: 'https://console.tim.qq.com', url: '/v4/a' }, ''],
		['by the older field', { uri: own }, own],
		['by a path alone in the older field', { uri: '/v4/openim/sendmsg' }, own],
		['by both fields alike', { url: own, uri: own }, own],
		['by both fields, one of them a path', { url: '/v4/openim/sendmsg', uri: own }, own],
		['with an empty field beside', { url: '', uri: own }, own],
		['with a field of nothing beside', { url: null as unknown as string, uri: own }, own],
	])('is signed, given %s', async (_how, request, expected) => {
		const signed = await sign(request);
		const address = expected === '' ? 'https://console.tim.qq.com/v4/a' : expected;
		expect([signed.url ?? address, signed.uri ?? address]).toEqual([address, address]);
		expect(signed.qs?.usersig).toMatch(/^eJ/);
	});

	it.each([
		['a gateway with a port', gateway, 'https://gateway.example:8443/v4/x'],
		['this machine, without encryption', thisMachine, 'http://127.0.0.1:8099/v4/x'],
	])('is signed where the host is %s', async (_what, credentials, url) => {
		expect((await sign({ url }, credentials)).url).toBe(url);
		expect((await sign({ url: '/v4/x' }, credentials)).url).toBe(url);
	});
});

describe('a request to any other place', () => {
	it.each<[string, Request, ICredentialDataDecryptedObject]>([
		['another host', { url: 'https://evil.example/v4/openim/sendmsg' }, china],
		['the host of another region', { url: 'https://adminapisgp.im.qcloud.com/v4/x' }, china],
		['a host that begins alike', { url: 'https://console.tim.qq.com.evil.example/' }, china],
		['a host that ends alike', { url: 'https://evilconsole.tim.qq.com/' }, china],
		['a host below the own one', { url: 'https://a.console.tim.qq.com/' }, china],
		['a trailing dot', { url: 'https://console.tim.qq.com./v4/openim/sendmsg' }, china],
		['the own host as a user name', { url: 'https://console.tim.qq.com@evil.example/' }, china],
		[
			'the own host as user and password',
			{ url: 'https://console.tim.qq.com:443@evil.example/' },
			china,
		],
		['a user and a password', { url: 'https://user:pw@console.tim.qq.com/v4/x' }, china],
		['a user alone', { url: 'https://user@console.tim.qq.com/v4/x' }, china],
		['a password alone', { url: 'https://:pw@console.tim.qq.com/v4/x' }, china],
		['another port', { url: 'https://console.tim.qq.com:8443/v4/x' }, china],
		['the port of http', { url: 'https://console.tim.qq.com:80/v4/x' }, china],
		['no encryption', { url: 'http://console.tim.qq.com/v4/x' }, china],
		['no encryption on the port of https', { url: 'http://console.tim.qq.com:443/v4/x' }, china],
		['no encryption, without slashes', { url: 'http:console.tim.qq.com' }, china],
		['another protocol', { url: 'ftp://console.tim.qq.com/v4/x' }, china],
		['a file', { url: 'file:///etc/passwd' }, china],
		['an object of a page', { url: 'blob:https://console.tim.qq.com/v4/x' }, china],
		['data', { url: 'data:text/plain,x' }, china],
		['another host in the same protocol', { url: '//evil.example/v4/x' }, china],
		['another host behind back-slashes', { url: '\\\\evil.example\\v4' }, china],
		['another host behind mixed slashes', { url: '/\\evil.example/v4' }, china],
		['another host with back-slashes', { url: 'https:\\\\evil.example\\v4' }, china],
		['a host before a back-slash', { url: 'https://evil.example\\@console.tim.qq.com/' }, china],
		['a tab within the host', { url: 'https://console.tim.qq.com\t.evil.example/' }, china],
		['a line break before the slashes', { url: '/\n/evil.example/' }, china],
		['spaces in front', { url: '  https://evil.example/' }, china],
		['letters that only look alike', { url: 'https://сonsole.tim.qq.com/v4/x' }, china],
		['a foreign base', { baseURL: 'https://evil.example', url: '/v4/openim/sendmsg' }, china],
		['a base that is a foreign host', { baseURL: '//evil.example', url: '/v4/x' }, china],
		['a base that is a path', { baseURL: '/v4', url: 'x' }, china],
		['a foreign host on the own base', { baseURL: own, url: '//evil.example/x' }, china],
		['a foreign older field', { uri: 'https://evil.example/v4/x' }, china],
		['the own one, then a foreign one', { url: own, uri: 'https://evil.example/' }, china],
		['a foreign one, then the own one', { url: 'https://evil.example/', uri: own }, china],
		['two paths of the own host', { url: own, uri: 'https://console.tim.qq.com/v4/b' }, china],
		['an address that cannot be read', { url: 'https://[console.tim.qq.com/' }, china],
		['an address with a broken port', { url: 'https://console.tim.qq.com:port/' }, china],
		['no address at all', {}, china],
		['an empty address', { url: '', uri: '' }, china],
		['the host without its port', { url: 'https://gateway.example/v4/x' }, gateway],
		['encryption that is not there', { url: 'https://127.0.0.1:8099/v4/x' }, thisMachine],
		['another name of this machine', { url: 'http://localhost:8099/v4/x' }, thisMachine],
	])('is refused, with nothing signed: %s', async (_what, request, credentials) => {
		const given = frozen({ headers: { accept: 'a' }, qs: {}, ...request });
		const refusal: unknown = await sign(given, credentials).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(CredentialError);
		const { message, description, stack } = refusal as CredentialError;
		expect(message).toContain("'Region'");
		expect(description).toContain('Use an address of the REST API of your app.');
		expect(JSON.stringify(given)).not.toContain('usersig');
		const written = [message, description, stack, JSON.stringify(refusal)].join('\n');
		expect(findSecrets(written, { secretKey })).toEqual([]);
		expect(written).not.toContain('usersig');
	});

	it('cannot be hidden from one reader of addresses by a back-slash', async () => {
		// Some read this as user "console.tim.qq.com\" at evil.example; what is called is unambiguous.
		const { url } = await sign({ url: 'https://console.tim.qq.com\\@evil.example/' });
		expect(url).toBe('https://console.tim.qq.com/@evil.example/');
	});

	it('is not reached through a base that was not looked at', async () => {
		const signed = await sign({ baseURL: 'https://evil.example', url: own });
		expect(signed.url).toBe(own);
		expect(signed).not.toHaveProperty('baseURL');
	});

	it('is not reached through a redirect', async () => {
		const signed = await sign({
			url: own,
			disableFollowRedirect: false,
			followRedirect: true,
			followAllRedirects: true,
		});
		expect(signed).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	it('gets no signature with a credential that cannot be right', async () => {
		await expect(sign({ url: own }, { ...china, sdkAppId: 0 })).rejects.toThrow("'SDKAppID'");
	});
});

describe('a request that goes another way, or to whoever says to be the host', () => {
	const proxy = { host: '127.0.0.1', port: 5907 };
	it.each<[string, Record<string, unknown>, RegExp]>([
		['a proxy', { proxy: 'http://127.0.0.1:5907' }, /'Proxy'/],
		['a proxy in parts', { proxy }, /'Proxy'/],
		['a proxy that cannot be read', { proxy: 7 }, /'Proxy'/],
		['a tunnel', { tunnel: true }, /'Proxy'/],
		['an agent', { agent: {} }, /connection of their own/],
		['agents', { agents: { http: {} } }, /connection of their own/],
		['an agent for http', { httpAgent: {} }, /connection of their own/],
		['an agent for https', { httpsAgent: {} }, /connection of their own/],
		['a dispatcher', { dispatcher: {} }, /connection of their own/],
		['a look-up of names', { lookup: () => undefined }, /connection of their own/],
		['a socket', { socketPath: '/tmp/socket' }, /connection of their own/],
		['a transport', { transport: {} }, /connection of their own/],
		['an adapter', { adapter: () => undefined }, /connection of their own/],
		['a host beside the address', { hostname: 'evil.example' }, /connection of their own/],
		['a port beside the address', { port: 8443 }, /connection of their own/],
		['an issuer of certificates', { ca: 'pem' }, /connection of their own/],
		['a check of names', { checkServerIdentity: () => undefined }, /connection of their own/],
		['no check of certificates', { skipSslCertificateValidation: true }, /'Ignore SSL Issues'/],
		['no check, in the older words', { rejectUnauthorized: false }, /'Ignore SSL Issues'/],
		['no check, by a value that is none', { rejectUnauthorized: 0 }, /'Ignore SSL Issues'/],
		['no check, in still older words', { strictSSL: false }, /'Ignore SSL Issues'/],
		['no check, of the agent', { agentOptions: { rejectUnauthorized: false } }, /'Ignore SSL/],
		['an issuer, of the agent', { agentOptions: { ca: 'pem' } }, /'CA' or TLS settings/],
		['a socket, of the agent', { agentOptions: { socketPath: '/s' } }, /'CA' or TLS settings/],
		['a host, of the agent', { agentOptions: { host: 'evil.example' } }, /'CA' or TLS/],
		['a name, of the agent', { agentOptions: { servername: 'evil.example' } }, /'CA' or TLS/],
		['an agent that is a text', { agentOptions: 'x' }, /connection of their own/],
		['a Host header', { headers: { Host: 'evil.example' } }, /'Host' header/],
		['a host header', { headers: { accept: 'a', host: 'evil.example' } }, /'Host' header/],
		['a Host header with two hosts', { headers: { HOST: ['evil.example'] } }, /'Host' header/],
	])('is refused, with nothing signed: %s', async (_what, options, words) => {
		for (const address of [{ url: own }, { uri: own }]) {
			const request = { ...address, qs: {}, ...options };
			const refusal: unknown = await sign(request).catch((error: unknown) => error);
			expect(refusal).toBeInstanceOf(CredentialError);
			expect((refusal as CredentialError).message).toMatch(words);
			expect((refusal as CredentialError).advice).toMatch(/Remove|Turn/);
			expect(request.qs).toEqual({});
		}
	});

	it.each<[string, Record<string, unknown>]>([
		['nothing', {}],
		['options that are left empty', { proxy: '', agentOptions: {}, ca: undefined, tunnel: null }],
		['switches that are off', { skipSslCertificateValidation: false, strictSSL: true }],
		['the check of certificates', { rejectUnauthorized: true }],
		[
			'a certificate of its own',
			{ agentOptions: { cert: 'c', key: 'k', passphrase: 'p', ca: '' } },
		],
		['its own host as header', { headers: { Host: 'Console.tim.qq.com' } }],
		['a time-out and a format', { timeout: 5, encoding: 'stream', gzip: true, json: true }],
	])('is not one with %s', async (_what, options) => {
		const { qs, ...signed } = await sign({ url: own, ...options });
		expect(qs?.usersig).toMatch(/^eJ/);
		expect(signed).toMatchObject(options);
	});
});

describe('what is signed', () => {
	const body = { To_Account: 'mia' };
	const request = { method: 'POST' as const, url: own, body, headers: { accept: 'a' } };

	it('carries the five parameters of every call, whatever the request said of them', async () => {
		const forged = { sdkappid: 1, identifier: 'x', usersig: 'y', random: 'z', contenttype: 'xml' };
		const { qs } = await sign({ ...request, qs: { ...forged, nettype: 5 } });
		expect(qs).toEqual({
			nettype: 5,
			sdkappid: 1400000001,
			identifier: 'administrator',
			usersig: expect.stringMatching(/^eJ/) as string,
			random: expect.any(Number) as number,
			contenttype: 'json',
		});
	});

	it('carries them once, even if the address was copied with those of a sample', async () => {
		const sample = '?sdkappid=1&identifier=x&usersig=y&random=z&contenttype=xml&nettype=5';
		const { url, qs } = await sign({ ...request, url: `${own}${sample}` });
		expect(url).toBe(`${own}?nettype=5`);
		expect(qs).toMatchObject({ sdkappid: 1400000001, identifier: 'administrator' });
	});

	it('keeps the rest of the address as it was written', async () => {
		const { url } = await sign({ ...request, url: `${own}?a=b%20c&d` });
		expect(url).toBe(`${own}?a=b%20c&d`);
	});

	it('has its address in the field in which it was given, and in no other', async () => {
		expect(await sign({ url: own })).not.toHaveProperty('uri');
		expect(await sign({ uri: own })).not.toHaveProperty('url');
	});

	it('is otherwise the request that was given', async () => {
		const signed = await sign(request);
		expect(signed).toMatchObject(request);
		expect(signed.body).toBe(body);
	});

	it('is a request of its own: the given one stays as it was', async () => {
		const given = frozen({ ...request, baseURL: own, qs: { a: 1 } });
		const before = structuredClone(given);
		await sign(given);
		expect(given).toEqual(before);
	});

	it('has a new unsigned 32-bit number at every call', async () => {
		const numbers = await Promise.all(
			Array.from({ length: 500 }, async () => (await sign(request)).qs?.random as number),
		);
		for (const number of numbers) {
			expect(Number.isInteger(number) && number >= 0 && number < 2 ** 32).toBe(true);
		}
		expect(new Set(numbers).size).toBeGreaterThan(490);
		expect(Math.max(...numbers)).toBeGreaterThan(2 ** 31);
	});
});
