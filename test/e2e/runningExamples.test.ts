import type { IRun } from 'n8n-workflow';
import type { Browser, Page } from 'playwright-core';

import type { RunningN8n } from '../harness/n8n';
import { enterCallbackUrls } from '../harness/callbackUrls';
import { aiExamples, allExamples, readExample } from '../harness/workflow';
import type {
	buttonExamples,
	ExampleName,
	triggerExamples,
	WorkflowJson,
} from '../harness/workflow';
import { demoBucket, type Entry, type MessageElement } from '../../simulator';
import { answerLinks } from '../harness/answerLinks';
import { eventually, until } from '../harness/eventually';
import {
	startOpenAiStub,
	type ChatRequest,
	type OpenAiStub,
	type Step,
} from '../support/openAiStub';
import { named, openBrowser } from '../harness/editor/browser';
import { Installation } from '../harness/editor/installation';
import { demoCosCredentialFor } from '../harness/demoCredential';
import { itemsOf } from '../harness/n8n/runRecord';
import { pngFile } from '../harness/sampleFiles';
import { EditorSession } from '../harness/editor/session';
import { listening } from '../harness/n8n';
import { callWebhook } from './support/webhook';

const note = 'n8n-nodes-base.stickyNote';
const start = 'Start';
const openAi = { id: 'openAiStub', name: 'OpenAI stub', type: 'openAiApi' };

/** With the model of the test, which is all that a user has to choose in this example. */
function withModel(example: WorkflowJson): WorkflowJson {
	const credentials = { openAiApi: { id: openAi.id, name: openAi.name } };
	const nodes = example.nodes.map((node) =>
		node.id === 'model' ? { ...node, credentials } : node,
	);
	return { ...example, nodes };
}

/** As its notes say: the webhook is switched on. */
function calledByCrm(example: WorkflowJson): WorkflowJson & { id: string } {
	const nodes = example.nodes.map((node) =>
		node.id === 'crm' ? { ...node, disabled: false } : node,
	);
	return { ...example, id: 'calledByCrm', name: 'Called by a CRM', nodes };
}

/** With a field left empty that has to be filled in. */
function unfinished(example: WorkflowJson): WorkflowJson & { id: string } {
	const nodes = example.nodes.map((node) =>
		node.id === 'announce' ? { ...node, parameters: { ...node.parameters, text: '' } } : node,
	);
	return { ...example, id: 'unfinished', name: 'Unfinished', nodes };
}

const stored = (name: ExampleName): WorkflowJson =>
	aiExamples.some((one) => one === name) ? withModel(readExample(name)) : readExample(name);

const answer = 'We are **open** from nine to six. See [our hours](https://example.com/hours).';

function decide({ messages, tools }: ChatRequest): Step {
	const last = messages.at(-1);
	const text = typeof last?.content === 'string' ? last.content : JSON.stringify(last?.content);
	if (!tools?.length) return { say: answer };
	if (last?.role === 'tool') return { say: 'Done' };
	if (text.includes('human')) return { call: 'Transfer_to_human', with: {} };
	return { call: 'Reply_to_customer', with: { text: 'We are open from nine to six.' } };
}

