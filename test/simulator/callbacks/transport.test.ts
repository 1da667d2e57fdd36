import { createHash } from 'node:crypto';
import { callbackSign } from '../../../simulator/callbacks/signature';
import { sendmsg } from '../../harness/commands';
import { testbeds, directMessage, type SimulatorTestbed } from '../../harness/simulatorTestbed';
import { responding, receivers, silent, type Reaction } from './receiver';

const open = testbeds();
const receiver = receivers();

const after = 'C2C.CallbackAfterSendMsg';
const recalled = 'C2C.CallbackAfterMsgWithDraw';

/** Any token; it opens nothing. */
const token = 'callback token of a test';

const sendHello = async (testbed: SimulatorTestbed) => {
	await testbed.call(sendmsg, directMessage());
	await testbed.simulator.callbacks.settled();
};

describe('a callback', () => {
	it('is a POST with the documented query and body', async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { url: app.url, commands: [after] } });

		const response = await testbed.call(sendmsg, directMessage({ CloudCustomData: 'order 7' }));
		await testbed.simulator.callbacks.settled();

		expect(app.received).toEqual([
			{
				method: 'POST',
				path: '/callback',
				query: {
					SdkAppid: '1400000001',
					CallbackCommand: after,
					contenttype: 'json',
					ClientIP: '127.0.0.1',
					OptPlatform: 'RESTAPI',
				},
				body: {
					CallbackCommand: after,
					From_Account: 'administrator',
					To_Account: 'alice',
					MsgSeq: expect.any(Number),
					MsgRandom: 1,
					MsgTime: testbed.now / 1000,
					MsgKey: response.MsgKey,
					OnlineOnlyFlag: 0,
					MsgBody: directMessage().MsgBody,
					CloudCustomData: 'order 7',
					SendMsgResult: 0,
					ErrorInfo: 'send msg succeed',
					UnreadMsgNum: 1,
				},
			},
		]);
	});

	it('is signed as the page shows it', async () => {
		const app = await receiver();
		const testbed = await open({
			callbacks: { url: app.url, token: 'xxxxyyyy', commands: [after] },
			now: () => 1669872112_000,
		});

		await testbed.simulator.customer.write({ from: 'bob', to: 'alice', text: 'hi' });
		await testbed.simulator.callbacks.settled();

		expect(app.one(after).query).toMatchObject({
			RequestTime: '1669872112',
			Sign: '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061',
		});
	});

	it('has no signature without a token', async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { url: app.url } });

		await sendHello(testbed);

		for (const { query } of app.received) {
			expect(query).not.toHaveProperty('Sign');
			expect(query).not.toHaveProperty('RequestTime');
		}
		expect(app.received).toHaveLength(2);
	});

	it('keeps the query that the URL has', async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { url: `${app.url}?shop=7`, commands: [after] } });

		await sendHello(testbed);

		expect(app.one(after).query).toMatchObject({ shop: '7', SdkAppid: '1400000001' });
	});

	it('goes out only when it is switched on', async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { url: app.url, commands: [recalled] } });

		await sendHello(testbed);

		expect(app.received).toEqual([]);
	});

	it('goes nowhere without a URL', async () => {
		const testbed = await open();

		await sendHello(testbed);

		expect(testbed.simulator.callbacks.sent).toEqual([]);
	});

	it('does not make the request wait that it tells of', async () => {
		const app = await receiver();
		app.reaction = silent;
		const testbed = await open({ callbacks: { url: app.url, commands: [after] } });

		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(0);

		expect(testbed.simulator.callbacks.sent).toMatchObject([{ result: 'pending' }]);
	});

	it.each<[string, Reaction, object]>([
		['a status other than 200', responding({}, 500), { result: 'failed', status: 500 }],
		[
			'a response that is no JSON',
			(response) => response.end('<html>'),
			{ result: 'failed', status: 200 },
		],
		['no response', silent, { result: 'timedOut' }],
		['a broken connection', (response) => response.destroy(), { result: 'failed' }],
	])('counts as failed with %s', async (_name, reaction, outcome) => {
		const app = await receiver();
		app.reaction = reaction;
		const testbed = await open({ callbacks: { url: app.url, commands: [after], timeoutMs: 100 } });

		await sendHello(testbed);

		expect(testbed.simulator.callbacks.sent).toMatchObject([{ ...outcome, tries: 1 }]);
		expect(app.received).toHaveLength(1);
	});

	it('follows no redirect', async () => {
		const [app, elsewhere] = [await receiver(), await receiver()];
		app.reaction = (response) => {
			response.writeHead(307, { location: elsewhere.url });
			response.end();
		};
		const testbed = await open({ callbacks: { url: app.url, commands: [after] } });

		await sendHello(testbed);

		expect(elsewhere.received).toEqual([]);
		expect(testbed.simulator.callbacks.sent).toMatchObject([{ result: 'failed', status: 307 }]);
	});

	it('is sent again after a failure when told to, with the same body and a new signature', async () => {
		const app = await receiver();
		app.reaction = (response, callback) => {
			testbed.advance(5000);
			responding({}, app.received.length < 3 ? 502 : 200)(response, callback);
		};
		const testbed = await open({
			callbacks: { url: app.url, token: token, commands: [after], retryAfter: true },
		});

		await sendHello(testbed);

		const [first, second, third] = app.received;
		expect(app.received).toHaveLength(3);
		expect(second?.body).toEqual(first?.body);
		expect(third?.body).toEqual(first?.body);
		expect(third?.query.Sign).toBe(callbackSign(token, third?.query.RequestTime ?? ''));
		expect(Number(third?.query.RequestTime)).toBe(Number(first?.query.RequestTime) + 10);
		expect(testbed.simulator.callbacks.sent).toMatchObject([{ result: 'answered', tries: 3 }]);
	});

	it('is given up after a few tries', async () => {
		const app = await receiver();
		app.reaction = responding({}, 502);
		const testbed = await open({
			callbacks: { url: app.url, commands: [after], retryAfter: true },
		});

		await sendHello(testbed);

		expect(app.received).toHaveLength(3);
		expect(testbed.simulator.callbacks.sent).toMatchObject([{ result: 'failed', tries: 3 }]);
	});

	it('is broken off when the simulator closes', async () => {
		const app = await receiver();
		app.reaction = silent;
		const testbed = await open({
			callbacks: { url: app.url, commands: [after], timeoutMs: 600_000, retryAfter: true },
		});
		await testbed.call(sendmsg, directMessage());
		const settled = testbed.simulator.callbacks.settled();

		await testbed.close();
		await settled;

		expect(testbed.simulator.callbacks.sent).toMatchObject([{ result: 'failed' }]);
	});

	it('belongs to its app', async () => {
		const app = await receiver();
		const other = { sdkAppId: 1400000002, secretKey: 'cafe', admins: ['boss'], desk: true };
		const { demoApp } = await import('../../../simulator');
		const testbed = await open({ apps: [demoApp, other] });
		testbed.simulator.callbacks.settings(other.sdkAppId).url = app.url;

		await sendHello(testbed);
		await testbed.simulator.customer.write({
			from: 'bob',
			to: 'alice',
			text: 'hi',
			sdkAppId: other.sdkAppId,
		});
		await testbed.simulator.callbacks.settled();

		expect(app.received.map(({ query }) => query.SdkAppid)).toEqual(['1400000002', '1400000002']);
	});
});

