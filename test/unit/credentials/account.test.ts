import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readAccount } from '../../../credentials/account';
import { CredentialError } from '../../../credentials/credentialError';
import { findSecrets } from '../../harness/secrets';

const secretKey = 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11d22e33f44a55b66c77d88e99';
const callbackToken = 'token-of-the-callbacks';

const good: ICredentialDataDecryptedObject = {
	sdkAppId: 1400000001,
	identifier: 'administrator',
	secretKey,
	region: 'singapore',
	customHost: '',
	signatureLifetime: 86_400,
	callbackToken,
};

type Change = Record<string, unknown>;

const read = (change: Change = {}) =>
	readAccount({ ...good, ...change } as ICredentialDataDecryptedObject);
const readHost = (customHost: unknown) => read({ region: 'custom', customHost }).origin;

/** The error of a credential that cannot work, after a look for secrets in it. */
function errorOf(change: Change): CredentialError {
	try {
		read(change);
	} catch (error) {
		expect(error).toBeInstanceOf(CredentialError);
		const { message, description, stack } = error as CredentialError;
		const written = [message, description, stack, JSON.stringify(error)].join('\n');
		expect(findSecrets(written, { secretKey, callbackToken })).toEqual([]);
		return error as CredentialError;
	}
	throw new Error('The credential was accepted');
}

const refusalOfHost = (customHost: unknown) => errorOf({ region: 'custom', customHost }).problem;

describe('the application of a credential', () => {
	it.each([
		[1400000001, 1400000001],
		[20000001, 20000001],
		['1400000001', 1400000001],
		[' 1400000001\n', 1400000001],
		[0xffff_ffff, 0xffff_ffff],
	])('may be %j', (sdkAppId, expected) => {
		expect(read({ sdkAppId }).sdkAppId).toBe(expected);
	});

	it.each([
		[0],
		[-1],
		[1.5],
		[''],
		['abc'],
		['1400000001x'],
		['-1400000001'],
		['1e9'],
		['0x10'],
		[2 ** 32],
		['99999999999999999999'],
		[Number.NaN],
		[Number.POSITIVE_INFINITY],
		[null],
		[undefined],
		[true],
		[[1400000001]],
		[{}],
	])('may not be %j', (sdkAppId) => {
		expect(errorOf({ sdkAppId }).problem).toBe("'SDKAppID' is not a positive whole number");
	});
});

describe('the admin of a credential', () => {
	it('is taken without the spaces that were copied along', () => {
		expect(read({ identifier: ' administrator\n' }).identifier).toBe('administrator');
	});

	it('may be a number, which is signed as text', () => {
		expect(read({ identifier: 10001 }).identifier).toBe('10001');
	});

	it('may have 32 bytes and not one more', () => {
		const identifier = `${'中'.repeat(10)}ab`;
		expect(read({ identifier }).identifier).toBe(identifier);
		expect(errorOf({ identifier: `${identifier}c` }).problem).toContain("'Identifier' is longer");
		expect(errorOf({ identifier: '中'.repeat(11) }).problem).toContain("'Identifier' is longer");
	});

	it.each([[''], ['  '], [null], [undefined], [{}], [true]])('may not be %j', (identifier) => {
		expect(errorOf({ identifier }).problem).toBe("'Identifier' is empty");
	});
});

describe('the key of a credential', () => {
	it('is taken without the line break that was copied along', () => {
		expect(read({ secretKey: `${secretKey}\n` }).secretKey).toBe(secretKey);
	});

	it.each([[''], [' \n'], [null], [undefined], [12345]])('may not be %j', (key) => {
		expect(errorOf({ secretKey: key }).problem).toBe("'Secret Key' is empty");
	});

	it('may not be the private key of the old method, and the error does not repeat it', () => {
		const pem = `-----BEGIN PRIVATE KEY-----\n${secretKey}\n-----END PRIVATE KEY-----`;
		const { problem, message } = errorOf({ secretKey: pem });
		expect(problem).toMatch(/'Secret Key' .*old signing method/);
		expect(message).not.toContain('BEGIN');
	});
});

describe('the host of a credential', () => {
	it.each([
		['china', 'console.tim.qq.com'],
		['singapore', 'adminapisgp.im.qcloud.com'],
		['seoul', 'adminapikr.im.qcloud.com'],
		['tokyo', 'adminapijpn.im.qcloud.com'],
		['frankfurt', 'adminapiger.im.qcloud.com'],
		['siliconValley', 'adminapiusa.im.qcloud.com'],
		['jakarta', 'adminapiidn.im.qcloud.com'],
		['mumbai', 'adminapiind.im.qcloud.com'],
		['riyadh', 'adminapiksa.im.qcloud.com'],
	])('in the region %s is %s, with encryption', (region, host) => {
		expect(read({ region }).origin).toBe(`https://${host}`);
	});

	it('of a region is not changed by a custom host left over from before', () => {
		expect(read({ customHost: 'evil.example' }).origin).toBe('https://adminapisgp.im.qcloud.com');
	});

	it.each([
		['mars'],
		['China'],
		[''],
		[undefined],
		[null],
		[0],
		['__proto__'],
		['constructor'],
		['toString'],
		[['singapore']],
	])('is not guessed for the region %j', (region) => {
		expect(errorOf({ region }).problem).toBe("'Region' is not one of the data centers");
	});
});

