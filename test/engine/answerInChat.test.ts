import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ExecuteContext } from 'n8n-core';

import { deskSend, sendmsg } from '../harness/commands';
import { WaitingWebhooks } from '../harness/engine/waitingWebhooks';
import {
	failureIn,
	nodeName,
	onErrorBranch,
	testbeds,
	textsIn,
	type NodeRun,
	type Settings,
	type Testbed,
} from '../harness/engineTestbed';

const history = 'openim/admin_getroammsg';
const session = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';

const testbed = testbeds();

let n8n: WaitingWebhooks;

beforeEach(async () => {
	n8n = await WaitingWebhooks.open();
});

afterEach(async () => await n8n.close());

const direct = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'directMessage',
	operation: 'sendAndWait',
	answerIn: 'chat',
	toAccount: 'u0',
	message: 'May we refund order 4711?',
	...more,
});

const choice = (more: INodeParameters = {}): INodeParameters =>
	direct({ message: 'When?', responseType: 'choice', choices: 'Today\nTomorrow', ...more });

const text = (more: INodeParameters = {}): INodeParameters =>
	direct({ message: 'Where to?', responseType: 'freeText', ...more });

const inDesk: INodeParameters = { ...direct(), resource: 'session' };
const bySides: INodeParameters = {
	...inDesk,
	sendTo: 'user',
	serviceAccount: '@customer_service_account',
	userId: 'user45',
};
const bySession: INodeParameters = { ...inDesk, sendTo: 'session', sessionId: session };

let executions = 1000;

/** Asks, and has the execution wait. */
async function ask(
	at: Testbed,
	parameters: INodeParameters = direct(),
	settings: Settings = {},
): Promise<NodeRun & { executionId: string }> {
	const executionId = String(++executions);
	const run = await at.run(parameters, [{}], {
		executionId,
		webhookWaitingBaseUrl: n8n.url,
		...settings,
	});
	expect(run.error).toBeUndefined();
	expect(run.run.status).toBe('waiting');
	n8n.add(executionId, run);
	return { ...run, executionId };
}

/** As the trigger puts out what u0 writes to the administrator. */
const written = (said: string, more: IDataObject = {}): IDataObject => ({
	senderId: 'u0',
	recipientId: 'administrator',
	text: said,
	...more,
});

const takeAnswer = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'callback',
	operation: 'takeAnswer',
	...more,
});

interface Taken {
	/** What left by "Answer". */
	answers: IDataObject[];
	/** What left by "Not an Answer". */
	others: IDataObject[];
	run: NodeRun;
}

async function take(
	at: Testbed,
	items: IDataObject | IDataObject[],
	parameters: INodeParameters = {},
	settings: Settings = {},
): Promise<Taken> {
	const run = await at.run(takeAnswer(parameters), [items].flat(), {
		webhookWaitingBaseUrl: n8n.url,
		...settings,
	});
	const [answers, others] = [0, 1].map((output) =>
		run.items(nodeName, output).map(({ json }) => json),
	) as [IDataObject[], IDataObject[]];
	return { answers, others, run };
}

const verdicts = ({ answers, others }: Taken) => ({
	answers: answers.map(({ answer }) => answer),
	others: others.map(({ answer }) => answer),
});

const notTaken = (reason: string) => ({ answers: [], others: [{ taken: false, reason }] });
const taken = (answer: IDataObject) => ({ answers: [{ taken: true, ...answer }], others: [] });

interface SentBody {
	CloudCustomData: string;
	MsgBody: Array<{ MsgType: string; MsgContent: { Data?: string; Text?: string } }>;
}

const sentBodies = (at: Testbed, path: string) =>
	at.calls(path).map(({ body }) => body as unknown as SentBody);

const ticketIn = ({ CloudCustomData }: SentBody) =>
	(JSON.parse(CloudCustomData) as { n8nQuestion: string }).n8nQuestion;

