import { createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';

import * as fc from 'fast-check';
import { Api } from 'tls-sig-api-v2';

import * as source from '../../../credentials/userSig';
import { inProject } from '../../harness/project';

/** The sample application of Tencent's own signers, with which all of them are tested. */
const sample = {
	sdkAppId: 1400000000,
	secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
};
const signer = { ...sample, identifier: 'administrator', signatureLifetime: 600 };

/** Seconds since the epoch at which the vectors were made. */
const vectorTime = 1_700_000_000;

let clock: jest.SpyInstance<number, []>;
const setClock = (seconds: number) => clock.mockReturnValue(seconds * 1000);

beforeEach(() => {
	clock = jest.spyOn(Date, 'now');
	setClock(vectorTime);
});

afterEach(() => clock.mockRestore());

/** What a signature says, read as a server reads it. Its bytes may differ, its content may not. */
function read(signature: string): Record<string, unknown> {
	const base64 = signature.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=');
	return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString('utf8')) as Record<
		string,
		unknown
	>;
}

/** The signer's method that also takes user data; Chat does not use it. */
type FullApi = Api & { genSig(userId: string, expire: number, userBuf: Buffer | null): string };

const tencent = ({ sdkAppId, secretKey, identifier, signatureLifetime }: typeof signer) =>
	read(new Api(sdkAppId, secretKey).genUserSig(identifier, signatureLifetime));

const vectors: Array<[identifier: string, signatureLifetime: number, hmac: string]> = [
	['xiaojun', 15_552_000, 'LvA7d/Iw7gSsnskvVzBDPOCCDbuNCw4GHwTC0bip+B4='],
	['administrator', 604_800, 'k15OUkRWhajQMFUVpK03o9AYZL1+QR4YCsLYQolWR7M='],
	['中文用户', 86_400, 'LfKdNYRxbzCO3x/x+cLVDaiAdSGBiBcVMDZT/3qc3ss='],
];

/** A whole signature of the first vector, as Node's zlib packs it. */
const wholeSignature =
	'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwhWZiflZpXlQqeKU7MSCgswUJStDEwMogMiUZOamKlkZmqOKplYUZBaBxE1NTY3gosWZ6UpWSj5ljuYp*p7l5unBxXnF2WVhVU4uAf7Ozi5JpX7O5SbuHuUhzgZJmQXaTia2SrUAohcx8g__';

describe("Tencent's signer, as the tests run it", () => {
	it('gives the known digest where user data is signed too', () => {
		const api = new Api(sample.sdkAppId, sample.secretKey) as FullApi;
		const document = read(api.genSig('xiaojun', 15_552_000, Buffer.from('abc')));
		expect(document['TLS.sig']).toBe('QjT201xPkXk/aM1e+y0vakZb0K2iPrFue++0s5y6bFM=');
	});
});

