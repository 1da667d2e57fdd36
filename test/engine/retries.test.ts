import { createServer, type Server } from 'node:http';

import { listen } from '../harness/ports';
import type { Fault } from '../../simulator';
import { contactUser, liveTextCommand, sendmsg } from '../harness/commands';
import {
	cannotTellCopies,
	operations,
	tellsCopies,
	testbeds,
	engineGlobal,
	contact,
	direct,
	failureIn,
	live,
	message,
	type Testbed,
	type FailureData,
	type OperationName,
} from '../harness/engineTestbed';

const open = testbeds();
const names = Object.keys(operations) as OperationName[];
const tooOften: Fault = { kind: 'errorCode', code: 60007 };
const realSetTimeout = setTimeout;

afterEach(() => jest.restoreAllMocks());

/** Runs an operation once, with its call(s) meeting the faults; the item goes on either way. */
async function runThrough(
	testbed: Testbed,
	name: OperationName,
	faults: Fault[],
	options: Record<string, number> = {},
) {
	const { parameters, path, to } = operations[name];
	testbed.failNext(path, ...faults);
	testbed.refuseLooks();
	// A lucky draw for every back-off.
	jest.spyOn(Math, 'random').mockReturnValue(0.02);
	const result = await testbed.run(parameters(options), [message(to, 'hello')], {
		onError: 'continueErrorOutput',
	});
	const [failed] = result.errorOutput;
	const failure: FailureData | undefined = failed && failureIn(failed);
	expect(result.output.length + result.errorOutput.length).toBe(1);
	return { sent: result.output.length === 1, failure, calls: testbed.calls(path) };
}

/** Faults of these calls alone: a look that fails by chance would be made again. */
const pathOf = { contact: contactUser, live: liveTextCommand };

/** After these nobody but the server knows what became of the request. */
const doubts: Array<[string, Fault]> = [
	['a reset', { kind: 'reset' }],
	['a response that was lost', { kind: 'loseResponse' }],
	['a 502 before anything was done', { kind: 'status502' }],
	['a 502 after it was done', { kind: 'status502', processed: true }],
	['a response that is no JSON', { kind: 'garbage' }],
	['half a response', { kind: 'truncated' }],
	['60008 before anything was done', { kind: 'errorCode', code: 60008 }],
	['60008 after it was done', { kind: 'errorCode', code: 60008, processed: true }],
];

describe.each(tellsCopies)('%s', (name) => {
	it.each(doubts)('after %s is sent again, the same bytes, and arrives once', async (_, fault) => {
		const testbed = await open();

		const { sent, calls } = await runThrough(testbed, name, [fault]);

		expect(sent).toBe(true);
		expect(calls).toHaveLength(2);
		expect(calls[1]?.raw).toBe(calls[0]?.raw);
		expect(testbed.shown()).toEqual(['hello']);
	});

	it('that fails every time is given up in the end, and may have been sent', async () => {
		const testbed = await open();
		const lost: Fault = { kind: 'loseResponse' };

		const { sent, failure, calls } = await runThrough(testbed, name, [lost, lost, lost], {
			maxRetries: 2,
		});

		expect(sent).toBe(false);
		expect(calls).toHaveLength(3);
		expect(failure?.mayHaveBeenSent).toBe(true);
		expect(testbed.shown()).toEqual(['hello']);
	});
});

describe.each(cannotTellCopies)('%s', (name) => {
	it.each(doubts)('after %s is not sent again: it may have been sent', async (_, fault) => {
		const testbed = await open();

		const { sent, failure, calls } = await runThrough(testbed, name, [fault]);

		expect(sent).toBe(false);
		expect(failure).toMatchObject({
			mayHaveBeenSent: true,
			advice: expect.stringContaining('It may have been carried out all the same.'),
		});
		expect(calls).toHaveLength(1);
	});
});

