import type { Account } from '../../../credentials/account';
import { VerifiedCredentials } from '../../../nodes/TencentChatDesk/delivery/memory/verifiedCredentials';
import { newAccount } from './support/accounts';

const isProven = (account: Account) => new VerifiedCredentials(account).isVerified;

describe('the signature of an account', () => {
	it('is taken from the first good response on, by every execution', () => {
		const account = newAccount();
		const verified = new VerifiedCredentials(account);
		expect(verified.isVerified).toBe(false);
		verified.markVerified();
		expect([verified.isVerified, isProven({ ...account })]).toEqual([true, true]);
	});

	it('is not taken any more once it was refused', () => {
		const account = newAccount();
		new VerifiedCredentials(account).markVerified();
		new VerifiedCredentials(account).invalidate();
		expect(isProven(account)).toBe(false);
	});

	it.each<[string, Partial<Account>]>([
		['another app', { sdkAppId: 20_000_001 }],
		['another identifier', { identifier: 'second' }],
		['another key', { secretKey: 'f'.repeat(64) }],
		['another host', { origin: 'https://adminapisgp.im.qcloud.com' }],
	])('says nothing of %s', (_, other) => {
		const account = newAccount();
		new VerifiedCredentials(account).markVerified();
		expect(isProven({ ...account, ...other })).toBe(false);
	});

	it('is the same for signatures of another lifetime', () => {
		const account = newAccount();
		new VerifiedCredentials(account).markVerified();
		expect(isProven({ ...account, signatureLifetime: 60 })).toBe(true);
	});
});

describe('the memory of the accounts of a process', () => {
	it('holds a thousand, and forgets the oldest for the next one, so that it does not grow without end', async () => {
		jest.resetModules();
		const { VerifiedCredentials: Fresh } =
			await import('../../../nodes/TencentChatDesk/delivery/memory/verifiedCredentials');
		const accounts = Array.from({ length: 1_000 }, newAccount);
		for (const account of accounts) new Fresh(account).markVerified();
		new Fresh(accounts[7]!).markVerified();
		expect(accounts.every((account) => new Fresh(account).isVerified)).toBe(true);

		const next = newAccount();
		new Fresh(next).markVerified();
		expect(accounts.filter((account) => !new Fresh(account).isVerified)).toEqual([accounts[0]]);
		expect(new Fresh(next).isVerified).toBe(true);
	});
});