describe('a custom host', () => {
	it.each([
		['adminapisgp.my-imcloud.com', 'https://adminapisgp.my-imcloud.com'],
		['  Gateway.Example  ', 'https://gateway.example'],
		['gateway.example:8443', 'https://gateway.example:8443'],
		['https://gateway.example/', 'https://gateway.example'],
		['HTTPS://gateway.example:443', 'https://gateway.example'],
		['10.0.0.7', 'https://10.0.0.7'],
		['localhost:8443', 'https://localhost:8443'],
		['http://localhost:8099', 'http://localhost:8099'],
		['http://LOCALHOST:8099', 'http://localhost:8099'],
		['http://127.0.0.1:8099', 'http://127.0.0.1:8099'],
		['http://[::1]:8099', 'http://[::1]:8099'],
	])('may be %s', (customHost, origin) => {
		expect(readHost(customHost)).toBe(origin);
	});

	it.each([[''], ['   '], [undefined], [null], [8099]])('may not be %j', (customHost) => {
		expect(refusalOfHost(customHost)).toBe("'Custom Host' is empty");
	});

	it.each([
		['a path', 'gateway.example/v4', 'has a path'],
		['a path of a whole address', 'https://console.tim.qq.com/v4/openim/sendmsg', 'has a path'],
		['a query', 'gateway.example?usersig=a', 'has a path'],
		['a fragment', 'gateway.example#a', 'has a path'],
		['another address in its query', 'gateway.example?next=https://a.example', 'has a path'],
		['a user name', 'mia@gateway.example', 'user name or a password'],
		['a password', 'https://mia:hunter2@gateway.example', 'user name or a password'],
		['a password alone', 'https://:hunter2@gateway.example', 'user name or a password'],
		['another protocol', 'ftp://gateway.example', 'does not start with https://'],
		['a live connection', 'wss://gateway.example', 'does not start with https://'],
		['a protocol with a digit', 'h2://gateway.example', 'does not start with https://'],
		['a space', 'gate way.example', 'is not a host name'],
		['a broken port', 'gateway.example:port', 'is not a host name'],
		['several hosts', 'a.example, b.example', 'is not a host name'],
		['no encryption', 'http://gateway.example', 'uses http:// without encryption'],
		['no encryption in the own network', 'http://10.0.0.7:8099', 'without encryption'],
		['a name like this machine', 'http://localhost.evil.example', 'without encryption'],
		['an address like this machine', 'http://127.0.0.1.evil.example', 'without encryption'],
	])('may not have %s', (_what, customHost, problem) => {
		expect(refusalOfHost(customHost)).toMatch(/^'Custom Host' /);
		expect(refusalOfHost(customHost)).toContain(problem);
	});

	it('that holds a password is refused without repeating it', () => {
		const { message } = errorOf({
			region: 'custom',
			customHost: 'https://mia:hunter2@gateway.example',
		});
		expect(message).not.toContain('hunter2');
	});
});

describe('the lifetime of signatures', () => {
	it.each([
		[undefined, 86_400],
		[null, 86_400],
		['', 86_400],
		[60, 60],
		['3600', 3600],
		[15_552_000, 15_552_000],
		[0xffff_ffff, 0xffff_ffff],
	])('given as %j is %i seconds', (signatureLifetime, expected) => {
		expect(read({ signatureLifetime }).signatureLifetime).toBe(expected);
	});

	it.each([[59], [0], [-86_400], [90.5], ['a day'], [Number.NaN], [2 ** 32], [true], [{}]])(
		'may not be %j',
		(signatureLifetime) => {
			expect(errorOf({ signatureLifetime }).problem).toMatch(
				/^'Signature Lifetime \(Seconds\)' is not/,
			);
		},
	);
});

describe('an error about a credential', () => {
	it('says what is wrong and what to do, for the log and for the panel', () => {
		const error = errorOf({ sdkAppId: 0 });
		expect(error.message).toBe(`${error.problem}. ${error.advice}`);
		expect(error.description).toBe(error.advice);
		expect(error.name).toBe('CredentialError');
	});

	it.each<[string, Change, string]>([
		['application', { sdkAppId: 0 }, "the list of applications in Tencent's Chat console"],
		['admin', { identifier: '' }, "by default 'administrator'"],
		['admin with a long name', { identifier: 'a'.repeat(33) }, "by default 'administrator'"],
		['key', { secretKey: '' }, "'Basic Configuration'"],
		['key of the old method', { secretKey: '-----BEGIN' }, 'a single line of letters and digits'],
		['lifetime', { signatureLifetime: 0 }, 'Enter 86400 for a day.'],
		['region', { region: 'mars' }, "that Tencent's console shows for your app"],
		['empty host', { region: 'custom', customHost: '' }, "'adminapisgp.im.qcloud.com'"],
		['broken host', { region: 'custom', customHost: 'a b' }, "'adminapisgp.im.qcloud.com'"],
		['protocol', { region: 'custom', customHost: 'ftp://a' }, 'Enter the host alone; https://'],
		['user', { region: 'custom', customHost: 'mia@a' }, "without anything before an '@'"],
		['path', { region: 'custom', customHost: 'a/v4' }, "the node adds the API's path itself"],
		['encryption', { region: 'custom', customHost: 'http://a' }, 'this machine (localhost) only'],
	])('says how to put it right: %s', (_what, change, advice) => {
		expect(errorOf(change).advice).toContain(advice);
	});
});
