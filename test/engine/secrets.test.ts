import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { listen } from '../harness/ports';
import { userSig } from '../../credentials/userSig';
import type { Fault } from '../../simulator';
import { findSecrets } from '../harness/secrets';
import { unpacked } from '../harness/simulatorTestbed';
import { sendmsg } from '../harness/commands';
import {
	app,
	nodeName,
	operations,
	testbeds,
	direct,
	failureIn,
	message,
	secretsIn,
	textsIn,
	type NodeRun,
	type OperationName,
	live,
} from '../harness/engineTestbed';

const open = testbeds();
const names = Object.keys(operations) as OperationName[];
const modes = ['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const;

const signature = userSig({
	sdkAppId: app.sdkAppId,
	identifier: 'administrator',
	secretKey: app.secretKey,
	signatureLifetime: 86_400,
});

describe('the search for secrets', () => {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	const url = `http://127.0.0.1/v4/x?sdkappid=1&usersig=${signature}&random=1`;
	const written: Array<[string, string]> = [
		['the key', app.secretKey],
		['the key inside a text', `bad key ${app.secretKey}!`],
		['the key in base64', base64(app.secretKey)],
		['the key in base64 of a text', base64(`user:${app.secretKey}`)],
		['the key, URL-encoded', encodeURIComponent(app.secretKey)],
		['the signature', signature],
		['the signature in an address', url],
		['the signature in an address, URL-encoded', encodeURIComponent(url)],
		['the signature in base64', base64(signature)],
		['the signature in an address in base64', base64(url)],
		['the signature, inflated', unpacked(signature)],
	];
	const planted: Array<[string, (run: NodeRun, text: string) => void]> = [
		['an output item', (run, text) => (run.output[0]!.json.found = { deep: [text] })],
		['the execution record', ({ run }, text) => (run.data.resultData.metadata = { note: text })],
		['a log line', ({ log }, text) => log.push({ level: 'debug', message: `sent ${text}` })],
		[
			'what comes with a log line',
			({ log }, text) => log.push({ level: 'info', message: '', metadata: { options: { text } } }),
		],
		[
			'a hint',
			({ task }, text) => {
				task(nodeName)!.hints = [{ message: text }];
			},
		],
		[
			'the cause of an error',
			(run, text) => {
				const cause = new Error('inner');
				Object.defineProperty(cause, 'config', { value: { url: text }, enumerable: false });
				run.task(nodeName)!.error = Object.assign(new Error('outer', { cause }), {
					node: undefined,
				}) as unknown as NonNullable<NodeRun['error']>;
			},
		],
	];

	it('finds nothing where nothing is', async () => {
		const testbed = await open();

		expect(secretsIn(await testbed.run(direct(), [message('u0', 'x')]))).toEqual([]);
	});

	it.each(planted)('finds every form in %s', async (_place, plant) => {
		const testbed = await open();

		for (const [form, text] of written) {
			const run = await testbed.run(direct(), [message('u0', 'x')]);
			plant(run, text);
			expect([form, secretsIn(run).length > 0]).toEqual([form, true]);
		}
	});
});

/** What can become of a call. */
const outcomes: Array<[string, Fault]> = [
	['a good response', { kind: 'delay', ms: 0 }],
	['a refusal', { kind: 'errorCode', code: 90010 }],
	['a refused signature', { kind: 'errorCode', code: 70003 }],
	['an expired signature', { kind: 'errorCode', code: 70001 }],
	['a code that nobody knows', { kind: 'errorCode', code: 987654 }],
	['a 502', { kind: 'status502' }],
	['a reset', { kind: 'reset' }],
	['a lost response', { kind: 'loseResponse' }],
	['a response that never comes', { kind: 'hang' }],
	['a response a byte at a time', { kind: 'drip' }],
	['garbage', { kind: 'garbage' }],
	['half a response', { kind: 'truncated' }],
	['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/' }],
	['a response without end', { kind: 'gzipBomb' }],
];

describe.each(modes)('a run with the setting %s', (onError) => {
	it.each(outcomes)('leaves no secret behind after %s', async (_outcome, fault) => {
		const testbed = await open();
		// A look that finds nothing is made again after seconds.
		testbed.refuseLooks();

		// A second for each time-out: one operation stands for the four.
		const slow = fault.kind === 'hang' || fault.kind === 'drip';
		for (const name of slow ? names.slice(0, 1) : names) {
			const { parameters, path, to } = operations[name];
			testbed.failNext(path, fault);
			const run = await testbed.run(
				parameters({ maxRetries: 0, timeout: 1000 }),
				[message(to, 'x')],
				{ onError },
			);
			expect(secretsIn(run)).toEqual([]);
			// What was searched is the run, not nothing.
			expect(textsIn(run.run)).toContain(nodeName);
		}
	});

	it('leaves no secret behind when nobody listens, or when the host does not exist', async () => {
		const testbed = await open();
		await testbed.simulator.goDown();
		const options = { maxRetries: 0 };

		const runs = [
			await testbed.run(direct(options), [message('u0', 'x')], { onError }),
			await testbed.run(direct(options), [message('u0', 'x')], {
				onError,
				credential: { customHost: 'https://nowhere.invalid' },
			}),
			await testbed.run(direct(options), [message('u0', 'x')], {
				onError,
				credential: { customHost: 'http://example.com' },
			}),
		];
		await testbed.simulator.comeBack();

		expect(runs.flatMap((run) => secretsIn(run))).toEqual([]);
	});
});

