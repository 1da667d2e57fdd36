import type { IConnections, INode, INodeParameters } from 'n8n-workflow';

import { answerTaker, deskMessages, directMessages } from '../harness/answerTaker';
import { enterCallbackUrls } from '../harness/callbackUrls';
import { demoCredential } from '../harness/demoCredential';
import { Installation } from '../harness/editor/installation';
import { EditorSession } from '../harness/editor/session';
import { eventually } from '../harness/eventually';
import type { RunningN8n } from '../harness/n8n';
import { credentialType, packageName } from '../harness/project';
import { findSecrets } from '../harness/secrets';
import type { WorkflowJson } from '../harness/workflow';
import { demoApp, type Entry } from '../../simulator';
import { callWebhook } from './support/webhook';

const session = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const customer = 'user45';
const serviceAccount = '@customer_service_account';

const direct = (toAccount: string, more: INodeParameters): INodeParameters => ({
	resource: 'directMessage',
	operation: 'sendAndWait',
	answerIn: 'chat',
	toAccount,
	message: 'May we refund order 4711?',
	...more,
});

const times = { responseType: 'choice', choices: 'In the morning\nIn the evening' };

/** What is asked when the webhook of that name is called. Each person is asked for one purpose. */
const questions: Record<string, INodeParameters> = {
	approval: direct('alice', {}),
	text: direct('alice', { message: 'Where to?', responseType: 'freeText' }),
	numbered: direct('alice', { ...times, choicesAs: 'numbers' }),
	older: direct('dave', {}),
	newer: direct('dave', { message: 'When?', ...times }),
	forged: direct('erin', {}),
	raced: direct('erin', {}),
	restarted: direct('frank', {}),
	limited: direct('user1', { options: { limitWaitTime: { values: { resumeAmount: 0.05 } } } }),
	session: {
		resource: 'session',
		operation: 'sendAndWait',
		answerIn: 'chat',
		sendTo: 'session',
		sessionId: session,
		message: 'When shall we call you?',
		...times,
	},
	sides: {
		resource: 'session',
		operation: 'sendAndWait',
		answerIn: 'chat',
		sendTo: 'user',
		serviceAccount,
		userId: customer,
		message: 'Is nine fine?',
	},
};

const own = { type: `${packageName}.tencentChatDesk`, typeVersion: 1 };
const credentials = { [credentialType]: { ...demoCredential } };

/** For each question a webhook that has it asked, and a message to bob about what came of it. */
function asking(): WorkflowJson & { id: string } {
	const nodes: INode[] = [];
	const connections: IConnections = {};
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	for (const [row, [name, parameters]] of Object.entries(questions).entries()) {
		const place = (column: number): [number, number] => [column * 200, row * 200];
		nodes.push(
			{
				id: `webhook-${name}`,
				name: `Webhook ${name}`,
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: place(0),
				webhookId: name,
				parameters: { httpMethod: 'POST', path: name, options: {} },
			},
			{
				...own,
				id: `ask-${name}`,
				name: `Ask ${name}`,
				position: place(1),
				credentials,
				parameters,
			},
			{
				...own,
				id: `report-${name}`,
				name: `Report ${name}`,
				position: place(2),
				credentials,
				parameters: {
					resource: 'directMessage',
					operation: 'send',
					toAccount: 'bob',
					messageType: 'text',
					text: `=${name}: {{ JSON.stringify($json.data ?? 'no answer') }}`,
					options: { forbidCallbackControl: ['ForbidAfterSendMsgCallback'] },
				},
			},
		);
		connections[`Webhook ${name}`] = to(`Ask ${name}`);
		connections[`Ask ${name}`] = to(`Report ${name}`);
	}
	return { id: 'askInChat', name: 'Ask in the chat', nodes, connections };
}

