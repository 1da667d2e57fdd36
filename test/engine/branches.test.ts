import type { IDataObject } from 'n8n-workflow';

import { sendmsg } from '../harness/commands';
import {
	testbeds,
	direct,
	failureIn,
	message,
	pairs,
	type Testbed,
	type NodeRun,
} from '../harness/engineTestbed';

const open = testbeds();

/** Good and bad by turns; the bad ones fail for three reasons, two of them only Tencent knows. */
const mixed: IDataObject[] = [
	message('u0', 'one'),
	message('nobody', 'two'),
	message('u1', 'three'),
	{ text: 'four' },
	message('u2', 'x'.repeat(13_000)),
	message('u3', 'six'),
];
const good = [0, 2, 5];
const bad = [1, 3, 4];

const reasons = [
	{
		message: expect.stringContaining('not registered'),
		advice: expect.stringMatching(/\w/),
		mayHaveBeenSent: false,
		ErrorCode: 90012,
		ErrorInfo: 'To_Account does not exist',
	},
	{
		message: "'To User ID' is undefined",
		advice: expect.stringContaining('expression'),
		mayHaveBeenSent: false,
	},
	{
		message: expect.stringContaining('too long'),
		advice: expect.stringContaining('Shorten'),
		mayHaveBeenSent: false,
	},
];

describe('items of which some are bad', () => {
	it('on the error branch: the bad ones, each paired, with code, message and advice', async () => {
		const testbed = await open();

		const { output, errorOutput, error } = await testbed.run(direct(), mixed, {
			onError: 'continueErrorOutput',
		});

		expect(error).toBeUndefined();
		expect(testbed.shown()).toEqual(['one', 'three', 'six']);
		expect(pairs(output)).toEqual(good);
		expect(output.map(({ json }) => json.To_Account)).toEqual(['u0', 'u1', 'u3']);
		expect(output.every(({ json }) => typeof json.MsgKey === 'string')).toBe(true);
		expect(pairs(errorOutput)).toEqual(bad);
		expect(errorOutput.map(failureIn)).toEqual(reasons);
		// n8n lays the failure over the item that it belongs to.
		expect(errorOutput.map(({ json }) => json.text)).toEqual(bad.map((item) => mixed[item]!.text));
	});

	it('with "Continue": all come out in input order, and the bad ones cannot be mistaken', async () => {
		const testbed = await open();

		const { output, errorOutput, error } = await testbed.run(direct(), mixed, {
			onError: 'continueRegularOutput',
		});

		expect(error).toBeUndefined();
		expect(errorOutput).toEqual([]);
		expect(pairs(output)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(output.map(({ json }) => Object.hasOwn(json, 'error'))).toEqual([
			false,
			true,
			false,
			true,
			true,
			false,
		]);
		expect(bad.map((item) => failureIn(output[item]!))).toEqual(reasons);
		expect(testbed.shown()).toEqual(['one', 'three', 'six']);
	});

	it('come out in input order, however long each takes', async () => {
		const testbed = await open({ latencyJitterMs: 60 });
		const items = Array.from({ length: 30 }, (_unused, index) =>
			message(index % 7 === 3 ? 'nobody' : `u${index}`, `${index}`),
		);

		const { output, errorOutput } = await testbed.run(direct({ requestsPerSecond: 1000 }), items, {
			onError: 'continueErrorOutput',
		});

		expect(pairs(output)).toEqual([...pairs(output)].sort((a, b) => a - b));
		expect(pairs(errorOutput)).toEqual([3, 10, 17, 24]);
		expect(output.map(({ json }) => json.To_Account)).toEqual(
			pairs(output).map((item) => items[item]!.to),
		);
	});

	it('with a failure in the middle of a conversation: the later ones still go', async () => {
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'delay', ms: 0 }, { kind: 'errorCode', code: 80001 });
		const items = ['one', 'two', 'three'].map((text) => message('u0', text));

		const { errorOutput } = await testbed.run(direct(), items, { onError: 'continueErrorOutput' });

		expect(testbed.shown('u0')).toEqual(['one', 'three']);
		expect(errorOutput.map(failureIn)).toMatchObject([{ ErrorCode: 80001 }]);
	});

	it('no item at all is no failure', async () => {
		const testbed = await open();

		const { error } = await testbed.run(direct(), []);

		expect(error).toBeUndefined();
		expect(testbed.calls()).toEqual([]);
	});
});

