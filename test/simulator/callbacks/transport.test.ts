import { createHash } from 'node:crypto';
import { callbackSign } from '../../../simulator/callbacks/signature';
import { SENDMSG, benches, directMessage, type Bench } from '../support';
import { answering, receivers, silent, type Reaction } from './receiver';

const open = benches();
const receiver = receivers();

const AFTER = 'C2C.CallbackAfterSendMsg';
const RECALLED = 'C2C.CallbackAfterMsgWithDraw';

/** Any token; it opens nothing. */
const TOKEN = 'callback token of a test';

const sendHello = async (bench: Bench) => {
	await bench.call(SENDMSG, directMessage());
	await bench.simulator.callbacks.settled();
};

describe('a callback', () => {
	it('is a POST with the documented query and body', async () => {
		const app = await receiver();
		const bench = await open({ callbacks: { url: app.url, commands: [AFTER] } });

		const answer = await bench.call(SENDMSG, directMessage({ CloudCustomData: 'order 7' }));
		await bench.simulator.callbacks.settled();

		expect(app.received).toEqual([
			{
				method: 'POST',
				path: '/callback',
				query: {
					SdkAppid: '1400000001',
					CallbackCommand: AFTER,
					contenttype: 'json',
					ClientIP: '127.0.0.1',
					OptPlatform: 'RESTAPI',
				},
				body: {
					CallbackCommand: AFTER,
					From_Account: 'administrator',
					To_Account: 'alice',
					MsgSeq: expect.any(Number),
					MsgRandom: 1,
					MsgTime: bench.now / 1000,
					MsgKey: answer.MsgKey,
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
		const bench = await open({
			callbacks: { url: app.url, token: 'xxxxyyyy', commands: [AFTER] },
			now: () => 1669872112_000,
		});

		await bench.simulator.customer.write({ from: 'bob', to: 'alice', text: 'hi' });
		await bench.simulator.callbacks.settled();

		expect(app.one(AFTER).query).toMatchObject({
			RequestTime: '1669872112',
			Sign: '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061',
		});
	});

	it('has no signature without a token', async () => {
		const app = await receiver();
		const bench = await open({ callbacks: { url: app.url } });

		await sendHello(bench);

		for (const { query } of app.received) {
			expect(query).not.toHaveProperty('Sign');
			expect(query).not.toHaveProperty('RequestTime');
		}
		expect(app.received).toHaveLength(2);
	});

	it('keeps the query that the URL has', async () => {
		const app = await receiver();
		const bench = await open({ callbacks: { url: `${app.url}?shop=7`, commands: [AFTER] } });

		await sendHello(bench);

		expect(app.one(AFTER).query).toMatchObject({ shop: '7', SdkAppid: '1400000001' });
	});

	it('goes out only when it is switched on', async () => {
		const app = await receiver();
		const bench = await open({ callbacks: { url: app.url, commands: [RECALLED] } });

		await sendHello(bench);

		expect(app.received).toEqual([]);
	});

	it('goes nowhere without a URL', async () => {
		const bench = await open();

		await sendHello(bench);

		expect(bench.simulator.callbacks.sent).toEqual([]);
	});

	it('does not make the request wait that it tells of', async () => {
		const app = await receiver();
		app.reaction = silent;
		const bench = await open({ callbacks: { url: app.url, commands: [AFTER] } });

		expect(await bench.codeOf(SENDMSG, directMessage())).toBe(0);

		expect(bench.simulator.callbacks.sent).toMatchObject([{ result: 'pending' }]);
	});

	it.each<[string, Reaction, object]>([
		['a status other than 200', answering({}, 500), { result: 'failed', status: 500 }],
		[
			'an answer that is no JSON',
			(response) => response.end('<html>'),
			{ result: 'failed', status: 200 },
		],
		['no answer', silent, { result: 'timedOut' }],
		['a broken connection', (response) => response.destroy(), { result: 'failed' }],
	])('counts as failed with %s', async (_name, reaction, outcome) => {
		const app = await receiver();
		app.reaction = reaction;
		const bench = await open({ callbacks: { url: app.url, commands: [AFTER], timeoutMs: 100 } });

		await sendHello(bench);

		expect(bench.simulator.callbacks.sent).toMatchObject([{ ...outcome, tries: 1 }]);
		expect(app.received).toHaveLength(1);
	});

	it('follows no redirect', async () => {
		const [app, elsewhere] = [await receiver(), await receiver()];
		app.reaction = (response) => {
			response.writeHead(307, { location: elsewhere.url });
			response.end();
		};
		const bench = await open({ callbacks: { url: app.url, commands: [AFTER] } });

		await sendHello(bench);

		expect(elsewhere.received).toEqual([]);
		expect(bench.simulator.callbacks.sent).toMatchObject([{ result: 'failed', status: 307 }]);
	});

	it('is sent again after a failure when told to, with the same body and a new signature', async () => {
		const app = await receiver();
		app.reaction = (response, callback) => {
			bench.advance(5000);
			answering({}, app.received.length < 3 ? 502 : 200)(response, callback);
		};
		const bench = await open({
			callbacks: { url: app.url, token: TOKEN, commands: [AFTER], retryAfter: true },
		});

		await sendHello(bench);

		const [first, second, third] = app.received;
		expect(app.received).toHaveLength(3);
		expect(second?.body).toEqual(first?.body);
		expect(third?.body).toEqual(first?.body);
		expect(third?.query.Sign).toBe(callbackSign(TOKEN, third?.query.RequestTime ?? ''));
		expect(Number(third?.query.RequestTime)).toBe(Number(first?.query.RequestTime) + 10);
		expect(bench.simulator.callbacks.sent).toMatchObject([{ result: 'answered', tries: 3 }]);
	});

	it('is given up after a few tries', async () => {
		const app = await receiver();
		app.reaction = answering({}, 502);
		const bench = await open({ callbacks: { url: app.url, commands: [AFTER], retryAfter: true } });

		await sendHello(bench);

		expect(app.received).toHaveLength(3);
		expect(bench.simulator.callbacks.sent).toMatchObject([{ result: 'failed', tries: 3 }]);
	});

	it('is broken off when the simulator closes', async () => {
		const app = await receiver();
		app.reaction = silent;
		const bench = await open({
			callbacks: { url: app.url, commands: [AFTER], timeoutMs: 600_000, retryAfter: true },
		});
		await bench.call(SENDMSG, directMessage());
		const settled = bench.simulator.callbacks.settled();

		await bench.close();
		await settled;

		expect(bench.simulator.callbacks.sent).toMatchObject([{ result: 'failed' }]);
	});

	it('belongs to its app', async () => {
		const app = await receiver();
		const other = { sdkAppId: 1400000002, secretKey: 'cafe', admins: ['boss'], desk: true };
		const { DEMO_APP } = await import('../../../simulator');
		const bench = await open({ apps: [DEMO_APP, other] });
		bench.simulator.callbacks.settings(other.sdkAppId).url = app.url;

		await sendHello(bench);
		await bench.simulator.customer.write({
			from: 'bob',
			to: 'alice',
			text: 'hi',
			sdkAppId: other.sdkAppId,
		});
		await bench.simulator.callbacks.settled();

		expect(app.received.map(({ query }) => query.SdkAppid)).toEqual(['1400000002', '1400000002']);
	});
});

describe('the record of callbacks', () => {
	it('says what was sent and answered, and keeps token and signature to itself', async () => {
		const app = await receiver();
		const bench = await open({ callbacks: { url: app.url, token: TOKEN, commands: [AFTER] } });

		await sendHello(bench);

		const { sent } = bench.simulator.callbacks;
		expect(sent).toMatchObject([
			{
				at: bench.now,
				sdkAppId: 1400000001,
				to: 'chat',
				command: AFTER,
				platform: 'RESTAPI',
				body: { CallbackCommand: AFTER, To_Account: 'alice' },
				tries: 1,
				result: 'answered',
				status: 200,
				answer: { ErrorCode: 0 },
			},
		]);
		const signature = createHash('sha256')
			.update(`${TOKEN}${bench.now / 1000}`)
			.digest('hex');
		expect(app.one(AFTER).query.Sign).toBe(signature);
		expect(JSON.stringify(sent)).not.toContain(TOKEN);
		expect(JSON.stringify(sent)).not.toContain(signature);
	});

	it('is empty after a reset, and the settings are those of the start', async () => {
		const app = await receiver();
		const bench = await open({ callbacks: { url: app.url, commands: [AFTER] } });
		bench.simulator.callbacks.settings().commands = null;
		await sendHello(bench);

		bench.simulator.reset();

		expect(bench.simulator.callbacks.sent).toEqual([]);
		expect(bench.simulator.callbacks.settings()).toMatchObject({
			url: app.url,
			commands: [AFTER],
		});
	});
});

describe('the settings of callbacks', () => {
	const read = async (bench: Bench) => {
		const response = await fetch(`${bench.simulator.url}/api/callbacks`);
		return (await response.json()) as Record<string, unknown>;
	};
	const post = async (bench: Bench, patch: unknown) =>
		await fetch(`${bench.simulator.url}/api/callbacks`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(patch),
		});

	it('can be changed while the simulator runs, and do not show the token', async () => {
		const app = await receiver();
		const bench = await open();

		const answer = await post(bench, { url: app.url, token: TOKEN, commands: [AFTER] });
		await sendHello(bench);
		const shown = await read(bench);

		expect(answer.status).toBe(200);
		expect(app.commands).toEqual([AFTER]);
		expect(shown).toMatchObject({
			sdkAppId: 1400000001,
			settings: { url: app.url, hasToken: true, timeoutMs: 2000, blockOnTimeout: false },
			sent: [{ command: AFTER, result: 'answered' }],
		});
		expect(await answer.text()).not.toContain(TOKEN);
		expect(JSON.stringify(shown)).not.toContain(TOKEN);
	});

	it.each([
		[{ url: 'ftp://example.com' }],
		[{ url: 'example.com' }],
		[{ timeoutMs: 0 }],
		[{ timeoutMs: 1e99 }],
		[{ blockOnTimeout: 'yes' }],
		[{ commands: AFTER }],
		[{ deskEvents: { sessionStarted: 'X' } }],
		[{ uri: 'http://127.0.0.1' }],
		[[]],
	])('refuse %j, and change nothing', async (patch) => {
		const bench = await open();
		const before = structuredClone(bench.simulator.callbacks.settings());

		const answer = await post(bench, patch);

		expect(answer.status).toBe(400);
		expect(bench.simulator.callbacks.settings()).toEqual(before);
	});

	it('that are wrong at the start are named', async () => {
		await expect(open({ callbacks: { url: 'example.com' } })).rejects.toThrow('"url"');
	});

	it('are for this machine only', async () => {
		const bench = await open();

		const answer = await fetch(`${bench.simulator.url}/api/callbacks`, {
			headers: { origin: 'https://evil.example' },
		});

		expect(answer.status).toBe(403);
	});
});
