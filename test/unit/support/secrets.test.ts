import { deflateSync, inflateSync } from 'node:zlib';

import { Api } from 'tls-sig-api-v2';

import { findSecrets } from '../../harness/secrets';
import type { Finding } from '../../harness/secrets';

const secretKey = 'b7e2c1d09f8a4e5db7e2c1d09f8a4e5db7e2c1d09f8a4e5db7e2c1d09f8a4e5d';
const callbackToken = 'tok+en/with&signs=1';
const userSig = new Api(1400000000, secretKey).genUserSig('administrator', 86400);

const inflated = (): string => {
	const base64 = userSig.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=');
	return inflateSync(Buffer.from(base64, 'base64')).toString('utf8');
};

/** As the strictest encoders write it. */
const escaped = (text: string): string =>
	[...text].map((c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).join('');

const found = (text: string | Buffer): string[] =>
	findSecrets(text, { secretKey, callbackToken }).map(({ what, form }) => `${what}, ${form}`);

const url = `https://console.tim.qq.com/v4/openim/sendmsg?identifier=administrator&usersig=${userSig}`;

describe('the search for secrets', () => {
	it.each<[string, string, `${Finding['what']}, ${Finding['form']}`]>([
		['the key as it is', `{"secretKey":"${secretKey}"}`, 'secret key, plain'],
		['the key in base64', btoa(secretKey), 'secret key, base64'],
		['the key in base64, one byte in', btoa(`"${secretKey}"`), 'secret key, base64'],
		['the key in base64, two bytes in', btoa(`: ${secretKey}`), 'secret key, base64'],
		['the key in hexadecimal', Buffer.from(secretKey).toString('hex'), 'secret key, hex'],
		['the key with every byte escaped', escaped(secretKey), 'secret key, URL-encoded'],
		['the callback token as it is', callbackToken, 'callback token, plain'],
		['the token in a URL', encodeURIComponent(callbackToken), 'callback token, URL-encoded'],
		['the signature in a URL', url, 'signature, plain'],
		['the signature in a URL inside a URL', encodeURIComponent(url), 'signature, plain'],
		['the signature with every byte escaped', escaped(userSig), 'signature, URL-encoded'],
		['the signature in base64', btoa(userSig), 'signature, base64'],
		['a whole URL in base64', btoa(url), 'signature, base64'],
		['a whole URL in base64, shifted', btoa(`x${url}`), 'signature, base64'],
		['an escaped URL in base64', btoa(encodeURIComponent(url)), 'signature, base64'],
		['the inflated signature', inflated(), 'signature, inflated'],
		['the inflated signature in JSON', JSON.stringify(inflated()), 'signature, inflated'],
	])('finds %s', (_name, planted, expected) => {
		expect(found(`before ${planted} after`)).toContain(expected);
	});

	it('finds a secret among the bytes of a database file', () => {
		const bytes = Buffer.concat([deflateSync('page'), Buffer.from(url), Buffer.from([0, 255])]);
		expect(found(bytes)).toContain('signature, plain');
	});

	it('finds a signature whatever key and user it belongs to', () => {
		const other = new Api(1, 'another key').genUserSig('somebody', 60);
		expect(found(`usersig=${other}`)).toContain('signature, plain');
	});

	it('says where a secret is without repeating it', () => {
		const [finding] = findSecrets(`row 7: ${secretKey}`, { secretKey });
		expect(finding?.before).toBe('row 7: ');
	});

	it('finds nothing in an ordinary answer', () => {
		const response = { ActionStatus: 'OK', ErrorCode: 0, MsgKey: '128493_903762_1572870301' };
		const compressed = deflateSync(JSON.stringify(response).repeat(9), { level: 0 });
		expect(found(`${JSON.stringify(response)} ${compressed.toString('base64')}`)).toEqual([]);
	});
});
