import {
	type AllowedCaller,
	CredentialCache,
} from '../../../nodes/TencentChatDesk/trigger/credentialCache';

const caller: AllowedCaller = { sdkAppId: 1, token: 'made up', origin: 'https://a.example' };

describe('KnownCallers', () => {
	it('is bounded, and forgets the oldest first', async () => {
		const known = new CredentialCache(1_000, 2);
		const read = jest.fn(async () => caller);

		for (const key of ['a', 'b', 'c']) await known.of(key, 0, read);
		expect(known.size).toBe(2);
		await known.of('c', 0, read);
		expect(read).toHaveBeenCalledTimes(3);
		await known.of('a', 0, read);
		expect(read).toHaveBeenCalledTimes(4);
	});

	it('reads again when the time is over, and when the clock was set back', async () => {
		const known = new CredentialCache(1_000, 10);
		const read = jest.fn(async () => caller);

		await known.of('a', 5_000, read);
		await known.of('a', 5_999, read);
		expect(read).toHaveBeenCalledTimes(1);
		await known.of('a', 6_000, read);
		expect(read).toHaveBeenCalledTimes(2);
		await known.of('a', 3_000, read);
		expect(read).toHaveBeenCalledTimes(3);
	});

	it('keeps nothing of a reading that failed, and tells everybody who waited', async () => {
		const known = new CredentialCache();
		const fail = async () => await Promise.reject<AllowedCaller>(new Error('no such credential'));

		const both = await Promise.allSettled([known.of('a', 0, fail), known.of('a', 0, fail)]);

		expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(known.size).toBe(0);
		expect(await known.of('a', 0, async () => await Promise.resolve(caller))).toBe(caller);
	});
});
