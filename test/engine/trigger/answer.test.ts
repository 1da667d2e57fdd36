import type { INodeParameters } from 'n8n-workflow';

import { loadPackage, runWorkflow, type RunOptions } from '../../harness/engine';
import { credentialType, packageName } from '../../harness/project';
import { okResponse } from '../../support/callbacks';

const triggerName = 'Trigger';
const answer = 'Answer';

const deciding: INodeParameters = { events: ['*'], responseMode: 'responseNode' };

/** A workflow that begins with the trigger and answers; the items are those of the trigger. */
async function run(
	parameters: INodeParameters,
	{
		trigger = deciding,
		items = [{}],
		age = 0,
		onError,
		...options
	}: {
		trigger?: INodeParameters;
		items?: object[];
		/** Milliseconds since the callback came in. */
		age?: number;
		onError?: 'continueErrorOutput';
	} & Pick<RunOptions, 'mode'> = {},
) {
	const sent: unknown[] = [];
	const receivedAt = new Date(Date.now() - age).toISOString();
	const result = await runWorkflow(
		{
			nodes: [
				{
					id: 't',
					name: triggerName,
					type: `${packageName}.tencentChatDeskTrigger`,
					typeVersion: 2,
					position: [0, 0],
					parameters: trigger,
				},
				{
					id: 'a',
					name: answer,
					type: `${packageName}.tencentChatDesk`,
					typeVersion: 1,
					position: [200, 0],
					parameters: { resource: 'callback', operation: 'answer', ...parameters },
					credentials: { [credentialType]: { id: '1', name: 'account' } },
					onError,
				},
			],
			connections: { [triggerName]: { main: [[{ node: answer, type: 'main', index: 0 }]] } },
		},
		{
			...options,
			// No credential can be read: none is needed.
			credentials: {},
			startNode: triggerName,
			input: items.map((json) => ({ json: { receivedAt, ...json } })),
			onResponse: (response) => sent.push(response),
		},
	);
	return { ...result, sent, output: result.items(answer).map(({ json }) => json) };
}

describe('Callback: Answer', () => {
	// Loading takes its time, which is not to count as the workflow's.
	beforeAll(async () => void (await loadPackage()));

	it.each<[string, INodeParameters, object]>([
		['allows', { decision: 'allow' }, okResponse],
		['drops', { decision: 'drop' }, { ...okResponse, ErrorCode: 2 }],
		[
			'rejects',
			{ decision: 'reject', rejectCode: 130000, rejectText: 'No' },
			{ ...okResponse, ErrorCode: 130000, ErrorInfo: 'No' },
		],
		[
			'replaces the text',
			{ decision: 'replaceText', text: '={{ $json.word }}', options: { cloudCustomData: 'c' } },
			{
				...okResponse,
				MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'kind' } }],
				CloudCustomData: 'c',
			},
		],
		[
			'names agents and their group',
			{ decision: 'assign', agentGroupId: 7, agentIds: 'a@example.com, b@example.com' },
			{ ...okResponse, AgentGroupId: 7, AgentIdList: ['a@example.com', 'b@example.com'] },
		],
		[
			'takes fields that it does not know',
			{ decision: 'allow', options: { extraBody: '{"RefusedMembers_Account": ["bob"]}' } },
			{ ...okResponse, RefusedMembers_Account: ['bob'] },
		],
	])('%s, through n8n', async (_what, parameters, answer) => {
		const { sent, output, credentialReads } = await run(parameters, { items: [{ word: 'kind' }] });

		expect(sent).toEqual([{ body: answer, statusCode: 200 }]);
		expect(output).toEqual([{ answered: true, ...answer }]);
		expect(credentialReads).toBe(0);
	});

	it('answers once, with the first item', async () => {
		const decision = "={{ $json.word === 'a' ? 'drop' : 'allow' }}";

		const { sent, output } = await run(
			{ decision, text: 'not used' },
			{ items: [{ word: 'a' }, { word: 'b' }] },
		);

		expect(sent).toEqual([{ body: { ...okResponse, ErrorCode: 2 }, statusCode: 200 }]);
		expect(output).toMatchObject([
			{ answered: true, ErrorCode: 2 },
			{ answered: false, note: expect.stringContaining('earlier item') },
		]);
	});

	it('keeps back what comes too late', async () => {
		const { sent, output, error } = await run({ decision: 'drop' }, { age: 1_900 });

		expect([sent, error]).toEqual([[], undefined]);
		expect(output).toEqual([
			{
				answered: false,
				note: expect.stringContaining('time was over'),
				...okResponse,
				ErrorCode: 2,
			},
		]);
	});

	it('takes the time from the trigger', async () => {
		const trigger = { ...deciding, options: { answerWithin: 600 } };

		const late = await run({ decision: 'drop' }, { trigger, age: 700 });
		expect(late.sent).toEqual([]);
		expect(late.output).toMatchObject([{ answered: false }]);

		const inTime = await run({ decision: 'drop' }, { age: 700 });
		expect(inTime.output).toMatchObject([{ answered: true }]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['a code that rejects nothing', { decision: 'reject', rejectCode: 5 }, /'Error Code' is 5/],
		['no text', { decision: 'replaceText', text: "={{ '' }}" }, /'Text' is empty/],
		['nobody to assign', { decision: 'assign' }, /'Agent Group ID' and 'Agents' are empty/],
	])('refuses %s, and answers nothing', async (_what, parameters, words) => {
		const stopped = await run(parameters);
		expect(stopped.error?.message).toMatch(words);
		expect(stopped.sent).toEqual([]);

		const branched = await run(parameters, { onError: 'continueErrorOutput' });
		expect(branched.error).toBeUndefined();
		expect(branched.items(answer, 1)[0]?.json.error).toMatchObject({
			message: expect.stringMatching(words),
		});
	});

	it('says so when the trigger has answered already', async () => {
		const { error, sent } = await run({}, { trigger: { events: ['*'] } });

		expect(error?.message).toContain('does not leave the answer to the workflow');
		expect(error?.description).toContain('Decide in the Workflow');
		expect(sent).toEqual([]);
	});

	it('says so in a workflow that does not begin with the trigger', async () => {
		const { error, sent } = await runWorkflowWithoutTrigger('integrated');
		expect(error?.message).toContain('No Tencent Chat Desk Trigger');
		expect(sent).toEqual([]);

		const byHand = await runWorkflowWithoutTrigger('manual');
		expect(byHand.error).toBeUndefined();
		expect(byHand.items(answer)[0]?.json).toMatchObject({ answered: false, ...okResponse });
	});
});

async function runWorkflowWithoutTrigger(mode: 'integrated' | 'manual') {
	const sent: unknown[] = [];
	const result = await runWorkflow(
		{
			nodes: [
				{
					id: 's',
					name: 'Start',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'a',
					name: answer,
					type: `${packageName}.tencentChatDesk`,
					typeVersion: 1,
					position: [200, 0],
					parameters: { resource: 'callback', operation: 'answer' },
					credentials: { [credentialType]: { id: '1', name: 'account' } },
				},
			],
			connections: { Start: { main: [[{ node: answer, type: 'main', index: 0 }]] } },
		},
		{ mode, startNode: 'Start', input: [{}], onResponse: (response) => sent.push(response) },
	);
	return { ...result, sent };
}