describe('a host that gives back the address it was called at leaves no secret behind', () => {
	let host: Server;
	let textFor: (url: string) => string;
	let status: number;
	let answered: string[];

	beforeEach(async () => {
		answered = [];
		status = 200;
		host = createServer((request, response) => {
			const text = textFor(`http://${request.headers.host}${request.url}`);
			answered.push(text);
			response.writeHead(status, { 'content-type': 'application/json' }).end(text);
		});
		await listen(host);
	});

	afterEach(async () => {
		await new Promise((resolve) => host.close(resolve));
	});

	const refused = (words: string) =>
		JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 60002, ErrorInfo: words });
	const unknown = (words: string) =>
		JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 999123, ErrorInfo: words });
	const taken = (words: string) =>
		JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', Request: { Url: words } });
	const page = (words: string) => `<html><body>Not found: ${words}</body></html>`;

	type Around = (words: string) => string;
	/** Here Tencent's words, or fields that the node does not know, come out as data. */
	const shown: Array<[string, number, Around]> = [
		['in a refusal', 200, refused],
		['in a refusal with a code that nobody knows', 200, unknown],
		['in a good response', 200, taken],
		['in a refusal with status 500', 500, refused],
	];
	const notShown: Array<[string, number, Around]> = [
		['in a page', 200, page],
		['in the page of a 404', 404, page],
		['in the page of a 502', 502, page],
	];
	const forms: Array<[string, (url: string) => string]> = [
		['as it is', (url) => url],
		['percent-encoded throughout', (url) => percent(decodeURIComponent(url))],
		['in base64', (url) => Buffer.from(url).toString('base64')],
		['in base64 of the signature alone', (url) => Buffer.from(sigOf(url)).toString('base64')],
		['inflated', (url) => unpacked(sigOf(url))],
	];
	const sigOf = (url: string) => new URL(url).searchParams.get('usersig') ?? '';
	const percent = (text: string) =>
		[...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

	const runsAgainst = async (write: (url: string) => string) => {
		textFor = write;
		const testbed = await open();
		const { port } = host.address() as AddressInfo;
		const runs: NodeRun[] = [];
		for (const onError of modes) {
			runs.push(
				await testbed.run(live({ maxRetries: 0 }), [message('room1', 'x')], {
					onError,
					credential: { customHost: `http://127.0.0.1:${port}` },
				}),
			);
		}
		return runs;
	};

	const check = async (code: number, around: Around, written: (url: string) => string) => {
		status = code;

		const runs = await runsAgainst((url) => around(written(url)));

		expect(runs.flatMap((run) => secretsIn(run))).toEqual([]);
		// The host did give it away.
		expect(answered.length).toBeGreaterThanOrEqual(3);
		for (const text of answered) {
			expect(findSecrets(text, { secretKey: app.secretKey })).not.toEqual([]);
		}
	};

	it.each([...shown, ...notShown])('%s (HTTP %i), decoded', async (_place, code, around) => {
		await check(code, around, decodeURIComponent);
	});

	describe.each(forms)('(%s)', (_form, written) => {
		it.each(shown)('%s (HTTP %i)', async (_place, code, around) => {
			await check(code, around, written);
		});

		it.each(notShown)('%s (HTTP %i)', async (_place, code, around) => {
			await check(code, around, written);
		});
	});

	describe('written so that it comes to light when the response is parsed', () => {
		const unicode = (text: string) =>
			[...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

		it.each<[string, (url: string) => string]>([
			['escaped', unicode],
			['escaped in part', (url) => url.replace(/[A-Za-z]{3}/g, unicode)],
			['in base64 that is escaped', (url) => unicode(Buffer.from(url).toString('base64'))],
			['without the end', (url) => unicode(sigOf(url).slice(0, -6))],
		])('%s', async (_how, written) => {
			for (const around of [unknown, taken]) {
				status = 200;
				let given = '';
				const runs = await runsAgainst((url) => {
					given = sigOf(url);
					// JSON of the words would escape the escapes.
					return around('WORDS').replace('WORDS', () => written(url));
				});

				expect(runs.flatMap((run) => secretsIn(run))).toEqual([]);
				expect(given).toMatch(/^eJ/);
				expect(textsIn(runs.map(({ run }) => run))).not.toContain(given.slice(0, 30));
			}
		});
	});

	it('still says in its own words what happened', async () => {
		status = 200;

		const [, run] = await runsAgainst((url) => unknown(`no such path: ${url}`));

		expect(failureIn(run!.errorOutput[0]!)).toMatchObject({
			ErrorCode: 999123,
			message: expect.stringMatching(/\w/),
		});
	});
});

describe('the signature', () => {
	it('is on the wire in the address and nowhere in what the simulator keeps', async () => {
		const testbed = await open();
		let address = '';
		testbed.simulator.app.server.on('request', ({ url }: { url?: string }) => {
			address = url ?? '';
		});

		await testbed.run(direct(), [message('u0', 'x')]);

		expect(findSecrets(address, { secretKey: app.secretKey })).not.toEqual([]);
		expect(findSecrets(textsIn(testbed.calls(sendmsg)), { secretKey: app.secretKey })).toEqual([]);
	});
});
