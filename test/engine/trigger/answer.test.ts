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

	const inGroup = { callbackCommand: 'Group.CallbackBeforeSendMsg' };
	const friends = {
		callbackCommand: 'Sns.CallbackPrevFriendAdd',
		FriendItem: [{ To_Account: 'bob' }, { To_Account: 'eve' }],
	};
	const invited = { callbackCommand: 'Group.CallbackBeforeInviteJoinGroup' };
	const flow = { callbackCommand: 'Chatbot.InterfaceInvocation', Body: {} };

	it.each<[string, object, INodeParameters, object]>([
		[
			'rejects in a group with a code of groups',
			inGroup,
			{ decision: 'reject', rejectCode: 10150, rejectText: 'No' },
			{ ErrorCode: 10150, ErrorInfo: 'No' },
		],
		[
			'rejects friends beside their names',
			friends,
			{ decision: 'reject', rejectCode: 38007, rejectText: 'No' },
			{
				ResultItem: [
					{ To_Account: 'bob', ResultCode: 38007, ResultInfo: 'No' },
					{ To_Account: 'eve', ResultCode: 38007, ResultInfo: 'No' },
				],
			},
		],
		[
			'refuses some friends',
			friends,
			{ decision: 'refuseSome', refusedUsers: 'eve' },
			{
				ResultItem: [
					{ To_Account: 'bob', ResultCode: 0, ResultInfo: '' },
					{ To_Account: 'eve', ResultCode: 38000, ResultInfo: '' },
				],
			},
		],
		[
			'refuses some members',
			invited,
			{ decision: 'refuseSome', refusedUsers: '["bob"]' },
			{ RefusedMembers_Account: ['bob'] },
		],
		['rejects what cannot vanish', invited, { decision: 'drop' }, { ErrorCode: 1 }],
		[
			'drops what nobody knows yet',
			{ callbackCommand: 'Group.CallbackBeforeSomething' },
			{ decision: 'drop' },
			{ ErrorCode: 2 },
		],
		[
			'returns values to a flow, as texts',
			flow,
			{ decision: 'returnValues', returnedValues: '{"state": "sent", "count": 10, "open": true}' },
			{ Body: { state: 'sent', count: '10', open: 'true' } },
		],
	])('%s, by the event that asked', async (_what, item, parameters, answer) => {
		const { sent, output } = await run(parameters, { items: [item] });

		const body = { ...okResponse, ...answer };
		expect(sent).toEqual([{ body, statusCode: 200 }]);
		expect(output).toEqual([{ answered: true, ...body }]);
	});

	it('rejects with a code that fits, and says so, where the given one is of something else', async () => {
		const reject = { decision: 'reject', rejectCode: 120001, rejectText: 'No' };

		const { sent, output } = await run(reject, { items: [inGroup] });

		const body = { ...okResponse, ErrorCode: 1, ErrorInfo: 'No' };
		expect(sent).toEqual([{ body, statusCode: 200 }]);
		expect(output).toEqual([
			{ answered: true, note: expect.stringContaining('10100 to 10200'), ...body },
		]);
	});

	it.each<[string, object, INodeParameters]>([
		['Drop', friends, { decision: 'drop' }],
		['Replace the Text', friends, { decision: 'replaceText', text: 'x' }],
		['Refuse Some Users', inGroup, { decision: 'refuseSome', refusedUsers: 'bob' }],
		['Return Values', inGroup, { decision: 'returnValues' }],
		['Assign Agents', inGroup, { decision: 'assign', agentGroupId: 7 }],
	])('refuses %s where it means nothing', async (name, item, parameters) => {
		const { error, sent } = await run(parameters, { items: [item] });

		expect(error?.message).toContain(`'Decision' is '${name}', which means nothing for`);
		expect(sent).toEqual([]);
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
		['nobody to refuse', { decision: 'refuseSome' }, /'Refused Users' is empty/],
		[
			'users to refuse of nobody knows what',
			{ decision: 'refuseSome', refusedUsers: 'bob' },
			/without the event that asked/,
		],
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
		expect(error?.message).toContain('no Tencent Chat Desk Trigger');
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