/** Changes the data of the messages that the simulator has stored. */
function forge(at: Testbed, change: (data: string) => string): void {
	for (const { entries } of at.simulator.conversations()) {
		for (const entry of entries) {
			if (entry.cloudCustomData !== undefined)
				entry.cloudCustomData = change(entry.cloudCustomData);
		}
	}
}

describe('a question that is answered in the chat', () => {
	it('goes out as choices with its words, and no link can be read in it', async () => {
		const at = await testbed();
		const { executionId } = await ask(at);
		const [body] = sentBodies(at, sendmsg);
		expect(JSON.parse(body!.MsgBody[0]!.MsgContent.Data ?? '')).toMatchObject({
			src: '15',
			content: {
				header: 'May we refund order 4711?',
				items: [{ content: 'Approve' }, { content: 'Decline' }],
			},
		});
		const sent = JSON.stringify(body);
		expect(sent).not.toMatch(/webhook-waiting|signature/);
		expect(Buffer.from(ticketIn(body!).slice(2), 'base64url').toString('latin1')).not.toContain(
			executionId,
		);
	});

	it.each([
		['text', text(), 'Where to?'],
		['numbered text', choice({ choicesAs: 'numbers' }), 'When?\n\n1. Today\n2. Tomorrow'],
	])('goes out as %s where that is wanted', async (_what, parameters, words) => {
		const at = await testbed();
		await ask(at, parameters);
		expect(sentBodies(at, sendmsg)[0]?.MsgBody).toEqual([
			{ MsgType: 'TIMTextElem', MsgContent: { Text: words } },
		]);
	});

	it('keeps the data of the user, to the letter', async () => {
		const at = await testbed();
		const given = '{ "order": 12345678901234567890, "a": {} }';
		await ask(at, direct({ options: { cloudCustomData: given } }));
		const [{ CloudCustomData }] = sentBodies(at, sendmsg) as [SentBody];
		expect(CloudCustomData.startsWith(given.slice(0, -1))).toBe(true);
		expect(JSON.parse(CloudCustomData)).toMatchObject({ a: {}, n8nQuestion: expect.any(String) });
	});

	it.each<[string, INodeParameters, string]>([
		['data that is no object', { cloudCustomData: 'order 4711' }, 'Cloud Custom Data'],
		['data in the extra fields', { extraBody: '{"CloudCustomData":"x"}' }, 'Extra Body Fields'],
		['a message that is not stored', { onlineOnly: true }, 'Online Only'],
		['a message that nobody keeps', { msgLifeTime: 0 }, 'Message Life Time (Seconds)'],
		['a message that its sender does not see', { syncOtherMachine: 2 }, 'Sync to Sender'],
	])('is refused with %s', async (_what, options, label) => {
		const at = await testbed();
		const { error } = await at.run(direct({ options }), [{}], { webhookWaitingBaseUrl: n8n.url });
		expect(error?.message).toContain(`'${label}`);
		expect(at.calls()).toEqual([]);
	});

	it.each([
		['choice', { responseType: 'choice', choices: 'Yes\nyes ' }, "'Choices'"],
		[
			'approval',
			{ approvalOptions: { values: { approveLabel: 'OK', disapproveLabel: 'ok' } } },
			"'Approval Options'",
		],
	])('is refused where a reply could mean two answers: %s', async (_what, more, label) => {
		const at = await testbed();
		const { error } = await at.run(direct(more), [{}], { webhookWaitingBaseUrl: n8n.url });
		expect(error?.message).toContain(label);
	});

	it('leaves link and ticket in no output, no log and no dry run', async () => {
		const at = await testbed();
		const { run, log, hints } = await ask(at);
		const [body] = sentBodies(at, sendmsg);
		const left = textsIn({ run: run.data.resultData, log, hints: hints(nodeName) });
		expect(left).not.toContain(ticketIn(body!));
		expect(left).not.toMatch(/signature=/);

		// Of nodes that are added now, and of those of long ago.
		for (const [where, typeVersion] of [
			['delivery', 1.2],
			['options', 1],
		] as const) {
			const dry = await at.run(direct({ [where]: { dryRun: true } }), [{}], {
				webhookWaitingBaseUrl: n8n.url,
				typeVersion,
			});
			const { size, body: shown } = dry.output[0]!.json as unknown as {
				size: number;
				body: SentBody;
			};
			expect(ticketIn(shown)).toMatch(/^\*+$/);
			expect(size).toBe(JSON.stringify(shown).length);
		}
	});

	it('says nothing about addresses that only a browser has to reach', async () => {
		const at = await testbed();
		const { hints } = await ask(at);
		expect(hints(nodeName)).toEqual([]);
	});

	it('shows its link to no browser', async () => {
		const at = await testbed();
		const { executionId } = await ask(at);
		await take(at, written('Approve'));
		const { url } = n8n.calls[0]!;
		n8n.set(executionId, 'waiting');
		const response = await fetch(new URL(url, n8n.url));
		expect([response.status, n8n.outcome(executionId)?.data]).toEqual([
			403,
			expect.objectContaining({ approved: true }),
		]);
		expect(await response.text()).not.toContain('refund');
	});
});

