import type { IDataObject } from 'n8n-workflow';

import { deskSend, sendmsg } from '../harness/commands';
import {
	testbeds,
	desk,
	direct,
	failureIn,
	message,
	pairs,
	onErrorBranch,
} from '../harness/engineTestbed';

const open = testbeds();

describe('a time zone of the workflow that does not exist', () => {
	// Fixed values: an expression fails in n8n itself with such a zone.
	const figures = (from: string, to: string) => ({
		resource: 'statistics',
		operation: 'getSessions',
		from,
		to,
	});
	const settings = { ...onErrorBranch, timezone: 'Asia/Beijing' };

	it('fails an item whose date needs it, and lets none pass as done', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			figures('2025-04-01T00:00:00', '2025-04-02T00:00:00'),
			[{}],
			settings,
		);

		expect(output).toEqual([]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message:
				"'From' names no time zone, and that of the workflow, 'Asia/Beijing', does not exist",
			mayHaveBeenSent: false,
		});
	});

	it('does not matter to dates that name their own', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			figures('2025-04-01T00:00:00Z', '2025-04-02T00:00:00Z'),
			[{}],
			settings,
		);

		expect(errorOutput).toEqual([]);
		expect(testbed.calls()).toHaveLength(1);
	});
});

describe('an option that the editor keeps at 0', () => {
	it('loses no message: desk', async () => {
		const testbed = await open();

		await testbed.run(desk({ msgRandom: 0 }), [message('u0', 'on its way'), message('u0', 'here')]);

		expect(testbed.shown()).toEqual(['on its way', 'here']);
		const numbers = testbed.calls(deskSend).map(({ body }) => (body as IDataObject).MsgRandom);
		expect(new Set(numbers).size).toBe(2);
	});

	it('loses no message: direct', async () => {
		const testbed = await open();
		const texts = ['Reminder', 'Other', 'Reminder'];

		await testbed.run(
			direct({ msgSeq: 0, msgRandom: 0, msgTimeStamp: 0 }),
			texts.map((text) => message('u0', text)),
		);

		expect(testbed.shown()).toEqual(texts);
		for (const { body } of testbed.calls(sendmsg)) expect(body).not.toHaveProperty('MsgTimeStamp');
	});
});

describe('an account that is none', () => {
	it.each(['u0, u1', 'u0\nu1', '["u0","u1"]', 'u0\u200b', 'user[object Object]'])(
		'is not made by Import Missing Account: %j',
		async (to) => {
			const testbed = await open();

			const { output, errorOutput } = await testbed.run(
				direct({ importMissingAccount: true }),
				[message(to, 'first'), message('u2', 'second')],
				onErrorBranch,
			);

			expect(pairs(output)).toEqual([1]);
			expect(pairs(errorOutput)).toEqual([0]);
			expect(failureIn(errorOutput[0]!).message).toContain("'To User ID'");
			expect(testbed.calls()).toHaveLength(1);
		},
	);
});

describe('a number beyond 2^53', () => {
	const call = (body: string) => ({
		resource: 'api',
		operation: 'call',
		command: 'openim/query_online_status',
		body,
	});

	it.each<[string, Parameters<typeof direct>]>([
		['Extra Body Fields (JSON)', [{ extraBody: '{"Id": 9007199254740993}' }]],
		[
			'Message Elements',
			[
				{},
				{
					messageType: 'json',
					msgBodyJson: '[{"MsgType":"TIMTextElem","MsgContent":{"Id":9007199254740993}}]',
				},
			],
		],
	])("is refused in '%s'", async (label, parameters) => {
		const testbed = await open();

		const { error } = await testbed.run(direct(...parameters), [message('u0', 'x')]);

		expect(error?.message).toBe(
			`'${label}' holds the number 9007199254740993, which is too large to be exact`,
		);
		expect(testbed.calls()).toEqual([]);
	});

	it('is refused in the body of a call, and goes out as a text', async () => {
		const testbed = await open();

		const refused = await testbed.run(call('{"To_Account": [12345678901234567890]}'), [{}]);
		await testbed.run(call('{"To_Account": ["12345678901234567890"]}'), [{}]);

		expect(refused.error?.message).toContain("'Body (JSON)' holds the number 12345678901234567890");
		expect(testbed.calls().map(({ body }) => body)).toEqual([
			{ To_Account: ['12345678901234567890'] },
		]);
	});
});
