import { request, type OutgoingHttpHeaders } from 'node:http';
import {
	defaultBehaviour,
	type Conversation,
	type RecordedRequest,
	type Stats,
} from '../../simulator';
import { RequestBook } from '../../simulator/records/requests';
import { until } from '../harness/eventually';
import { accountCheck, sendmsg } from '../harness/commands';
import {
	testbeds,
	directMessage,
	userSig,
	type SimulatorTestbed,
} from '../harness/simulatorTestbed';

const read = async <T>(testbed: SimulatorTestbed, path: string) =>
	(await (await fetch(`${testbed.simulator.url}${path}`)).json()) as T;

const post = async (testbed: SimulatorTestbed, path: string, body: unknown) =>
	await fetch(`${testbed.simulator.url}${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});

/** The status of a request with headers that `fetch` would not let through, such as Host. */
async function statusOf(
	testbed: SimulatorTestbed,
	method: string,
	path: string,
	headers: OutgoingHttpHeaders,
	body = '',
): Promise<number | undefined> {
	return await new Promise((resolve, reject) => {
		const outgoing = request(`${testbed.simulator.url}${path}`, { method, headers }, (incoming) => {
			incoming.resume();
			resolve(incoming.statusCode);
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

describe('the control routes', () => {
	const open = testbeds();

	it('show the conversations', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage());

		const shown = await read<Conversation[]>(testbed, '/api/conversations');

		expect(shown).toEqual(testbed.simulator.conversations());
		expect(shown[0]?.entries[0]?.text).toBe('hello');
	});

	it('show what was received, accepted and refused', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage());
		await testbed.call(sendmsg, directMessage({ To_Account: 5 }));
		await testbed.call('openim/nothing', {});
		await testbed.call('openim/else', {});

		const stats = await read<Stats>(testbed, '/api/stats');

		expect(stats.paths[sendmsg]).toMatchObject({
			received: 2,
			accepted: 1,
			refused: { 90003: 1 },
		});
		expect(stats.paths.unknown).toMatchObject({ received: 2, refused: { 60009: 2 } });
		expect(stats).toMatchObject({ inFlight: 0, peakInFlight: 1, peakPerSecond: 4 });
		expect(stats.connections.total).toBeGreaterThanOrEqual(1);
	});

	it('show the most calls that were under way at once', async () => {
		const waiting: Array<() => void> = [];
		const testbed = await open({
			behaviour: { latencyMs: 10 },
			sleep: async () => {
				await new Promise<void>((resolve) => {
					waiting.push(resolve);
					if (waiting.length >= 3) for (const wake of waiting) wake();
				});
			},
		});

		await Promise.all([1, 2, 3].map(async () => await testbed.call(sendmsg, directMessage())));

		expect(testbed.simulator.stats().peakInFlight).toBe(3);
	});

	it('still count a call that is under way when everything is reset', async () => {
		const waiting: Array<() => void> = [];
		const testbed = await open({
			behaviour: { latencyMs: 10 },
			sleep: async () => await new Promise<void>((resolve) => waiting.push(resolve)),
		});
		const underWay = testbed.call(sendmsg, directMessage());
		await until('the call waits', () => waiting.length === 1);

		testbed.simulator.reset();
		expect(testbed.simulator.stats().inFlight).toBe(1);

		waiting[0]?.();
		await until('it waits again', () => waiting.length === 2);
		waiting[1]?.();
		expect(await underWay).toMatchObject({ ErrorCode: 0 });
	});

	it('show each request, but never its query string', async () => {
		const testbed = await open();
		const raw = '{"To_Account": "alice"';
		await testbed.call(sendmsg, directMessage());
		await testbed.call(sendmsg, raw);

		const requests = await read<RecordedRequest[]>(testbed, '/api/requests');

		expect(requests).toMatchObject([
			{ path: sendmsg, method: 'POST', body: directMessage(), errorCode: 0, at: testbed.now },
			{ path: sendmsg, raw, errorCode: 90001 },
		]);
		expect(JSON.stringify(requests)).not.toContain(userSig());
		expect(JSON.stringify(requests)).not.toContain('usersig');
	});

	it('keep the newest requests only', async () => {
		const book = new RequestBook();
		for (let count = 0; count < 20_500; count += 1) book.add({ ...blankRequest(), at: count });

		expect(book.list.length).toBeLessThanOrEqual(20_000);
		expect(book.list.at(-1)?.at).toBe(20_499);
	});

	it('turn switches while the simulator runs', async () => {
		const testbed = await open();

		const response = await post(testbed, '/api/behaviour', { rateLimit: 1, rateLimitCode: 60018 });

		expect(response.status).toBe(200);
		expect(await read(testbed, '/api/behaviour')).toEqual({
			...defaultBehaviour(),
			rateLimit: 1,
			rateLimitCode: 60018,
		});
		await testbed.call(sendmsg, directMessage());
		expect(await testbed.codeOf(sendmsg, directMessage())).toBe(60018);
	});

	it.each([
		[{ rateLimits: 1 }],
		[{ toString: 1 }],
		[{ rateCounting: 'hourly' }],
		[{ latencyMs: -1 }],
		[{ latencyMs: '5' }],
		[{ latencyMs: 1e99 }],
		[{ latencyJitterMs: 2 ** 31 }],
		[{ rateLimit: 1e99 }],
		[{ rateBucketSize: 1e15 }],
		[{ duplicateErrorCode: 1e99 }],
		[{ badSignatureLimit: 1e99 }],
		[{ maxMessageBytes: 1e99 }],
		[{ deskDedupSeconds: 1e99 }],
		[{ liveRoomPerSecond: 1e99 }],
		[{ refuseUntil: 1e99 }],
		[{ failNext: [{ fault: { kind: 'delay', ms: 1e99 } }] }],
		[{ failNext: [{ fault: { kind: 'slow', factor: 1e99 } }] }],
		[{ extensionInfoMustBeJson: 'yes' }],
		[{ failNext: [{ fault: { kind: 'explode' } }] }],
		[{ failNext: [{ fault: { kind: 'errorCode', code: 0 } }] }],
		[{ failNext: [{ fault: { kind: 'redirect' } }] }],
		[{ failNext: [{ fault: { kind: 'slow' } }] }],
		[{ failNext: [{ fault: { kind: 'delay', ms: -1 } }] }],
		[{ failNext: [{ path: 5, fault: { kind: 'hang' } }] }],
		[{ failNext: [{ fault: { kind: 'hang', processed: 'yes' } }] }],
		[{ faults: [{ probability: 2, fault: { kind: 'hang' } }] }],
		[[]],
	])('refuse %j, and change nothing', async (patch) => {
		const testbed = await open();

		const response = await post(testbed, '/api/behaviour', patch);
		const mixed = await post(testbed, '/api/behaviour', { ...patch, rateLimitCode: 60018 });

		expect(response.status).toBe(400);
		if (!Array.isArray(patch)) expect(mixed.status).toBe(400);
		const [name = 'object'] = Object.keys(patch);
		expect(await response.text()).toContain(name);
		if (!Array.isArray(patch)) expect(testbed.simulator.behaviour).toEqual(defaultBehaviour());
	});

	it('accept each kind of fault', async () => {
		const testbed = await open();
		const failNext = [
			{ fault: { kind: 'reset' } },
			{ path: sendmsg, fault: { kind: 'errorCode', code: 91000, info: 'x', processed: true } },
			{ fault: { kind: 'delay', ms: 5 } },
			{ fault: { kind: 'slow', factor: 2 } },
			{ fault: { kind: 'redirect', to: 'http://127.0.0.1' } },
		];
		const faults = [{ probability: 0.5, fault: { kind: 'gzipBomb' } }];

		const response = await post(testbed, '/api/behaviour', { failNext, faults });

		expect(await response.json()).toMatchObject({ failNext, faults });
	});

	it('can put everything back to the start', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.rateLimitCode = 60018;
		testbed.simulator.world().accounts.clear();
		await testbed.call(accountCheck, { CheckItem: [{ UserID: 'alice' }] });

		await post(testbed, '/api/reset', {});

		expect(testbed.simulator.behaviour).toEqual(defaultBehaviour());
		expect(testbed.simulator.requests).toEqual([]);
		expect(testbed.simulator.stats().paths).toEqual({});
		expect(await testbed.codeOf(sendmsg, directMessage({ MsgSeq: 1 }))).toBe(0);
		testbed.simulator.reset();
		expect(testbed.simulator.conversations()).toEqual([]);
		await testbed.call(sendmsg, directMessage({ MsgSeq: 1 }));
		expect(testbed.textsOf('alice')).toEqual(['hello']);
	});
});

function blankRequest(): RecordedRequest {
	return {
		at: 0,
		method: 'POST',
		path: sendmsg,
		raw: '',
		body: undefined,
		errorCode: 0,
		duplicate: false,
		fault: null,
		unknownFields: [],
	};
}

describe('the simulator', () => {
	const open = testbeds();
	const places = ['/', '/inbox.css', '/api/conversations', '/api/stats', '/api/requests'] as const;

	it('listens on this machine only', async () => {
		const testbed = await open();

		expect(testbed.simulator.app.server.address()).toMatchObject({ address: '127.0.0.1' });
	});

	it.each([
		{ host: 'evil.example' },
		{ host: 'evil.example:8765' },
		{ host: '127.0.0.1.evil.example' },
		{ host: 'localhost:8765', origin: 'https://evil.example' },
		{ host: 'localhost:8765', origin: 'null' },
		{ host: 'localhost:8765', origin: 'http://localhost:9999' },
		{ host: 'localhost:8765', 'sec-fetch-site': 'cross-site' },
	])('keeps a web page elsewhere out: %j', async (headers) => {
		const testbed = await open();

		for (const url of places) {
			expect(await statusOf(testbed, 'GET', url, headers)).toBe(403);
		}
		for (const url of ['/api/behaviour', '/api/reset']) {
			expect(await statusOf(testbed, 'POST', url, headers, '{"latencyMs":5}')).toBe(403);
		}
		expect(testbed.simulator.behaviour.latencyMs).toBe(0);
	});

	it.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
		'takes nothing that a web page can send without leave, such as %s',
		async (type) => {
			const testbed = await open();
			const headers = { host: '127.0.0.1:8765', ...(type && { 'content-type': type }) };

			for (const url of ['/api/behaviour', '/api/reset', '/api/customer/messages']) {
				expect(await statusOf(testbed, 'POST', url, headers, '{"latencyMs":5}')).toBe(415);
			}
			expect(testbed.simulator.behaviour.latencyMs).toBe(0);
		},
	);

	it.each([
		{ host: '127.0.0.1:8765' },
		{ host: 'LOCALHOST' },
		{ host: '[::1]:8765' },
		{ host: 'localhost:8765', origin: 'http://localhost:8765', 'sec-fetch-site': 'same-origin' },
	])('lets its own machine in: %j', async (headers) => {
		const testbed = await open();

		for (const url of places) {
			expect(await statusOf(testbed, 'GET', url, headers)).toBe(200);
		}
	});

	it('writes no signature to its log', async () => {
		const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
		try {
			const testbed = await open({ logger: true });
			await testbed.call(sendmsg, directMessage());
			const log = written.mock.calls.map(([chunk]) => String(chunk)).join('');
			expect(log).not.toContain(userSig());
		} finally {
			written.mockRestore();
		}
	});

	it('says plainly that a port is taken', async () => {
		const testbed = await open();

		await expect(open({ port: testbed.simulator.port })).rejects.toMatchObject({
			code: 'EADDRINUSE',
		});
	});
});