describe('a reply', () => {
	it.each<[string, INodeParameters, string, IDataObject]>([
		['the approval', direct(), 'Approve', { approved: true }],
		['in small letters, with blanks', direct(), ' decline ', { approved: false }],
		['the number of a button', direct(), '2', { approved: false }],
		[
			'words of the user',
			direct({ approvalOptions: { values: { approveLabel: 'Klar', disapproveLabel: 'Nö' } } }),
			'No\u0308',
			{ approved: false },
		],
		['one of the choices', choice(), 'TOMORROW', { option: 'Tomorrow' }],
		['the number of a choice', choice(), '1', { option: 'Today' }],
		['any text', text(), ' To the "harbour" ', { text: 'To the "harbour"' }],
	])('that is %s is taken, and the execution goes on', async (_what, parameters, said, answer) => {
		const at = await testbed();
		const { executionId } = await ask(at, parameters);
		const result = await take(at, written(said, { MsgKey: 'k' }));
		expect(verdicts(result)).toEqual(taken(answer));
		expect(result.answers[0]).toMatchObject({ MsgKey: 'k', text: said });
		expect(n8n.outcome(executionId)).toEqual({
			data: { ...answer, respondedAt: expect.any(String) },
		});
	});

	it.each(['Yes', '3', '0', '-1', '1.0', 'Approve and Decline', 'approved'])(
		'that fits nothing leaves the question open: %s',
		async (said) => {
			const at = await testbed();
			const { executionId } = await ask(at);
			expect(verdicts(await take(at, written(said)))).toEqual(notTaken('noMatch'));
			expect(n8n.outcome(executionId)).toBeUndefined();
			expect(verdicts(await take(at, written('Approve')))).toEqual(taken({ approved: true }));
		},
	);

	it('without a text is none, and nothing is looked up', async () => {
		const at = await testbed();
		await ask(at);
		// As of an event that is no message: it names nobody.
		expect(verdicts(await take(at, { Event: 'SessionBegin' }))).toEqual(notTaken('noText'));
		expect(at.calls(history)).toEqual([]);
	});

	it('changes nothing when the question is answered', async () => {
		const at = await testbed();
		const { executionId } = await ask(at);
		await take(at, written('Approve'));
		expect(verdicts(await take(at, written('Decline')))).toEqual(notTaken('closed'));
		expect(n8n.outcome(executionId)).toMatchObject({ data: { approved: true } });
	});

	it('answers the newest of two open questions, and the next one the other', async () => {
		const at = await testbed();
		const older = await ask(at);
		const newer = await ask(at, choice());
		// It would fit the older one.
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('noMatch'));
		expect(verdicts(await take(at, written('Today')))).toEqual(taken({ option: 'Today' }));
		expect(n8n.outcome(older.executionId)).toBeUndefined();
		expect(n8n.outcome(newer.executionId)).toMatchObject({ data: { option: 'Today' } });
		expect(verdicts(await take(at, written('Approve')))).toEqual(taken({ approved: true }));
	});

	it('that is a second tap answers no other question', async () => {
		const at = await testbed();
		const older = await ask(at);
		const newer = await ask(at);
		const tap = async (): Promise<void> => {
			const message = { from: 'u0', to: 'administrator', text: 'Approve' };
			await at.simulator.customer.write(message);
		};
		await tap();
		await tap();
		const EventTime = Date.now();
		const first = await take(at, written('Approve', { EventTime }));
		expect(verdicts(first)).toEqual(taken({ approved: true }));
		expect(verdicts(await take(at, written('approve ', { EventTime })))).toEqual(
			notTaken('closed'),
		);
		expect(n8n.outcome(newer.executionId)).toBeDefined();
		expect(n8n.outcome(older.executionId)).toBeUndefined();

		const later = written('Approve', { EventTime: EventTime + 60_000 });
		expect(verdicts(await take(at, later))).toEqual(taken({ approved: true }));
		expect(n8n.outcome(older.executionId)).toBeDefined();
	});

	it('is none where nothing was asked, or somebody else was', async () => {
		const at = await testbed();
		await ask(at, direct({ toAccount: 'u1' }));
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('noQuestion'));
		expect(n8n.calls).toEqual([]);
	});

	it.each<[string, (time: number) => IDataObject]>([
		['a trigger', (EventTime) => ({ EventTime })],
		['a trigger that simplifies', (EventTime) => ({ body: { EventTime } })],
		[
			'a trigger that simplifies direct messages',
			(time) => ({ body: { MsgTime: Math.floor(time / 1000) } }),
		],
	])('of %s that was written before the question is none', async (_from, saying) => {
		const at = await testbed();
		await ask(at);
		const now = Date.now();
		const early = await take(at, written('Approve', saying(now - 10_000)));
		expect(verdicts(early)).toEqual(notTaken('noQuestion'));
		const later = await take(at, written('Approve', saying(now + 10_000)));
		expect(verdicts(later)).toEqual(taken({ approved: true }));
	});

	/** As the trigger puts out what the customer of the session writes. */
	const inSession = (sessionId: string): IDataObject => ({
		senderId: 'user45',
		recipientId: '@customer_service_account',
		text: 'Approve',
		sessionId,
	});

	it.each([
		['by service account and user', bySides],
		['by session ID', bySession],
	])('in Desk answers what was asked %s', async (_how, parameters) => {
		const at = await testbed();
		await ask(at, parameters);
		expect(sentBodies(at, deskSend)[0]?.CloudCustomData).toContain('n8nQuestion');
		expect(verdicts(await take(at, inSession(session)))).toEqual(taken({ approved: true }));
	});

	it('in Desk is no answer, and no failure, where the history gives no data', async () => {
		const at = await testbed({ deskHistoryData: false });
		await ask(at, bySides);
		expect(verdicts(await take(at, inSession(session)))).toEqual(notTaken('noQuestion'));
	});

	it('in another session does not answer what was asked by session ID', async () => {
		const at = await testbed();
		await ask(at, bySession);
		expect(verdicts(await take(at, inSession('other')))).toEqual(notTaken('noQuestion'));
		expect(verdicts(await take(at, inSession('')))).toEqual(notTaken('noQuestion'));
	});

	it('of who asked, as the trigger tells it too, answers nothing', async () => {
		const at = await testbed();
		await ask(at);
		const item = { senderId: 'administrator', recipientId: 'u0', text: 'Approve' };
		expect(verdicts(await take(at, item))).toEqual(notTaken('noQuestion'));
	});

	it('finds its question behind others, as far as it is to look', async () => {
		const at = await testbed();
		await ask(at);
		const noise = Array.from({ length: 6 }, (_unused, index) => ({ text: `Message ${index}` }));
		await at.run(
			{ resource: 'directMessage', operation: 'send', toAccount: 'u0', text: '={{ $json.text }}' },
			noise,
		);
		const near = await take(at, written('Approve'), { options: { messagesToLookThrough: 6 } });
		expect(verdicts(near)).toEqual(notTaken('noQuestion'));
		expect(verdicts(await take(at, written('Approve')))).toEqual(taken({ approved: true }));
	});

	it('comes with others: each gets its own verdict, in order, with what it belongs to', async () => {
		const at = await testbed();
		await ask(at);
		const items = ['Hello', 'Approve', '', 'Decline'].map((said) => written(said));
		const result = await take(at, items);
		expect(result.others.map(({ text: said }) => said)).toEqual(['Hello', '', 'Decline']);
		expect(verdicts(result)).toEqual({
			answers: [{ taken: true, approved: true }],
			others: ['noMatch', 'noText', 'closed'].map((reason) => ({ taken: false, reason })),
		});
		expect(result.run.items(nodeName, 1).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
			{ item: 3 },
		]);
	});
});

