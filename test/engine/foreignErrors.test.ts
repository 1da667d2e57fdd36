import type { INodeParameters } from 'n8n-workflow';

import { sendmsg } from '../harness/commands';
import { testbeds, direct, failureIn, message, pairs } from '../harness/engineTestbed';

const open = testbeds();
const items = [message('u0', 'one'), message('u1', 'two')];

/** What the pickers of a workflow may hold that this version of the package does not know. */
const unknown: Array<[string, INodeParameters, RegExp]> = [
	[
		'an operation of a newer version',
		{ ...direct(), operation: 'sendScheduled' },
		/^The operation 'sendScheduled' of 'directMessage' does not exist in this version/,
	],
	[
		'a resource of a newer version',
		{ ...direct(), resource: 'weatherReport', operation: 'broadcast' },
		/^The resource 'weatherReport' does not exist in this version/,
	],
	['no operation', { ...direct(), operation: '' }, /does not exist in this version/],
	[
		'an operation whose expression fails',
		{ ...direct(), operation: '={{ $json.missing.operation() }}' },
		/./,
	],
];

describe.each(unknown)('a workflow with %s', (_what, parameters, says) => {
	it('sends every item to the error branch, and none to the other', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(parameters, items, {
			onError: 'continueErrorOutput',
		});

		expect(output).toEqual([]);
		expect(pairs(errorOutput)).toEqual([0, 1]);
		for (const item of errorOutput) {
			expect(failureIn(item).message).toMatch(says);
			expect(failureIn(item).advice).toMatch(/\w+ .*\./);
			expect(failureIn(item).mayHaveBeenSent).toBe(false);
		}
		expect(testbed.calls()).toEqual([]);
	});

	it('with "Continue" passes no item on as if it had been sent', async () => {
		const testbed = await open();

		const { output } = await testbed.run(parameters, items, { onError: 'continueRegularOutput' });

		expect(pairs(output)).toEqual([0, 1]);
		expect(output.every(({ json }) => Object.hasOwn(json, 'error'))).toBe(true);
	});

	it('stops the workflow and says what to do', async () => {
		const testbed = await open();

		const { error } = await testbed.run(parameters, items);

		expect(error?.message).toMatch(says);
		expect(error).toMatchObject({ description: expect.stringMatching(/\w+ .*\./) });
	});
});

it('says where to get an operation that this version does not have', async () => {
	const testbed = await open();

	const { error } = await testbed.run({ ...direct(), operation: 'sendScheduled' }, items);

	expect(error).toMatchObject({ description: expect.stringContaining('update the package') });
});

describe('an expression that fails for one of many items', () => {
	const many = Array.from({ length: 301 }, (_unused, index) =>
		message(`u${index % 40}`, index === 42 ? '' : `${index}`),
	);
	const parameters = direct(
		{ requestsPerSecond: 200 },
		{ text: '={{ $json.text === "" ? $json.missing.text() : $json.text }}' },
	);

	it('fails that item; the others are carried out and say so', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(parameters, many, {
			onError: 'continueErrorOutput',
			credential: {},
		});

		expect(pairs(errorOutput)).toEqual([42]);
		expect(output).toHaveLength(300);
		expect(output.every(({ json }) => typeof json.MsgKey === 'string')).toBe(true);
		expect(testbed.calls(sendmsg)).toHaveLength(300);
	});
});

describe('an n8n whose WEBHOOK_URL has no protocol', () => {
	const address = { webhookWaitingBaseUrl: 'hooks.example.test/webhook-waiting' };
	const asking = { ...direct(), operation: 'sendAndWait', message: 'May we?' };
	const operations: Array<[string, INodeParameters]> = [
		['Send and Wait', asking],
		['Send', direct()],
	];

	it.each(operations)('fails the items of %s, and says what to set', async (_what, parameters) => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(parameters, items.slice(0, 1), {
			onError: 'continueErrorOutput',
			...address,
		});

		expect(output).toEqual([]);
		expect(errorOutput.map(failureIn)).toEqual([
			expect.objectContaining({
				message: 'WEBHOOK_URL of this n8n is no web address',
				advice: expect.stringContaining('https://'),
				mayHaveBeenSent: false,
			}),
		]);
		expect(testbed.calls()).toEqual([]);
	});
});