describe.each(names)('%s', (name) => {
	it('that Tencent refused for its frequency is sent again and arrives once', async () => {
		const testbed = await open();

		const { sent, calls } = await runThrough(testbed, name, [{ kind: 'errorCode', code: 60007 }]);

		expect(sent).toBe(true);
		expect(calls.map(({ errorCode }) => errorCode)).toEqual([60007, 0]);
		expect(testbed.shown()).toHaveLength(1);
	});

	it('that found nobody listening is sent once somebody does', async () => {
		const testbed = await open();
		const { parameters, to } = operations[name];
		await testbed.simulator.goDown();
		const running = testbed.run(parameters({ maxRetries: 20 }), [message(to, 'hello')]);
		const refused = new Promise<void>((resolve) => {
			// The first wait of the node is its back-off: by then the connection was refused.
			const random = jest.spyOn(Math, 'random').mockImplementation(() => {
				random.mockRestore();
				resolve();
				return 0.1;
			});
		});
		await refused;
		await testbed.simulator.comeBack();

		const { output } = await running;

		expect(output).toHaveLength(1);
		expect(testbed.shown()).toHaveLength(1);
		expect(testbed.calls()).toHaveLength(1);
	});

	it('that finds nobody listening for good was certainly not sent', async () => {
		const testbed = await open();
		await testbed.simulator.goDown();

		const { failure } = await runThrough(testbed, name, [], { maxRetries: 1 });
		await testbed.simulator.comeBack();

		expect(failure).toMatchObject({
			message: 'Nothing answers at the address of the REST API',
			mayHaveBeenSent: false,
		});
	});

	it('whose signature expired is signed again, once and only once', async () => {
		const expired: Fault = { kind: 'errorCode', code: 70001 };
		const testbed = await open();

		const first = await runThrough(testbed, name, [expired]);
		expect(first.sent).toBe(true);
		expect(first.calls).toHaveLength(2);

		const other = await open();
		const second = await runThrough(other, name, [expired, expired]);
		expect(second.failure).toMatchObject({ ErrorCode: 70001, mayHaveBeenSent: false });
		expect(second.calls).toHaveLength(2);
	});

	it.each([60003, 60010, 70009, 90001, 141004, 100004, 123456])(
		'that is refused for good (%i) is not sent again',
		async (code) => {
			const testbed = await open();

			const { failure, calls } = await runThrough(testbed, name, [
				{ kind: 'errorCode', code, info: 'no' },
			]);

			expect(failure).toMatchObject({ ErrorCode: code, ErrorInfo: 'no', mayHaveBeenSent: false });
			expect(failure?.message).toMatch(/\w/);
			expect(failure?.advice).toMatch(/\w/);
			expect(calls).toHaveLength(1);
		},
	);

	it.each([['a reset', { kind: 'reset' }] as const, ['60007', tooOften] as const])(
		'without retries is tried once, after %s too',
		async (_, fault) => {
			const testbed = await open();

			const { sent, calls } = await runThrough(testbed, name, [fault], { maxRetries: 0 });

			expect(sent).toBe(false);
			expect(calls).toHaveLength(1);
		},
	);

	it('does not hammer an app whose sign-in is locked', async () => {
		const testbed = await open();
		const { parameters, path, to } = operations[name];
		testbed.failNext(path, { kind: 'errorCode', code: 70050 });
		const stop = new AbortController();
		const items = ['one', 'two', 'three'].map((text) => message(to, text));
		// With this draw every ordinary back-off is over in a quarter of a second.
		jest.spyOn(Math, 'random').mockReturnValue(0);
		const timers = jest.spyOn(engineGlobal, 'setTimeout');
		timers.mockImplementation(((...timer: Parameters<typeof setTimeout>) => {
			// The longest sleep in one piece: only a pause that goes on asks for it.
			if (timer[1] === 500) stop.abort();
			return realSetTimeout(...timer);
		}) as typeof setTimeout);

		const { log } = await testbed.run(parameters(), items, { signal: stop.signal });

		expect(stop.signal.aborted).toBe(true);
		expect(testbed.calls(path).map(({ errorCode }) => errorCode)).toEqual([70050]);
		expect(log.map(({ message: line }) => line).join('\n')).toContain('3 of 3 not tried');
	});
});

describe('a response that takes too long', () => {
	const withoutEnd: Array<[string, Fault]> = [
		['never comes', { kind: 'hang', processed: true }],
		['comes a byte at a time', { kind: 'drip' }],
	];

	describe.each(names)('to %s', (name) => {
		it.each(withoutEnd)('and %s ends at its deadline, and is in doubt', async (_, fault) => {
			const testbed = await open();
			const startedAt = performance.now();

			const { failure, calls } = await runThrough(testbed, name, [fault], {
				timeout: 1000,
				maxRetries: 0,
			});

			expect(performance.now() - startedAt).toBeGreaterThan(990);
			expect(calls).toHaveLength(1);
			expect(failure).toMatchObject({
				message: 'No complete answer came within 1000 milliseconds',
				mayHaveBeenSent: true,
			});
		});
	});
});

describe('a response larger than any that is documented', () => {
	it.each([
		['of 500 MB', { kind: 'huge' }] as const,
		['that inflates to 512 MB', { kind: 'gzipBomb' }] as const,
	])('%s ends with a clear error, and is not kept in memory', async (_, fault) => {
		const testbed = await open();
		// The simulator's own bytes are made before the measuring begins.
		await runThrough(await open(), 'a direct message', [fault], { maxRetries: 0 });
		const before = process.memoryUsage().rss;
		let peak = before;
		const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);

		const { failure, calls } = await runThrough(testbed, 'a direct message', [fault], {
			maxRetries: 0,
		});

		clearInterval(watch);
		peak = Math.max(peak, process.memoryUsage().rss);
		expect(calls).toHaveLength(1);
		expect(failure).toMatchObject({
			message: 'The answer of the host is not one of the REST API',
			mayHaveBeenSent: true,
		});
		expect((peak - before) / 2 ** 20).toBeLessThan(150);
	});
});

