import type { IDataObject } from 'n8n-workflow';

import { readAccount } from '../../../credentials/account';
import type { Body, Remedy } from '../../../nodes/TencentChatDesk/contract';
import type { Reply } from '../../../nodes/TencentChatDesk/delivery/answer';
import type { Client } from '../../../nodes/TencentChatDesk/delivery/client';
import { failureOf } from '../../../nodes/TencentChatDesk/delivery/failure';
import { paceOf } from '../../../nodes/TencentChatDesk/delivery/pace';
import { apply, cures } from '../../../nodes/TencentChatDesk/delivery/remedy';
import { useFakeTimers, useRealTimers } from '../fakeTimers';

const account = readAccount({
	sdkAppId: 1400000001,
	identifier: 'administrator',
	secretKey: 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11d22e33f44a55b66c77d88e99',
	region: 'singapore',
});

const remedy: Remedy = {
	codes: [90048, 70107],
	path: 'im_open_login_svc/account_import',
	bodies: ({ missing }) => missing as Body[],
	perSecond: 10,
};

const good: Reply = { ok: true, answer: { ErrorCode: 0 } };
const bad: Reply = { ok: false, failure: failureOf('permanent', 'It failed', 'Do something.') };
const ids = (...names: string[]): IDataObject[] => names.map((UserID) => ({ UserID }));

/** Applies the remedy; a call for a UserID that is refused gets a refusal. */
async function applied(missing: Body[], refused?: string) {
	const calls: Array<{ path: string; body: string; timeout: number; at: number }> = [];
	const client = {
		call: async (path: string, body: string, timeout: number) => {
			calls.push({ path, body, timeout, at: Math.round(performance.now()) });
			return await Promise.resolve(refused !== undefined && body.includes(refused) ? bad : good);
		},
	} as unknown as Client;
	const outcome = apply(remedy, { missing }, client, account, 7_000);
	await jest.runAllTimersAsync();
	return { calls, worthAnotherTry: await outcome };
}

const pace = paceOf(account.origin, account.sdkAppId, remedy.path);

beforeEach(useFakeTimers);
afterEach(() => {
	expect(pace.inUse).toBe(false);
	useRealTimers();
});

describe('a remedy', () => {
	it.each([
		[90048, true],
		[70107, true],
		[90049, false],
		[undefined, false],
	])('for a failure with the code %j is one: %j', (ErrorCode, expected) => {
		const failure = failureOf('permanent', 'It failed', 'Do something.', { ErrorCode });
		expect(cures(remedy, failure)).toBe(expected);
	});

	it('makes its calls with the bodies for the call that failed, in order', async () => {
		const { calls, worthAnotherTry } = await applied(ids('mia', 'tom'));
		expect(worthAnotherTry).toBe(true);
		expect(calls).toMatchObject([
			{ path: remedy.path, body: '{"UserID":"mia"}', timeout: 7_000 },
			{ path: remedy.path, body: '{"UserID":"tom"}', timeout: 7_000 },
		]);
	});

	it('keeps the pace of its own API', async () => {
		const { calls } = await applied(ids('a', 'b', 'c', 'd', 'e'));
		const [first, second, , , last] = calls.map(({ at }) => at) as [
			number,
			number,
			number,
			number,
			number,
		];
		expect(second - first).toBeGreaterThanOrEqual(99);
		expect(last - first).toBeGreaterThanOrEqual(400);
		expect(last - first).toBeLessThan(500);
	});

	it('is given up at its first failure', async () => {
		const { calls, worthAnotherTry } = await applied(ids('mia', 'tom', 'eve'), 'tom');
		expect(worthAnotherTry).toBe(false);
		expect(calls).toHaveLength(2);
	});

	it('that can do nothing is no reason for another try', async () => {
		expect(await applied([])).toEqual({ calls: [], worthAnotherTry: false });
	});
});