describe('"Stop workflow"', () => {
	const inTurn = { maxConcurrency: 1 };
	const countsOf = ({ error }: NodeRun) => error as unknown as { description: string };

	it('says which item failed, why, and how many were sent, in doubt and not tried', async () => {
		const testbed = await open();
		const items = [
			message('u0', 'a'),
			message('u1', 'b'),
			message('nobody', 'c'),
			message('u2', 'd'),
		];

		const result = await testbed.run(direct(inTurn), items);

		expect(result.error).toMatchObject({
			message: expect.stringContaining('not registered'),
			httpCode: '90012',
			context: { itemIndex: 2 },
		});
		expect(countsOf(result).description).toContain(
			'Stopped at the 3rd of 4 items: 2 sent, 1 failed, 1 not tried.',
		);
		expect(result.output).toEqual([]);
	});

	it('says so of an item that Tencent never saw', async () => {
		const testbed = await open();

		const result = await testbed.run(direct(inTurn), [message('u0', 'a'), { text: 'b' }]);

		expect(result.error?.message).toBe("'To User ID' is undefined");
		expect(result.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(countsOf(result).description).toContain('Stopped at the 2nd of 2 items');
	});

	it('counts a message as in doubt when nobody knows whether it arrived', async () => {
		const testbed = await open();
		testbed.refuseLooks();
		testbed.failNext(sendmsg, { kind: 'delay', ms: 0 }, { kind: 'loseResponse' });
		const items = [message('u0', 'a'), message('u1', 'b'), message('u2', 'c')];

		const result = await testbed.run(direct({ ...inTurn, maxRetries: 0 }), items);

		expect(countsOf(result).description).toContain(
			'Stopped at the 2nd of 3 items: 1 sent, 1 in doubt, 1 not tried.',
		);
		expect(countsOf(result).description).toContain('It may have been carried out all the same.');
	});

	it('starts nothing after the first failure, and lets end what is under way', async () => {
		const testbed = await open({ latencyMs: 100 });
		testbed.failNext(sendmsg, { kind: 'errorCode', code: 80001 });
		const items = Array.from({ length: 40 }, (_unused, index) => message(`u${index}`, `${index}`));

		const result = await testbed.run(
			direct({ requestsPerSecond: 1000, maxConcurrency: 3, maxRetries: 0 }),
			items,
		);

		// The first of three was refused; the two beside it were under way.
		expect(testbed.calls()).toHaveLength(3);
		expect(testbed.shown()).toHaveLength(2);
		expect(countsOf(result).description).toContain(
			'Stopped at the 1st of 40 items: 2 sent, 1 failed, 37 not tried.',
		);
	});
});

describe('a credential that cannot be used', () => {
	const faults: Array<[string, { credential: Record<string, string | number>; says: RegExp }]> = [
		['a wrong key', { credential: { secretKey: 'f'.repeat(64) }, says: /'Secret Key'/ }],
		['an unknown app', { credential: { sdkAppId: 1400009999 }, says: /'SDKAppID'/ }],
		['an account that is no admin', { credential: { identifier: 'alice' }, says: /administrator/ }],
		['an SDKAppID of 0', { credential: { sdkAppId: 0 }, says: /^'SDKAppID' is not a positive/ }],
		['an SDKAppID that is no number', { credential: { sdkAppId: 'x' }, says: /^'SDKAppID'/ }],
		['no key', { credential: { secretKey: '' }, says: /^'Secret Key' is empty/ }],
		[
			'a host with a path',
			{ credential: { customHost: 'https://example.com/v4' }, says: /^'Custom Host' has a path/ },
		],
		[
			'a host without encryption',
			{ credential: { customHost: 'http://example.com' }, says: /^'Custom Host' uses http/ },
		],
		['a region that does not exist', { credential: { region: 'moon' }, says: /^'Region'/ }],
	];
	const items = [message('u0', 'a'), message('u1', 'b'), message('u2', 'c')];

	const nothingArrived = (testbed: Testbed) => {
		expect(testbed.shown()).toEqual([]);
		expect(testbed.calls().every(({ errorCode }) => errorCode !== 0)).toBe(true);
	};

	describe.each(faults)('%s', (_fault, { credential, says }) => {
		it('stops the workflow and says what to correct', async () => {
			const testbed = await open();

			const { error } = await testbed.run(direct({ maxConcurrency: 1 }), items, { credential });

			expect(error?.message).toMatch(says);
			expect(error).toMatchObject({ description: expect.stringMatching(/\w+ .*\./) });
			expect(testbed.calls().length).toBeLessThanOrEqual(1);
			nothingArrived(testbed);
		});

		it('sends every item to the error branch', async () => {
			const testbed = await open();

			const { output, errorOutput } = await testbed.run(direct(), items, {
				credential,
				onError: 'continueErrorOutput',
			});

			expect(output).toEqual([]);
			expect(pairs(errorOutput)).toEqual([0, 1, 2]);
			for (const item of errorOutput) {
				expect(failureIn(item).message).toMatch(says);
				expect(failureIn(item).mayHaveBeenSent).toBe(false);
			}
			nothingArrived(testbed);
		});

		it('with "Continue" passes no item on as if it had been sent', async () => {
			const testbed = await open();

			const { output } = await testbed.run(direct(), items, {
				credential,
				onError: 'continueRegularOutput',
			});

			expect(pairs(output)).toEqual([0, 1, 2]);
			for (const item of output) {
				expect(Object.keys(item.json)).toEqual(['error']);
				expect(failureIn(item).message).toMatch(says);
			}
			nothingArrived(testbed);
		});
	});

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'one that n8n cannot give out passes no item on either (%s)',
		async (onError) => {
			const testbed = await open();

			const { output, errorOutput } = await testbed.run(direct(), items, {
				onError,
				withoutCredential: true,
			});

			const failed = onError === 'continueErrorOutput' ? errorOutput : output;
			expect(failed).toHaveLength(3);
			expect(failed.every(({ json }) => Object.hasOwn(json, 'error'))).toBe(true);
			expect(testbed.calls()).toEqual([]);
		},
	);

	it('is read once for all items', async () => {
		const testbed = await open();

		const { credentialReads } = await testbed.run(direct(), items);

		expect(credentialReads).toBe(1);
	});

	it('is tried by few calls at once, until Tencent has taken its signature', async () => {
		const testbed = await open({ latencyMs: 50 });
		const many = Array.from({ length: 20 }, (_unused, index) => message(`u${index}`, 'x'));
		let max = 0;
		testbed.onCall(() => {
			max = Math.max(max, testbed.simulator.stats().inFlight);
		});
		const send = async () =>
			await testbed.run(direct({ requestsPerSecond: 1000 }), many, {
				credential: { secretKey: 'e'.repeat(64) },
				onError: 'continueRegularOutput',
			});

		await send();

		expect(max).toBeLessThanOrEqual(3);
	});

	it('with a wrong key does not lock the sign-in of the whole app', async () => {
		const testbed = await open();
		const many = Array.from({ length: 30 }, (_unused, index) => message(`u${index}`, 'x'));
		const stop = new AbortController();
		// Ten bad signatures within a minute are what the simulator locks after.
		testbed.onCall((count) => count === 10 && stop.abort());

		const { output } = await testbed.run(direct(), many, {
			credential: { secretKey: 'f'.repeat(64) },
			onError: 'continueRegularOutput',
			signal: stop.signal,
		});

		expect(testbed.calls().length).toBeLessThan(10);
		expect(output.map((item) => failureIn(item).message)).toEqual(
			many.map(() => expect.stringMatching(/'Secret Key'/)),
		);
	});
});

describe('an expression that fails', () => {
	const failing = '={{ $json.text === "bad" ? $("Nowhere").item.json.id : $json.to }}';
	const items = [message('u0', 'a'), message('u1', 'bad'), message('u2', 'c')];

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'costs only its own item (%s)',
		async (onError) => {
			const testbed = await open();

			const { output, errorOutput } = await testbed.run(direct({}, { toAccount: failing }), items, {
				onError,
			});

			expect(testbed.shown()).toEqual(['a', 'c']);
			const failed = [...output, ...errorOutput].filter(({ json }) => Object.hasOwn(json, 'error'));
			expect(pairs(failed)).toEqual([1]);
			expect(output.filter(({ json }) => typeof json.MsgKey === 'string')).toHaveLength(2);
		},
	);

	it('stops the workflow and names its item', async () => {
		const testbed = await open();

		const { error } = await testbed.run(
			direct({ maxConcurrency: 1 }, { toAccount: failing }),
			items,
		);

		expect(error).toMatchObject({ context: { itemIndex: 1 } });
		expect(testbed.shown()).not.toContain('bad');
	});
});