describe('a host that redirects', () => {
	let elsewhere: Server;
	let visits: number;
	let to: string;

	beforeEach(async () => {
		visits = 0;
		elsewhere = createServer((_request, response) => {
			visits += 1;
			response.end('{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}');
		});
		to = `http://127.0.0.1:${await listen(elsewhere)}/v4/elsewhere`;
	});

	afterEach(async () => {
		await new Promise((resolve) => elsewhere.close(resolve));
	});

	it.each(names)('is not followed by %s: no other server ever sees the signature', async (name) => {
		const testbed = await open();

		const { failure, calls } = await runThrough(testbed, name, [{ kind: 'redirect', to }]);

		expect(visits).toBe(0);
		expect(calls).toHaveLength(1);
		expect(failure).toMatchObject({
			message: 'The host redirects to another address, which is not followed',
			httpStatus: 302,
			mayHaveBeenSent: false,
		});
		// The other server would have answered.
		await fetch(to);
		expect(visits).toBe(1);
	});
});

describe('a copy of a message that Tencent had already taken', () => {
	const responses = ['sameResponse', 'freshResponse', 'okWithoutKey', 'error'] as const;
	const scopes = [
		{ sendmsgDedupScope: 'sender', deskDedupScope: 'conversation' },
		{ sendmsgDedupScope: 'pair', deskDedupScope: 'app' },
	] as const;
	const positions = responses.flatMap((duplicateResponse) =>
		scopes.map((scope) => ({ duplicateResponse, ...scope })),
	);

	describe.each(positions)(
		'where it answers $duplicateResponse (told by $sendmsgDedupScope, $deskDedupScope)',
		(behaviour) => {
			it.each(names)('%s is seen once and comes out once', async (name) => {
				const testbed = await open(behaviour);

				const { sent } = await runThrough(testbed, name, [{ kind: 'loseResponse' }]);

				expect(testbed.shown()).toHaveLength(1);
				expect(sent).toBe(tellsCopies.includes(name) && behaviour.duplicateResponse !== 'error');
			});

			it.each(names)('%s that did arrive is never reported as a plain failure', async (name) => {
				const testbed = await open(behaviour);

				const { sent, failure } = await runThrough(testbed, name, [{ kind: 'loseResponse' }]);

				expect(sent || failure?.mayHaveBeenSent).toBe(true);
			});

			it.each(names)('two different items of %s are never taken for copies', async (name) => {
				const testbed = await open(behaviour);
				const { parameters, to } = operations[name];
				const second = name === 'contacting a user' ? 'u1' : to;

				const { output } = await testbed.run(parameters(), [
					message(to, 'same'),
					message(second, 'same'),
				]);

				expect(output).toHaveLength(2);
				expect(testbed.shown()).toHaveLength(2);
			});
		},
	);

	it('where only the older rule holds (equal within a second) is seen once too', async () => {
		const testbed = await open({ sendmsgDedup: 'oneSecond' });
		// The shortest back-off: the copy comes within the second.
		jest.spyOn(Math, 'random').mockReturnValue(0);

		await runThrough(testbed, 'a direct message', [{ kind: 'loseResponse' }]);

		expect(testbed.calls(sendmsg)).toHaveLength(2);
		expect(testbed.shown()).toEqual(['hello']);
	});
});

describe('a message whose numbers were taken away', () => {
	it('can no longer be told from its copy, so it is not repeated', async () => {
		const testbed = await open();
		testbed.refuseLooks();
		testbed.failNext(sendmsg, { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(
			direct({ extraBody: '{ "MsgSeq": null }' }),
			[message('u0', 'hello')],
			{ onError: 'continueErrorOutput' },
		);

		expect(testbed.calls(sendmsg)).toHaveLength(1);
		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
	});
});

describe('a failure in the middle of the others', () => {
	it('costs nobody else a copy: each of eighty arrives once through every kind of trouble', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.faults = doubts.map(([, fault]) => ({ probability: 0.03, fault }));
		const items = Array.from({ length: 80 }, (_unused, index) =>
			message(`u${index % 40}`, `${index}`),
		);

		const { output } = await testbed.run(
			direct({ requestsPerSecond: 2000, maxRetries: 20 }),
			items,
		);

		expect(output).toHaveLength(80);
		expect([...testbed.shown()].sort()).toEqual(items.map(({ text }) => String(text)).sort());
	});

	it.each([
		['contact', contact, (index: number) => message(`u${index}`, '')] as const,
		['live', live, (index: number) => message('room1', `${index}`)] as const,
	])('%s: everything that arrived twice would show here', async (name, parameters, item) => {
		const testbed = await open();
		testbed.simulator.behaviour.faults = doubts.map(([, fault]) => ({ probability: 0.05, fault }));
		testbed.simulator.behaviour.faults.forEach((rule) => (rule.path = pathOf[name]));
		testbed.refuseLooks();
		const items = Array.from({ length: 40 }, (_unused, index) => item(index));

		const { output, errorOutput } = await testbed.run(
			parameters({ requestsPerSecond: 2000, keepOrder: false }),
			items,
			{ onError: 'continueErrorOutput' },
		);

		const shown = testbed.shown();
		expect(new Set(shown).size).toBe(shown.length);
		expect(shown.length).toBeGreaterThanOrEqual(output.length);
		expect(errorOutput.length).toBeGreaterThan(0);
		expect(errorOutput.every((failed) => failureIn(failed).mayHaveBeenSent)).toBe(true);
	});
});
