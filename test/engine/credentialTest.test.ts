import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { listen } from '../harness/ports';
import * as credentialTest from '../harness/engine/credentialTest';
import type { Verdict } from '../harness/engine/credentialTest';
import { findSecrets } from '../harness/secrets';
import { app, testbeds, credentialFor, textsIn, type Testbed } from '../harness/engineTestbed';

const open = testbeds();

const messagesOf = (error: unknown) => {
	const { message, description } = error as Error & { description?: string };
	return `${message}\n${description ?? ''}`;
};

/** Presses "Test". Whatever comes of it, no secret may be left in it. */
async function pressTest(data: ICredentialDataDecryptedObject): Promise<Verdict> {
	const { verdict, response, error } = await credentialTest.pressTest(data);
	const left = error === undefined ? textsIn(response) : messagesOf(error);
	expect(findSecrets(left, { secretKey: app.secretKey })).toEqual([]);
	return verdict;
}

const test = async (testbed: Testbed, changes: Record<string, string | number> = {}) =>
	await pressTest(credentialFor(testbed.simulator.url, changes));

/** Each mistake, and words of its own message. */
const mistakes: Array<[string, Record<string, string | number>, number, RegExp]> = [
	['a wrong key', { secretKey: 'f'.repeat(64) }, 70009, /'Secret Key' does not belong/],
	['an unknown app', { sdkAppId: 1400009999 }, 70020, /does not know the 'SDKAppID'/],
	['an account that is no admin', { identifier: 'alice' }, 60010, /is not an administrator/],
];

describe("the credential form's test", () => {
	it('passes for a good credential, with one call that changes nothing', async () => {
		const testbed = await open();

		expect(await test(testbed)).toEqual({ status: 'OK', message: 'Connection successful!' });

		expect(testbed.calls().map(({ path, body }) => [path, body])).toEqual([
			['im_open_login_svc/account_check', { CheckItem: [{ UserID: 'administrator' }] }],
		]);
		expect(testbed.shown()).toEqual([]);
	});

	it.each(mistakes)('tells %s', async (_mistake, changes, code, says) => {
		const testbed = await open();

		const verdict = await test(testbed, changes);

		expect(testbed.calls().map(({ errorCode }) => errorCode)).toEqual([code]);
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(says);
	});

	it.each([
		['an app of another region', 60026, /another region/],
		['an app without a key in this region', 70016, /No key for this 'SDKAppID'/],
		['a clock that is wrong', 70001, /Set the clock/],
		['a locked sign-in', 70050, /wait at least one minute/],
		['a disabled app', 60016, /The application is disabled/],
		['a bill that is unpaid', 60020, /bill/],
		['too many requests', 60007, /asked too often/],
		['an error inside Tencent', 60008, /says nothing about the credential/],
	])('tells %s', async (_mistake, code, says) => {
		const testbed = await open();
		testbed.failNext('im_open_login_svc/account_check', { kind: 'errorCode', code });

		const verdict = await test(testbed);

		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(says);
	});

	it('tells a code that it does not know from a success', async () => {
		const testbed = await open();
		testbed.failNext('im_open_login_svc/account_check', { kind: 'errorCode', code: 987654 });

		expect((await test(testbed)).status).toBe('Error');
	});

	it('gives each common mistake words of its own', async () => {
		const testbed = await open();
		const messages: string[] = [];
		for (const [, changes] of mistakes) messages.push((await test(testbed, changes)).message);
		for (const code of [60026, 70001]) {
			testbed.failNext('im_open_login_svc/account_check', { kind: 'errorCode', code });
			messages.push((await test(testbed)).message);
		}

		expect(new Set(messages).size).toBe(5);
	});

	it('really sends a signature that an honest clock finds expired when the clock is behind', async () => {
		const testbed = await open();
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now - 3 * 86_400_000);
		testbed.simulator.app.server.on('request', () => clock.mockReturnValue(now));

		const verdict = await test(testbed, { signatureLifetime: 86_401 });
		clock.mockRestore();

		expect(testbed.calls().map(({ errorCode }) => errorCode)).toEqual([70001]);
		expect(verdict.message).toMatch(/Set the clock/);
	});

	it('finds an identifier of digits to be a text for Tencent', async () => {
		const testbed = await open();

		const verdict = await test(testbed, { identifier: '12345' });

		expect(testbed.calls().map(({ body }) => body)).toEqual([{ CheckItem: [{ UserID: '12345' }] }]);
		expect(verdict.message).toMatch(/is not an administrator/);
	});
});

describe('bad input in the credential form', () => {
	it.each([
		['an SDKAppID of 0', { sdkAppId: 0 }, /^'SDKAppID' is not a positive whole number/],
		['a negative SDKAppID', { sdkAppId: -1 }, /^'SDKAppID' is not a positive whole number/],
		['half an SDKAppID', { sdkAppId: 1.5 }, /^'SDKAppID' is not a positive whole number/],
		['an SDKAppID in words', { sdkAppId: 'abc' }, /^'SDKAppID' is not a positive whole number/],
		['no identifier', { identifier: '' }, /^'Identifier' is empty/],
		['a long identifier', { identifier: 'x'.repeat(33) }, /^'Identifier' is longer/],
		['no key', { secretKey: '' }, /^'Secret Key' is empty/],
		['a blank key', { secretKey: '  ' }, /^'Secret Key' is empty/],
		[
			'a private key',
			{ secretKey: '-----BEGIN PRIVATE KEY-----' },
			/^'Secret Key' holds a private/,
		],
		['no host', { customHost: '' }, /^'Custom Host' is empty/],
		['a host with a path', { customHost: 'https://example.com/v4' }, /^'Custom Host' has a path/],
		['plain http', { customHost: 'http://example.com' }, /^'Custom Host' uses http/],
		['a user in the host', { customHost: 'https://me@example.com' }, /^'Custom Host' holds a user/],
		['a lifetime of nothing', { signatureLifetime: 1 }, /^'Signature Lifetime \(Seconds\)' is not/],
		['a region that does not exist', { region: 'moon' }, /^'Region' is not/],
	])('(%s) is told before anything is sent', async (_input, changes, says) => {
		const testbed = await open();

		const verdict = await test(testbed, changes as Record<string, string | number>);

		expect(verdict).toEqual({ status: 'Error', message: expect.stringMatching(says) });
		expect(testbed.simulator.stats().connections.total).toBe(0);
	});
});

describe('a host that is not Tencent', () => {
	let host: Server;
	let served: string;

	beforeEach(async () => {
		host = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).end(served);
		});
		await listen(host);
	});

	afterEach(async () => {
		await new Promise((resolve) => host.close(resolve));
	});

	it.each([
		['another JSON', '{"ok":true}'],
		['a page', '<html>Log in</html>'],
		['a list', '[]'],
		['nothing', ''],
	])('is told when it answers %s with HTTP 200', async (_what, text) => {
		served = text;
		const { port } = host.address() as AddressInfo;

		const verdict = await pressTest(credentialFor(`http://127.0.0.1:${port}`));

		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/not the way Tencent does/);
	});
});