describe('a ticket', () => {
	it.each<[string, (data: string) => string]>([
		['forged', () => JSON.stringify({ n8nQuestion: `1.${'A'.repeat(200)}` })],
		['of no version', (data) => data.replace('"1.', '"2.')],
		['cut off', (data) => data.replace(/.{10}"}$/, '"}')],
		[
			'altered',
			(data) =>
				data.replace(/(1\.[\w-]{40})(.)/, (_all, head, one) => `${head}${one === 'A' ? 'B' : 'A'}`),
		],
		['no text', () => '{"n8nQuestion":{"path":"/1/node"}}'],
		['no JSON', () => 'n8nQuestion'],
	])('that is %s opens nothing', async (_what, change) => {
		const at = await testbed();
		const { executionId } = await ask(at);
		forge(at, change);
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('noQuestion'));
		expect([n8n.calls, n8n.outcome(executionId)]).toEqual([[], undefined]);
	});

	it('of another conversation opens nothing', async () => {
		const at = await testbed();
		await ask(at, direct({ toAccount: 'u1' }));
		const [{ CloudCustomData }] = sentBodies(at, sendmsg) as [SentBody];
		await at.run(
			{
				resource: 'directMessage',
				operation: 'send',
				toAccount: 'u0',
				text: 'Hello',
				options: { cloudCustomData: CloudCustomData },
			},
			[{}],
		);
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('noQuestion'));
	});

	it('that the recipient sends back opens nothing', async () => {
		const at = await testbed();
		const { executionId } = await ask(at);
		const [{ CloudCustomData }] = sentBodies(at, sendmsg) as [SentBody];
		forge(at, () => '{}');
		await at.simulator.customer.write({
			from: 'u0',
			to: 'administrator',
			text: 'Approve',
			cloudCustomData: CloudCustomData,
		});
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('noQuestion'));
		expect(n8n.outcome(executionId)).toBeUndefined();
	});

	it('of a question whose time is over opens nothing', async () => {
		const at = await testbed();
		const limit = { limitWaitTime: { values: { resumeAmount: 0.00001 } } };
		await ask(at, direct({ options: limit }));
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('noQuestion'));
		expect(n8n.calls).toEqual([]);
	});

	it('of a message that was taken back opens nothing', async () => {
		const at = await testbed();
		await ask(at);
		for (const { entries } of at.simulator.conversations()) {
			for (const entry of entries) entry.recalled = true;
		}
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('noQuestion'));
	});

	it('of an execution that this n8n does not know is over', async () => {
		const at = await testbed();
		await at.run(direct(), [{}], { webhookWaitingBaseUrl: n8n.url, executionId: '77' });
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('closed'));
	});

	it('of an earlier round of a loop answers no later one', async () => {
		const at = await testbed();
		const { run, executionId } = await ask(at);
		const runs = run.data.resultData.runData[nodeName] ?? [];
		runs.unshift({ ...runs[0]!, executionStatus: 'success' });
		expect(verdicts(await take(at, written('Approve')))).toEqual(notTaken('closed'));
		expect(n8n.outcome(executionId)).toBeUndefined();
	});
});