describe('the record of callbacks', () => {
	it('says what was sent and answered, and keeps token and signature to itself', async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { url: app.url, token: token, commands: [after] } });

		await sendHello(testbed);

		const { sent } = testbed.simulator.callbacks;
		expect(sent).toMatchObject([
			{
				at: testbed.now,
				sdkAppId: 1400000001,
				to: 'chat',
				command: after,
				platform: 'RESTAPI',
				body: { CallbackCommand: after, To_Account: 'alice' },
				tries: 1,
				result: 'answered',
				status: 200,
				response: { ErrorCode: 0 },
			},
		]);
		const signature = createHash('sha256')
			.update(`${token}${testbed.now / 1000}`)
			.digest('hex');
		expect(app.one(after).query.Sign).toBe(signature);
		expect(JSON.stringify(sent)).not.toContain(token);
		expect(JSON.stringify(sent)).not.toContain(signature);
	});

	it('is empty after a reset, and the settings are those of the start', async () => {
		const app = await receiver();
		const testbed = await open({ callbacks: { url: app.url, commands: [after] } });
		testbed.simulator.callbacks.settings().commands = null;
		await sendHello(testbed);

		testbed.simulator.reset();

		expect(testbed.simulator.callbacks.sent).toEqual([]);
		expect(testbed.simulator.callbacks.settings()).toMatchObject({
			url: app.url,
			commands: [after],
		});
	});
});

describe('the settings of callbacks', () => {
	const read = async (testbed: SimulatorTestbed) => {
		const response = await fetch(`${testbed.simulator.url}/api/callbacks`);
		return (await response.json()) as Record<string, unknown>;
	};
	const post = async (testbed: SimulatorTestbed, patch: unknown) =>
		await fetch(`${testbed.simulator.url}/api/callbacks`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(patch),
		});

	it('can be changed while the simulator runs, and do not show the token', async () => {
		const app = await receiver();
		const testbed = await open();

		const response = await post(testbed, { url: app.url, token: token, commands: [after] });
		await sendHello(testbed);
		const shown = await read(testbed);

		expect(response.status).toBe(200);
		expect(app.commands).toEqual([after]);
		expect(shown).toMatchObject({
			sdkAppId: 1400000001,
			settings: { url: app.url, hasToken: true, timeoutMs: 2000, blockOnTimeout: false },
			sent: [{ command: after, result: 'answered' }],
		});
		expect(await response.text()).not.toContain(token);
		expect(JSON.stringify(shown)).not.toContain(token);
	});

	it.each([
		[{ url: 'ftp://example.com' }],
		[{ url: 'example.com' }],
		[{ timeoutMs: 0 }],
		[{ timeoutMs: 1e99 }],
		[{ blockOnTimeout: 'yes' }],
		[{ commands: after }],
		[{ deskEvents: { sessionStarted: 'X' } }],
		[{ uri: 'http://127.0.0.1' }],
		[[]],
	])('refuse %j, and change nothing', async (patch) => {
		const testbed = await open();
		const before = structuredClone(testbed.simulator.callbacks.settings());

		const response = await post(testbed, patch);

		expect(response.status).toBe(400);
		expect(testbed.simulator.callbacks.settings()).toEqual(before);
	});

	it('that are wrong at the start are named', async () => {
		await expect(open({ callbacks: { url: 'example.com' } })).rejects.toThrow('"url"');
	});

	it('are for this machine only', async () => {
		const testbed = await open();

		const response = await fetch(`${testbed.simulator.url}/api/callbacks`, {
			headers: { origin: 'https://evil.example' },
		});

		expect(response.status).toBe(403);
	});
});