describe.each<[string, () => typeof source]>([
	['from source', () => source],
	// The build gives the signer a zlib in plain JavaScript.
	[
		'as it is published',
		() => jest.requireActual<typeof source>(inProject('dist/credentials/userSig.js')),
	],
])('a UserSig made %s', (_name, load) => {
	const { userSig, forgetUserSig } = load();

	beforeEach(() => forgetUserSig(signer));

	const accounts = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ ...signer, identifier: `admin${index}` }));
	const madeAt = (account: typeof signer) => read(userSig(account))['TLS.time'];

	it.each(vectors)('has the known digest for %s', (identifier, signatureLifetime, hmac) => {
		const document = read(userSig({ ...sample, identifier, signatureLifetime }));
		expect(document).toEqual({
			'TLS.ver': '2.0',
			'TLS.identifier': identifier,
			'TLS.sdkappid': sample.sdkAppId,
			'TLS.time': vectorTime,
			'TLS.expire': signatureLifetime,
			'TLS.sig': hmac,
		});
	});

	it('says the same as a whole signature that is known', () => {
		const made = userSig({ ...sample, identifier: 'xiaojun', signatureLifetime: 15_552_000 });
		expect(read(made)).toEqual(read(wholeSignature));
	});

	it("says the same as Tencent's signer for any account, key and lifetime", () => {
		fc.assert(
			fc.property(
				fc.record({
					sdkAppId: fc.integer({ min: 1, max: 0xffff_ffff }),
					identifier: fc.string({ unit: 'grapheme', minLength: 1 }),
					secretKey: fc.string({ unit: 'grapheme', minLength: 1 }),
					signatureLifetime: fc.integer({ min: 1, max: 0xffff_ffff }),
				}),
				(any) => {
					const signature = userSig(any);
					expect(signature).toMatch(/^[A-Za-z0-9*\-_]+$/);
					expect(read(signature)).toEqual(tencent(any));
				},
			),
			{ seed: 20260101 },
		);
	});

	it('is signed with the text of the key, not with the bytes that its digits spell', () => {
		const document = read(userSig(signer));
		const lines = ['identifier', 'sdkappid', 'time', 'expire'].map(
			(name) => `TLS.${name}:${String(document[`TLS.${name}`])}\n`,
		);
		const digest = createHmac('sha256', signer.secretKey).update(lines.join('')).digest('base64');
		expect(document['TLS.sig']).toBe(digest);
	});

	it('is reused while more than half of its life is left', () => {
		const first = userSig(signer);
		setClock(vectorTime + 299.999);
		expect(userSig(signer)).toBe(first);
	});

	it('is made anew when half of its life is over', () => {
		userSig(signer);
		setClock(vectorTime + 300);
		expect(read(userSig(signer))['TLS.time']).toBe(vectorTime + 300);
	});

	it('is made anew when the clock was set back, since it would come from the future', () => {
		userSig(signer);
		setClock(vectorTime - 86_400);
		expect(read(userSig(signer))['TLS.time']).toBe(vectorTime - 86_400);
		setClock(vectorTime);
		expect(read(userSig(signer))['TLS.time']).toBe(vectorTime);
	});

	it('is made anew after it was forgotten, that of another account is not', () => {
		const other = { ...signer, identifier: 'another_admin' };
		forgetUserSig(other);
		const [, kept] = [userSig(signer), userSig(other)];
		setClock(vectorTime + 10);
		forgetUserSig({ ...signer });
		expect(read(userSig(signer))['TLS.time']).toBe(vectorTime + 10);
		expect(userSig(other)).toBe(kept);
	});

	it.each([
		['application', { sdkAppId: 1400000001 }],
		['identifier', { identifier: 'mia' }],
		['key', { secretKey: 'another key' }],
		['lifetime', { signatureLifetime: 601 }],
	])('follows a changed %s at once', (_what, change) => {
		userSig(signer);
		const changed = { ...signer, ...change };
		expect(read(userSig(changed))).toEqual(tencent(changed));
	});

	it('stays right for each of more accounts than are remembered', () => {
		for (const account of [...accounts(250), ...accounts(250)]) {
			expect(read(userSig(account))['TLS.identifier']).toBe(account.identifier);
		}
	});

	it('is remembered for the 100 accounts that were signed last', () => {
		const [first, second, ...others] = accounts(101);
		for (const account of [first!, second!, ...others]) userSig(account);
		setClock(vectorTime + 10);
		expect(madeAt(second!)).toBe(vectorTime);
		expect(madeAt(first!)).toBe(vectorTime + 10);
	});

	it('made anew takes the place of the old one, not that of another account', () => {
		const [longLived, ...others] = accounts(100);
		const lasting = { ...longLived!, signatureLifetime: 86_400 };
		for (const account of [lasting, ...others]) userSig(account);
		setClock(vectorTime + 300);
		expect(madeAt(others[50]!)).toBe(vectorTime + 300);
		expect(madeAt(lasting)).toBe(vectorTime);
	});

	it.each([
		['no application', { sdkAppId: undefined }],
		['application 0', { sdkAppId: 0 }],
		['a negative application', { sdkAppId: -1400000000 }],
		['half an application', { sdkAppId: 1400000000.5 }],
		['an application as text', { sdkAppId: '1400000000' }],
		['an empty identifier', { identifier: '' }],
		['an empty key', { secretKey: '' }],
		['no lifetime', { signatureLifetime: undefined }],
		['a lifetime of 0', { signatureLifetime: 0 }],
		['a negative lifetime', { signatureLifetime: -1 }],
		['half a second', { signatureLifetime: 0.5 }],
		['a lifetime that is no number', { signatureLifetime: Number.NaN }],
	])('is refused for %s', (_what, nonsense) => {
		const make = () => userSig({ ...signer, ...nonsense } as typeof signer);
		expect(make).toThrow(/needs an SDKAppID, an identifier, a key and a lifetime/);
	});
});

describe('the signatures of a burst of calls', () => {
	afterEach(() => jest.restoreAllMocks());

	it('are made once', () => {
		source.forgetUserSig(signer);
		const make = jest.spyOn(Api.prototype, 'genUserSig');
		for (let call = 0; call < 3; call++) source.userSig(signer);
		expect(make).toHaveBeenCalledTimes(1);
	});
});

describe('a signature for somebody else', () => {
	it('is always new, so that it lives as long as was asked for', () => {
		source.newUserSig(signer);
		setClock(vectorTime + 100);

		expect(read(source.newUserSig(signer))).toMatchObject({
			'TLS.time': vectorTime + 100,
			'TLS.expire': 600,
		});
	});

	it('is refused for what no signature can be made of', () => {
		expect(() => source.newUserSig({ ...signer, secretKey: '' })).toThrow('A UserSig needs');
	});
});
