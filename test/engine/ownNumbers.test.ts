import type { INodeParameters } from 'n8n-workflow';

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

const toMany = (options: INodeParameters) => ({
	resource: 'directMessage',
	operation: 'sendToMany',
	toAccounts: '={{ $json.to }}',
	text: '={{ $json.text }}',
	options,
});

const imported = (options: INodeParameters) => ({
	resource: 'directMessage',
	operation: 'import',
	fromAccount: 'u9',
	toAccount: '={{ $json.to }}',
	msgTimeStamp: '2025-04-01T12:00:00Z',
	text: '={{ $json.text }}',
	options,
});

const blind: Array<[string, (options: INodeParameters) => INodeParameters, INodeParameters]> = [
	['Desk Session: Send Message', desk, { msgRandom: 77 }],
	['Desk Session: Send Message, by its extra fields', desk, { extraBody: '{ "MsgRandom": 77 }' }],
	['Direct Message: Send to Many', toMany, { msgRandom: 77, msgSeq: 5 }],
	['Direct Message: Import', imported, { msgRandom: 77, msgSeq: 5 }],
];

describe.each(blind)('%s with one number for different messages', (_what, parameters, numbers) => {
	it('says so of the second, instead of having it dropped as sent', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			parameters(numbers),
			[message('u0', 'on its way'), message('u0', 'delivered')],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: expect.stringContaining("'Message Random' 77"),
			advice: expect.stringContaining('Remove the option'),
			mayHaveBeenSent: false,
		});
		expect(testbed.shown()).toEqual(['on its way']);
	});

	it('says so in the next execution too', async () => {
		const testbed = await open();
		await testbed.run(parameters(numbers), [message('u0', 'on its way')]);

		const { errorOutput } = await testbed.run(
			parameters(numbers),
			[message('u0', 'delivered')],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Message Random' 77");
	});

	it('takes the same message for the copy that it is', async () => {
		const testbed = await open();
		const items = [message('u0', 'on its way')];
		await testbed.run(parameters(numbers), items);

		const { output } = await testbed.run(parameters(numbers), items, onErrorBranch);

		expect(output).toHaveLength(1);
		expect(testbed.shown()).toEqual(['on its way']);
	});
});

it('lets another message have the number of one that was refused', async () => {
	const testbed = await open();
	testbed.failNext('desk_http_svc/send_msg', { kind: 'errorCode', code: 80001 });

	const { output, errorOutput } = await testbed.run(
		desk({ msgRandom: 77 }),
		[message('u0', 'a bad word'), message('u0', 'a good one')],
		onErrorBranch,
	);

	expect([pairs(output), pairs(errorOutput)]).toEqual([[1], [0]]);
	expect(testbed.shown()).toEqual(['a good one']);
});

it('leaves alone what Tencent compares by its content too', async () => {
	const testbed = await open();
	const texts = ['on its way', 'delivered'];

	const { output } = await testbed.run(
		direct({ msgRandom: 77, msgSeq: 5 }),
		texts.map((text) => message('u0', text)),
		onErrorBranch,
	);

	expect(output).toHaveLength(2);
	expect(testbed.shown('u0')).toEqual(texts);
});

/** Newer pages: a number stands for one push for seven days (CN 45934). */
it.each(['timpush', 'allMemberPush'])(
	'sends no second push with the number of the first: %s',
	async (pushApi) => {
		const testbed = await open();
		const parameters = {
			resource: 'push',
			operation: 'sendToAll',
			pushApi,
			fromAccount: 'alice',
			text: '={{ $json.text }}',
			options: { msgRandom: 77 },
		};

		const { output, errorOutput } = await testbed.run(
			parameters,
			[message('u0', 'on its way'), message('u0', 'delivered')],
			onErrorBranch,
		);

		expect([pairs(output), pairs(errorOutput)]).toEqual([[0], [1]]);
		expect(failureIn(errorOutput[0]!).message).toContain("'Message Random' 77");
	},
);
