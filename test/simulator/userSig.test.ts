import { demoApp } from '../../simulator';
import { accountCheck } from '../harness/commands';
import {
	admin,
	testbeds,
	packed,
	unpacked,
	userSig,
	type SimulatorTestbed,
	type Claims,
} from '../harness/simulatorTestbed';

/** The part of the vendor's signer (which comes without types) that is used here. */
interface VendorSigner {
	Api: new (
		sdkAppId: number,
		key: string,
	) => { genUserSig(userId: string, expire: number): string };
}

const body = { CheckItem: [{ UserID: 'alice' }] };

describe('a UserSig', () => {
	const open = testbeds();
	const codeWith = async (testbed: SimulatorTestbed, usersig: string | undefined) =>
		await testbed.codeOf(accountCheck, body, { usersig });

	it('is accepted as the signer of the vendor makes it', async () => {
		const testbed = await open({ now: Date.now });
		const { Api } = jest.requireActual<VendorSigner>('tls-sig-api-v2');
		const signer = new Api(demoApp.sdkAppId, demoApp.secretKey);

		expect(await codeWith(testbed, signer.genUserSig(admin, 86_400))).toBe(0);
	});

	it('is accepted whether or not it was compressed well, and with a userbuf', async () => {
		const testbed = await open();

		expect(await codeWith(testbed, packed(unpacked(userSig()), 0))).toBe(0);
		expect(await codeWith(testbed, userSig({ userbuf: 'YWJj' }))).toBe(0);
	});

	const wrong: Array<[string, number, Claims]> = [
		['was made with the key of another app', 70009, { secretKey: 'f'.repeat(64) }],
		['was made for another user', 70013, { identifier: 'alice' }],
		['was made for another app', 70014, { sdkAppId: 1400000002 }],
		['is of another version', 70005, { version: '1.0' }],
		['has no whole number of seconds', 70005, { expire: 0.5 }],
	];
	it.each(wrong)('that %s is refused with %i', async (_reason, code, claims) => {
		const testbed = await open();

		expect(await codeWith(testbed, userSig(claims))).toBe(code);
	});

	it('is good up to its last second and expired after it', async () => {
		const testbed = await open();
		const usersig = userSig({ expire: 60 });

		testbed.advance(60_000);
		expect(await codeWith(testbed, usersig)).toBe(0);
		testbed.advance(1000);
		expect(await codeWith(testbed, usersig)).toBe(70001);
	});

	it('has to be there, and not empty', async () => {
		const testbed = await open();

		expect(await codeWith(testbed, undefined)).toBe(60025);
		expect(await codeWith(testbed, '')).toBe(70002);
	});

	it.each([
		['holds a foreign character', userSig().replace(/^../, '%+')],
		['holds a character that a lenient decoder would skip', userSig().replace(/^.{20}/, '$&.')],
		['was cut short', userSig().slice(0, 60)],
		['is not compressed', Buffer.from('{}').toString('base64').replace(/=/g, '_')],
		['inflates to more than any signature', packed(' '.repeat(4097))],
	])('that %s is refused with 70003', async (_reason, usersig) => {
		expect(await codeWith(await open(), usersig)).toBe(70003);
	});

	it.each([
		['is no JSON', packed('hello')],
		['is no object', packed('[]')],
		['lacks the signature', packed('{"TLS.ver":"2.0"}')],
		['is JSON of the greatest size that is inflated', packed('1'.padEnd(4096))],
	])('whose document %s is refused with 70005', async (_reason, usersig) => {
		expect(await codeWith(await open(), usersig)).toBe(70005);
	});

	it('whose claims were changed after signing is refused', async () => {
		const testbed = await open();
		const document = unpacked(userSig({ expire: 60 }));

		const longer = packed(document.replace('"TLS.expire":60', '"TLS.expire":9999'));

		expect(await codeWith(testbed, longer)).toBe(70009);
	});

	it('that fails ten times within a minute locks the app for the rest of that minute', async () => {
		const testbed = await open();
		const forged = userSig({ secretKey: 'f'.repeat(64) });
		for (let attempt = 0; attempt < 10; attempt += 1) {
			expect(await codeWith(testbed, forged)).toBe(70009);
		}

		expect(await codeWith(testbed, userSig())).toBe(70050);
		testbed.advance(59_999);
		expect(await codeWith(testbed, userSig())).toBe(70050);
		testbed.advance(1);
		expect(await codeWith(testbed, userSig())).toBe(0);
	});

	it('that has merely expired does not count as a forgery', async () => {
		const testbed = await open({ behaviour: { badSignatureLimit: 1 } });

		expect(await codeWith(testbed, userSig({ time: 0 }))).toBe(70001);
		expect(await codeWith(testbed, userSig())).toBe(0);
	});

	it('locks nothing when the lock is turned off', async () => {
		const testbed = await open({ behaviour: { badSignatureLimit: null } });
		const forged = userSig({ secretKey: 'f'.repeat(64) });
		for (let attempt = 0; attempt < 12; attempt += 1) await codeWith(testbed, forged);

		expect(await codeWith(testbed, userSig())).toBe(0);
	});
});