describe('the examples in a running n8n', () => {
	let installation: Installation;
	let model: OpenAiStub;
	let n8n: RunningN8n;
	let server: EditorSession;
	let importLog: string;

	beforeAll(async () => {
		installation = await Installation.create();
		model = await startOpenAiStub(decide);
		await installation.importCredentials(
			{ ...openAi, data: { apiKey: 'none', url: model.url } },
			demoCosCredentialFor(installation.simulator.url),
		);
		const before = installation.log().length;
		await installation.importWorkflows(...allExamples.map(stored));
		importLog = installation.log().slice(before);
		await installation.importWorkflows(
			calledByCrm(readExample('crm-outreach')),
			unfinished(readExample('live-announcement')),
		);
		n8n = await installation.start();
		server = await EditorSession.open(n8n);
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		await model?.close();
		await installation?.remove();
	});

	beforeEach(() => installation.simulator.reset());

	const idOf = (name: ExampleName) => readExample(name).id ?? '';

	/** What the people in a conversation see, in order. */
	const entriesWith = (...people: string[]): Entry[] =>
		installation.simulator
			.conversations()
			.filter(({ participants }) => people.every((one) => participants.includes(one)))
			.flatMap(({ entries }) => entries)
			.filter(({ kind }) => kind === 'message');
	const seenBy = (...people: string[]): string[] => entriesWith(...people).map(({ text }) => text);

	/** What Desk's own messages in a conversation hold. */
	const deskDataIn = (...people: string[]) =>
		entriesWith(...people)
			.flatMap(({ elements }) => elements)
			.filter(({ MsgType }) => MsgType === 'TIMCustomElem')
			.map(({ MsgContent }) => JSON.parse(String(MsgContent.Data)) as Record<string, unknown>);

	/** A customer asks, and gets an answer. */
	async function answered(): Promise<void> {
		const { customer } = installation.simulator;
		const question = { from: 'alice', serviceAccount: '@support', text: 'When are you open?' };
		await customer.write(question);
		await until('The answer', () => seenBy('@support', 'alice').length === 2);
	}

	const outputs = (run: IRun, node: string) => itemsOf(run, node).map(({ json }) => json);

	async function pressed(name: ExampleName): Promise<IRun> {
		const run = await server.outcome(await server.run(idOf(name), start));
		expect({ name, status: run.status }).toEqual({ name, status: 'success' });
		return run;
	}

	/** Publishes an example and enters its address, does what customers do, and takes it back. */
	async function published(name: ExampleName, act: () => Promise<void>): Promise<void> {
		const { simulator } = installation;
		const before = (await server.executions(idOf(name))).length;
		await server.activate(idOf(name));
		enterCallbackUrls(simulator.callbacks.settings(), [readExample(name)], n8n.url);
		const { url, deskUrl } = simulator.callbacks.settings();
		// A busy machine takes its time before n8n hands a call to the trigger.
		simulator.callbacks.settings().timeoutMs = 5000;
		await listening(url ?? deskUrl ?? '');
		await act();
		await simulator.callbacks.settled();
		const runs = await server.ended(idOf(name), before + 1);
		await server.deactivate(idOf(name));
		expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['success']));
	}

	it('are imported without a warning', () => {
		expect(importLog).toContain(`Successfully imported ${allExamples.length} workflows`);
		const lines = importLog.split('\n');
		expect(lines.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
	});

	describe('in the editor', () => {
		let browser: Browser;
		let page: Page;

		beforeAll(async () => {
			({ browser, page } = await openBrowser());
			await server.signIn(page);
		});

		afterAll(async () => await browser?.close());

		/** How many nodes need attention, once as many as there are nodes are shown. */
		async function issues(id: string, { nodes }: WorkflowJson): Promise<number> {
			const count = nodes.filter(({ type }) => type !== note).length;
			await page.goto(`${n8n.url}/workflow/${id}`);
			await named(page, 'canvas-node')
				.nth(count - 1)
				.waitFor();
			return await named(page, 'node-issues').count();
		}

		it('a workflow that is not finished has a node that needs attention', async () => {
			expect(await issues('unfinished', readExample('live-announcement'))).toBe(1);
		});

		it.each(allExamples)('%s opens with all its nodes, and none needs attention', async (name) => {
			expect(await issues(idOf(name), readExample(name))).toBe(0);
			expect(await page.getByText('Install this node').count()).toBe(0);
		});
	});

	const stories: Record<
		(typeof buttonExamples | typeof triggerExamples | typeof aiExamples)[number],
		() => Promise<void>
	> = {
		async 'scheduled-notifications'() {
			const run = await pressed('scheduled-notifications');
			const nine = 'Your class is tomorrow at nine.';
			const eleven = 'Your class is tomorrow at eleven.';
			const people = ['alice', 'bob', 'carol', 'dave'];
			expect(people.map((one) => seenBy(one))).toEqual([[nine], [nine], [eleven], [eleven]]);
			const { requests } = installation.simulator;
			expect(requests.filter(({ path }) => path === 'openim/batchsendmsg')).toHaveLength(2);
			expect(outputs(run, 'Not reached')).toEqual([
				{
					userId: 'nobody-yet',
					code: '70107',
					message: expect.stringContaining('nobody-yet'),
					advice: expect.stringContaining('import'),
				},
			]);
			expect(seenBy('frank')).toEqual([
				expect.stringMatching(/^Not notified: 1\nnobody-yet: .*did not reach/),
			]);

			// The schedule is one that n8n takes.
			await server.activate(idOf('scheduled-notifications'));
			await server.deactivate(idOf('scheduled-notifications'));
		},

		async 'invoice-by-chat'() {
			await pressed('invoice-by-chat');

			const [stored] = installation.simulator.files.list();
			expect(stored).toMatchObject({ key: expect.stringMatching(/\.pdf$/) as string });
			expect(seenBy('alice')).toEqual([expect.stringContaining('Invoice 4711.pdf')]);
		},

		async 'nightly-report'() {
			const { customer, world } = installation.simulator;
			const { SessionId: sessionId } = await customer.write({
				from: 'alice',
				serviceAccount: '@support',
				text: 'Thank you, all is well',
			});
			await customer.endSession({ sessionId: sessionId! });
			const lastYear = ({ startedAt }: { startedAt: number }) =>
				startedAt < Date.now() - 86_400_000;
			const sessions = world()
				.sessions.list()
				.filter((session) => !lastYear(session));

			const run = await pressed('nightly-report');

			expect(seenBy('grace')).toEqual([
				expect.stringMatching(
					new RegExp(`^Chat Desk on \\d{4}-\\d\\d-\\d\\d\nSessions: ${sessions.length}\n`),
				),
			]);
			const [table] = itemsOf(run, 'Table');
			const file = table?.binary?.data;
			expect(file?.fileName).toMatch(/^sessions-\d{4}-\d\d-\d\d\.csv$/);
			const content = file?.id
				? await server.file(file.id)
				: Buffer.from(file?.data ?? '', 'base64').toString();
			const [head, ...rows] = content.trim().split('\n');
			expect(head).toContain('SessionId,');
			expect(rows).toEqual([expect.stringContaining(sessionId!)]);
			expect(rows[0]).toContain('alice');

			await server.activate(idOf('nightly-report'));
			await server.deactivate(idOf('nightly-report'));
		},

		async 'group-announcement'() {
			const text = 'The office closes at three today.';
			const announce = async (answer: string): Promise<IRun> => {
				installation.simulator.reset();
				const execution = await server.run(idOf('group-announcement'), start);
				const link = await eventually(
					'the question',
					() => answerLinks(installation.simulator.conversations())[0],
				);
				expect(answerLinks(installation.simulator.conversations())).toHaveLength(1);
				expect([seenBy('team'), seenBy('work')]).toEqual([[text], [text]]);
				// While an execution is at work n8n answers 409 to its link.
				await until('The wait', async () => (await fetch(link)).status === 200);
				const body = new URLSearchParams({ answer });
				expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
				const run = await server.outcome(execution);
				expect(run.status).toBe('success');
				return run;
			};
			const recalled = () =>
				['team', 'work'].map((group) => entriesWith(group).map((entry) => entry.recalled === true));

			const kept = await announce('decline');
			expect(recalled()).toEqual([[false], [false]]);
			expect(outputs(kept, 'Not announced')).toEqual([
				{
					group: 'closed-last-year',
					code: '10010',
					message: expect.any(String),
					advice: expect.any(String),
				},
			]);

			const takenBack = await announce('approve');
			expect(recalled()).toEqual([[true], [true]]);
			expect(outputs(takenBack, 'Recalled').map(({ GroupId }) => GroupId)).toEqual([
				'team',
				'work',
			]);
			expect(outputs(takenBack, 'Still there')).toEqual([]);
		},

		async 'ask-in-chat'() {
			const { customer } = installation.simulator;
			const write = async (text: string) =>
				await customer.write({ from: 'alice', serviceAccount: '@support', text });
			const seen = () => seenBy('@support', 'alice');
			await published('ask-in-chat', async () => {
				const execution = await server.run(idOf('ask-in-chat'), start);
				await until('The question', () => seen().length === 1);
				await write('What happened?');
				await until('The usual reply', () => seen().length === 3);
				expect(seen()[2]).toContain('somebody will read this');
				await write('Refund me');
				await until('The confirmation', () => seen().length === 5);
				expect(seen()[4]).toContain('your money back');
				const run = await server.outcome(execution);
				expect([run.status, outputs(run, 'Nobody answered')]).toEqual(['success', []]);
			});
		},

		async 'two-way-support'() {
			await published('two-way-support', async () => {
				const { customer, world } = installation.simulator;
				const write = async (text: string) =>
					await customer.write({ from: 'alice', serviceAccount: '@support', text });
				const seen = () => seenBy('@support', 'alice');

				await write('Good morning');
				await until('The greeting', () => seen().length === 2);
				expect(seen()[1]).toContain('Hello alice');
				await write('Where is my order?');
				await until('The card', () => seen().length === 4);
				expect(entriesWith('@support', 'alice')[3]?.elements[0]?.MsgType).toBe('TIMCustomElem');
				for (const agent of world().agents.values()) agent.state = 'offline';
				await write('I want a human');
				await until('The apology', () => seen().length === 6);
				expect(seen()[5]).toContain('None of our agents is online');
				world().agents.get('mia@example.com')!.state = 'online';
				await write('A human, please');
				await until('The transfer', () => seen().length === 8);
				expect(seen()[7]).toContain('I have asked a colleague');
				const session = world()
					.sessions.list()
					.findLast(({ userId }) => userId === 'alice');
				expect(session?.memberId).toBe('mia@example.com');
			});
		},

		async 'live-moderation'() {
			await published('live-moderation', async () => {
				const { simulator } = installation;
				const write = async (from: string, text: string, groupId = 'room1') =>
					await simulator.customer.write({ from, groupId, text });
				const room = () => simulator.world().rooms.get('room1')!;
				await until('The URL is entered for live rooms', () =>
					simulator.requests.some(({ path }) => path === 'live_config/set_callback'),
				);

				expect(await write('alice', 'What a nice scarf')).toMatchObject({ ErrorCode: 0 });
				expect(await write('bob', 'You are all idiots')).toMatchObject({ ErrorCode: 10102 });
				await until('The mute', () => room().muted.has('bob'));
				expect(await write('bob', 'Sorry')).toMatchObject({ ErrorCode: 100601 });
				expect(await write('carol', 'Win at https://example.com')).toMatchObject({
					ErrorCode: 10101,
				});
				await until('The ban', () => room().banned.has('carol'));
				expect(room().banned.get('carol')?.reason).toBe('Advertising');
				expect(await write('carol', 'Hello again')).toMatchObject({ ErrorCode: 100005 });
				// In a group there is nobody to ban; the message is refused all the same.
				expect(await write('bob', 'Come to the casino', 'team')).toMatchObject({
					ErrorCode: 10101,
				});
				expect([seenBy('room1'), seenBy('team')]).toEqual([['What a nice scarf'], []]);

				simulator.behaviour.faults = [
					{
						probability: 1,
						path: 'live_engine_http_srv/ban_member',
						fault: { kind: 'errorCode', code: 100004 },
					},
				];
				expect(await write('dave', 'Cheap watches here')).toMatchObject({ ErrorCode: 10101 });
				await until('The word to the moderator', () => seenBy('user1').length > 0);
				expect(seenBy('user1')).toEqual([
					expect.stringMatching(/^Please look after dave in room1: .*Cheap watches here$/),
				]);
				expect(seenBy('room1')).toEqual(['What a nice scarf']);
			});
		},

		async 'ai-agent-support'() {
			await published('ai-agent-support', async () => {
				const { customer, world } = installation.simulator;
				const write = async (text: string) =>
					await customer.write({ from: 'alice', serviceAccount: '@support', text });
				const { SessionId: sessionId } = await write('When are you open?');
				await until('The answer', () => seenBy('@support', 'alice').length === 2);
				expect(seenBy('@support', 'alice')[1]).toBe('We are open from nine to six.');
				await write('I want to talk to a human');
				await until('The transfer', () => world().sessions.get(sessionId!)?.state === 'Agent');
			});
		},

		async 'ai-agent-rich-text'() {
			await published('ai-agent-rich-text', async () => {
				await answered();
				expect(deskDataIn('@support', 'alice')).toMatchObject([{ src: '30', content: answer }]);
			});
		},

		async 'ai-agent-stream'() {
			await published('ai-agent-stream', async () => {
				await answered();
				const isWhole = () => deskDataIn('@support', 'alice')[0]?.isFinished === 1;
				await until('The last piece', isWhole);
				const [{ src, chunks } = {}] = deskDataIn('@support', 'alice');
				expect(src).toBe('31');
				expect((chunks as string[]).length).toBeGreaterThan(1);
				expect((chunks as string[]).join('')).toBe(answer);
			});
		},

		async 'ai-agent-photo'() {
			const { customer, files } = installation.simulator;
			const photo = pngFile(64, 48);
			const write = async (element: MessageElement) =>
				await customer.write({ from: 'alice', serviceAccount: '@support', msgBody: [element] });
			await published('ai-agent-photo', async () => {
				await write({ MsgType: 'TIMTextElem', MsgContent: { Text: 'My mug is broken' } });
				await until('The question', () => seenBy('@support', 'alice').length === 2);
				expect(seenBy('@support', 'alice')[1]).toMatch(/^Please send a photo/);

				const address = files.keepForClient('photo.png', 'image/png', photo);
				const version = { Type: 2, Size: 0, Width: 64, Height: 48, URL: address };
				const MsgContent = { UUID: 'A', ImageFormat: 3, ImageInfoArray: [version] };
				model.requests.length = 0;
				await write({ MsgType: 'TIMImageElem', MsgContent });
				await until('The words to the colleague', () => seenBy('user1').length === 2);
				expect(JSON.stringify(model.requests)).toContain(photo.toString('base64'));
				expect(seenBy('@support', 'alice')[3]).toBe(answer);
				const [stored] = files.list().filter(({ bucket }) => bucket === demoBucket.name);
				expect(files.bytes(demoBucket.name, stored!.key)).toEqual(photo);
				const [passedOn] = entriesWith('user1');
				expect(JSON.stringify(passedOn?.elements)).toContain(stored!.key);
				expect(seenBy('user1')[1]).toContain(`alice sent this photo. The model says: ${answer}`);
			});
		},
	};

	it.each(Object.entries(stories))(
		'%s does what its notes say',
		async (_name, story) => {
			await story();
		},
		180_000,
	);

	it('crm-outreach takes customers from a call, and writes to those whom no agent can serve', async () => {
		await server.activate('calledByCrm');
		await callWebhook(n8n, 'tencent-crm-outreach', {
			customers: [
				{ userId: 'alice', name: 'Alice', order: '1', agent: 'mia@example.com' },
				{ userId: 'dave', name: 'Dave', order: '2', agent: 'noah@example.com' },
				{ userId: 'nobody', name: 'Nobody', order: '3', agent: 'noah@example.com' },
			],
		});
		const [execution] = await server.ended('calledByCrm', 1);
		const run = await server.outcome(execution!.id);
		await server.deactivate('calledByCrm');

		expect(run.status).toBe('success');
		expect(seenBy('@customer_service_account', 'alice')).toHaveLength(2);
		expect(seenBy('dave')).toEqual([expect.stringMatching(/^Hello Dave, order 2 is on its way/)]);
		expect(outputs(run, 'Reached directly')).toMatchObject([{ To_Account: 'dave' }]);
		expect(outputs(run, 'To be called')).toHaveLength(1);
	});
});