describe('a question that is answered in the chat, in a real n8n', () => {
	let installation: Installation;
	let n8n: RunningN8n;
	const takers = [answerTaker('direct', directMessages), answerTaker('desk', deskMessages)];

	const start = async () => {
		n8n = await installation.start();
		enterCallbackUrls(installation.simulator.callbacks.settings(), takers, n8n.url);
	};

	beforeAll(async () => {
		installation = await Installation.create();
		const workflows = [asking(), ...takers];
		await installation.importWorkflows(...workflows);
		await start();
		const server = await EditorSession.open(n8n);
		for (const { id } of workflows) await server.activate(id);
	});

	afterAll(async () => {
		await n8n?.stop();
		await installation?.remove();
	});

	const entriesFor = (person: string): Entry[] =>
		installation.simulator
			.conversations()
			.filter(({ participants }) => participants.includes(person))
			.flatMap(({ entries }) => entries);

	const textsFor = (person: string) => entriesFor(person).map(({ text }) => text);

	/** Messages that carry a ticket. */
	const asked = () =>
		installation.simulator
			.conversations()
			.flatMap(({ entries }) => entries)
			.filter(({ cloudCustomData }) => cloudCustomData?.includes('n8nQuestion'));

	/** Has a question asked, and waits until its message is there; n8n may still be on its way to wait. */
	async function ask(name: string): Promise<Entry> {
		const known = new Set(asked());
		await callWebhook(n8n, name, {});
		return await eventually('the question', () => asked().find((entry) => !known.has(entry)));
	}

	/** The words that a client shows on its buttons. */
	const buttonsOf = ({ elements }: Entry) => {
		const { Data } = elements[0]!.MsgContent as { Data: string };
		const { content } = JSON.parse(Data) as { content: { items: Array<{ content: string }> } };
		return content.items.map((item) => item.content);
	};

	const reports = (name: string) => textsFor('bob').filter((text) => text.startsWith(`${name}: `));

	const report = async (name: string, limitSeconds?: number) =>
		await eventually(`the report of ${name}`, () => reports(name)[0], limitSeconds);

	const verdicts = (said: string) =>
		textsFor('carol').filter(
			(text) => /^(taken|other): /.test(text) && text.includes(`: ${said}: `),
		);

	let replies = 0;

	/** Writes as a person; gives what the workflow that receives the message makes of it. */
	async function reply(from: string, said: string): Promise<string> {
		const before = verdicts(said).length;
		const place = from === customer ? { serviceAccount } : { to: 'administrator' };
		await installation.simulator.customer.write({ from, ...place, text: said });
		replies += 1;
		return await eventually(`the verdict on "${said}" (${replies})`, () => verdicts(said)[before]);
	}

	it('is approved by a tap, once', async () => {
		const question = await ask('approval');
		expect(buttonsOf(question)).toEqual(['Approve', 'Decline']);
		expect(JSON.stringify(question)).not.toMatch(/webhook-waiting|signature/);

		expect(await reply('alice', 'Not now')).toBe(
			'other: Not now: {"taken":false,"reason":"noMatch"}',
		);
		expect(await reply('alice', 'Approve')).toBe('taken: Approve: {"taken":true,"approved":true}');
		expect(await report('approval')).toMatch(/^approval: {"approved":true,"respondedAt":"[^"]+"}$/);

		expect(await reply('alice', 'Decline')).toBe(
			'other: Decline: {"taken":false,"reason":"closed"}',
		);
		expect(reports('approval')).toHaveLength(1);
	});

	it('takes any text', async () => {
		await ask('text');
		await reply('alice', 'To "Ö" & <i>back</i>');
		expect(await report('text')).toContain(JSON.stringify('To "Ö" & <i>back</i>'));
	});

	it('takes the number of a choice', async () => {
		const { text } = await ask('numbered');
		expect(text).toContain('1. In the morning\n2. In the evening');
		expect(await reply('alice', '3')).toContain('noMatch');
		expect(await reply('alice', '2')).toContain('"option":"In the evening"');
		expect(await report('numbered')).toContain('"option":"In the evening"');
	});

	it('is the newest of two that are open; the other one waits for the next answer', async () => {
		await ask('older');
		await ask('newer');
		expect(await reply('dave', 'Approve')).toContain('noMatch');
		expect(await reply('dave', 'in the MORNING')).toContain('"option":"In the morning"');
		expect(await report('newer')).toContain('"option":"In the morning"');
		expect(reports('older')).toEqual([]);
		expect(await reply('dave', 'approve')).toContain('"approved":true');
		expect(await report('older')).toContain('"approved":true');
	});

	it.each([
		['session', 'In the evening', '"option":"In the evening"'],
		['sides', 'Decline', '"approved":false'],
	])('is answered in Desk, asked by %s', async (name, said, answer) => {
		const question = await ask(name);
		expect(buttonsOf(question)).toContain(said);
		expect(await reply(customer, 'Hello?')).toContain('noMatch');
		expect(await reply(customer, said)).toMatch(/^taken: /);
		expect(await report(name)).toContain(answer);
	});

	it('stays open when its ticket is forged, altered, or of another conversation', async () => {
		const question = await ask('forged');
		const genuine = question.cloudCustomData!;
		const foreign = asked().find((entry) => entry !== question)!;
		for (const data of [
			JSON.stringify({ n8nQuestion: `1.${'A'.repeat(300)}` }),
			genuine.replace(/(.)(.{20}"})$/, (_all, one, rest) => `${one === 'A' ? 'B' : 'A'}${rest}`),
			foreign.cloudCustomData,
		]) {
			question.cloudCustomData = data;
			expect(await reply('erin', 'Approve')).toContain('noQuestion');
		}
		expect(reports('forged')).toEqual([]);
		question.cloudCustomData = genuine;
		expect(await reply('erin', 'Approve')).toContain('"approved":true');
		expect(await report('forged')).toContain('"approved":true');
	});

	it('lets in one of two answers that come at once', async () => {
		await ask('raced');
		const both = await Promise.all(['approve', 'decline'].map((said) => reply('erin', said)));
		expect(both.map((verdict) => verdict.slice(0, 6)).sort()).toEqual(['other:', 'taken:']);
		const winner = both.find((verdict) => verdict.startsWith('taken'))!;
		expect(await report('raced')).toContain(/"approved":\w+/.exec(winner)![0]);
		expect(reports('raced')).toHaveLength(1);
	});

	it('outlives a restart of n8n', async () => {
		await ask('restarted');
		expect(await reply('frank', 'Later')).toContain('noMatch');
		await n8n.stop();
		await start();
		await eventually('n8n takes callbacks', async () => {
			await installation.simulator.customer.write({
				from: 'frank',
				to: 'administrator',
				text: 'Up?',
			});
			return verdicts('Up?')[0];
		});
		expect(await reply('frank', 'Approve')).toContain('"approved":true');
		expect(await report('restarted')).toContain('"approved":true');
	});

	it('is over when the time limit passes', async () => {
		await ask('limited');
		// n8n looks once a minute for executions whose time has come; the ticket ends by the second.
		expect(await report('limited', 90)).toBe('limited: "no answer"');
		expect(await reply('user1', 'Approve')).toContain('noQuestion');
		expect(reports('limited')).toHaveLength(1);
	});

	it('leaves neither link nor ticket in the log of n8n', () => {
		const log = installation.log();
		expect(log).toContain('waiting-webhook');
		expect(findSecrets(log, demoApp)).toEqual([]);
		expect(log).not.toMatch(/[?&](signature|turn)=/);
		for (const { cloudCustomData = '' } of asked()) {
			const { n8nQuestion } = JSON.parse(cloudCustomData) as { n8nQuestion: string };
			expect(log).not.toContain(n8nQuestion);
		}
	});
});