describe('handing an answer over', () => {
	it('waits for an execution that is still on its way to wait', async () => {
		const at = await testbed();
		const { executionId } = await ask(at);
		n8n.set(executionId, 'running');
		n8n.onCall = () => n8n.set(executionId, 'waiting');
		expect(verdicts(await take(at, written('Approve')))).toEqual(taken({ approved: true }));
		expect(n8n.calls).toHaveLength(2);
	});

	it('takes an old question whose execution is at work for answered', async () => {
		const at = await testbed();
		const { executionId } = await ask(at);
		n8n.set(executionId, 'running');
		const EventTime = Date.now() + 60_000;
		expect(verdicts(await take(at, written('Approve', { EventTime })))).toEqual(notTaken('closed'));
		expect(n8n.calls).toHaveLength(1);
	});

	it('lets one of two replies in that come at once', async () => {
		const at = await testbed();
		const { executionId } = await ask(at);
		const both = await Promise.all(['Approve', 'Decline'].map((said) => take(at, written(said))));
		expect(both.flatMap(({ answers }) => answers)).toHaveLength(1);
		expect(both.flatMap(({ others }) => others.map(({ answer }) => answer))).toEqual([
			{ taken: false, reason: 'closed' },
		]);
		expect(n8n.outcome(executionId)).toBeDefined();
	});

	it('goes to n8n itself, whatever the question was asked by', async () => {
		const at = await testbed();
		await ask(at, direct(), { webhookWaitingBaseUrl: 'https://elsewhere.example/webhook-waiting' });
		expect(verdicts(await take(at, written('Approve')))).toEqual(taken({ approved: true }));
	});

	it('says that n8n cannot be reached, without its address', async () => {
		const at = await testbed();
		await ask(at);
		await n8n.close();
		const { run, others } = await take(at, written('Approve'), {}, onErrorBranch);
		expect(others).toEqual([]);
		const [failed] = run.items(nodeName, 2);
		expect(failureIn(failed!)).toMatchObject({
			message: expect.stringContaining('n8n could not be reached at its own address'),
			advice: expect.stringContaining('WEBHOOK_URL'),
		});
		expect(textsIn({ run: run.run, log: run.log })).not.toMatch(/signature=|turn=/);
	});

	it('says that something in front of n8n refuses it', async () => {
		const at = await testbed();
		await ask(at);
		n8n.instead = [403, '<h1>Log in</h1>'];
		const { run } = await take(at, written('Approve'));
		expect(run.error?.message).toContain('HTTP status 403');
	});

	it('passes a failed look on as an error, and never as an answer', async () => {
		const at = await testbed();
		await ask(at);
		at.failNext(history, { kind: 'errorCode', code: 90001 });
		const { answers, others } = await take(
			at,
			written('Approve'),
			{},
			{
				onError: 'continueRegularOutput',
			},
		);
		expect(answers).toEqual([]);
		expect(others).toEqual([{ error: expect.objectContaining({ ErrorCode: 90001 }) }]);
	});
});

describe('the two outputs', () => {
	it('are there for nothing else: every other operation has one', async () => {
		const at = await testbed();
		const { run } = await at.run(
			{ resource: 'directMessage', operation: 'send', toAccount: 'u0', text: 'Hello' },
			[{}],
		);
		expect(run.data.resultData.runData[nodeName]?.[0]?.data?.main).toHaveLength(1);
		const { run: taking } = await take(at, written('Hello'));
		expect(taking.run.data.resultData.runData[nodeName]?.[0]?.data?.main).toHaveLength(2);
	});

	it('are no tool: an agent is not to judge what is an answer', async () => {
		const at = await testbed();
		const node = jest.spyOn(ExecuteContext.prototype, 'getNode');
		node.mockImplementation(function (this: ExecuteContext) {
			return { ...this.node, type: `${this.node.type}Tool` };
		});
		const { run } = await take(at, written('Approve'));
		node.mockRestore();
		expect(run.error?.message).toContain('cannot be called by an AI agent as a tool');
		expect(at.calls()).toEqual([]);
	});
});
