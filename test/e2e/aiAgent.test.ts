import type { INode, INodeParameters } from 'n8n-workflow';

import { answerTaker, directMessages } from '../harness/answerTaker';
import { enterCallbackUrls } from '../harness/callbackUrls';
import { demoCredential } from '../harness/demoCredential';
import type { RunningN8n } from '../harness/n8n';
import { offersHumanReview } from '../harness/n8n/install';
import { credentialType, packageName } from '../harness/project';
import { readExample, type WorkflowJson } from '../harness/workflow';
import { answerLinks } from '../harness/answerLinks';
import { eventually } from '../harness/eventually';
import { startOpenAiStub } from '../support/openAiStub';
import type { ChatMessage, ChatRequest, OpenAiStub, Step } from '../support/openAiStub';
import { callWebhook } from './support/webhook';
import { Installation } from '../harness/editor/installation';
import { EditorSession } from '../harness/editor/session';

const sessionId = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const openAi = { id: 'openAiStub', name: 'OpenAI stub', type: 'openAiApi' };
const reply = 'Reply to customer';
const transferCommand = 'Transfer to human';

/** n8n makes the name of a tool out of the name of its node. */
const toolName = (node: string) => node.replaceAll(' ', '_');

const textOf = ({ content }: ChatMessage) =>
	typeof content === 'string' ? content : JSON.stringify(content);

/** A model that transfers whoever asks for a human, answers the rest, and then says how it went. */
function decide({ messages }: ChatRequest): Step {
	const last = messages.at(-1);
	if (last?.role === 'tool') return { say: `The tool said: ${textOf(last)}` };
	const request = last ? textOf(last) : '';
	if (request.includes('human')) return { call: toolName(transferCommand), with: {} };
	return { call: toolName(reply), with: { text: 'We are open from nine to six.' } };
}

function tool(
	name: string,
	parameters: INodeParameters,
	type = `${packageName}.tencentChatDeskTool`,
): INode {
	return {
		id: toolName(name),
		name,
		type,
		typeVersion: 1,
		position: [400, 300],
		credentials: { [credentialType]: { ...demoCredential } },
		parameters: { descriptionType: 'auto', ...parameters },
		// In older n8n a tool that fails would otherwise end the run.
		onError: 'continueRegularOutput',
	};
}

const transfer = tool(transferCommand, {
	resource: 'session',
	operation: 'transfer',
	sessionId: "={{ $('Webhook').item.json.body.sessionId }}",
	options: {},
});

/** As a user might set it up who has not read that a tool does not wait. */
const waitingTool = tool(reply, {
	resource: 'session',
	operation: 'sendAndWait',
	sendTo: 'session',
	sessionId,
	message: "={{ $fromAI('text', 'What the customer is to read', 'string') }}",
	options: {},
});

const start: Omit<INode, 'id' | 'webhookId'> = {
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	position: [0, 0],
	parameters: {},
};

const agent: INode = {
	id: 'agent',
	name: 'AI Agent',
	type: '@n8n/n8n-nodes-langchain.agent',
	typeVersion: 3,
	position: [200, 0],
	parameters: { promptType: 'define', text: '={{ $json.body.text }}', options: {} },
};

const model: INode = {
	id: 'model',
	name: 'Model',
	type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
	typeVersion: 1.2,
	position: [200, 300],
	credentials: { openAiApi: { id: openAi.id, name: openAi.name } },
	parameters: { model: { __rl: true, mode: 'id', value: 'stub' }, options: {} },
};

const aiTool = (node: string) => ({ ai_tool: [[{ node, type: 'ai_tool' as const, index: 0 }]] });

/** A webhook that hands its text to an agent with the given tools, each behind what it leads to. */
function agentWorkflow(
	id: string,
	tools: Array<[node: INode, leadsTo: string]>,
	parameters: INodeParameters,
): WorkflowJson & { id: string } {
	return {
		id,
		name: id,
		nodes: [
			{
				...start,
				id: `webhook-${id}`,
				webhookId: id,
				parameters: { httpMethod: 'POST', path: id, options: {}, ...parameters },
			},
			agent,
			model,
			...tools.map(([node]) => node),
		],
		connections: {
			Webhook: { main: [[{ node: agent.name, type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: agent.name, type: 'ai_languageModel', index: 0 }]] },
			...Object.fromEntries(tools.map(([{ name }, leadsTo]) => [name, aiTool(leadsTo)])),
		},
		settings: { executionOrder: 'v1' },
	};
}

/**
 * The example, started by a webhook that hands over an item as the trigger would, and with the
 * model of the test.
 */
function exampleBehindWebhook(id: string): WorkflowJson & { id: string } {
	const example = readExample('ai-agent-support');
	const nodes = example.nodes.map((node): INode => {
		if (node.id === 'model') return { ...node, credentials: model.credentials };
		if (node.id !== 'trigger') return node;
		const parameters = { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} };
		const { name, position } = node;
		return { id: 'item', name, type: 'n8n-nodes-base.set', typeVersion: 3.4, position, parameters };
	});
	const toItem = { main: [[{ node: 'Customer message', type: 'main' as const, index: 0 }]] };
	const {
		nodes: [webhook],
	} = agentWorkflow(id, [], { responseMode: 'lastNode' });
	return {
		...example,
		id,
		nodes: [webhook!, ...nodes],
		connections: { ...example.connections, Webhook: toItem },
	};
}

const reviewTool = 'Ask a colleague';
const review = tool(
	reviewTool,
	{
		toAccount: 'alice',
		message: '=The agent wants to use {{ $tool.name }}.',
		options: {},
	},
	`${packageName}.tencentChatDeskHitlTool`,
);

const colleagues = '@support';

/** The colleague sees buttons, since a service account asks. */
const reviewInChat: INode = {
	...review,
	parameters: {
		...review.parameters,
		answerIn: 'chat',
		options: { fromAccount: colleagues },
	},
};

const reviewedInChat = agentWorkflow(
	'reviewedInChat',
	[
		[reviewInChat, agent.name],
		[transfer, reviewTool],
	],
	{},
);

const taker = answerTaker('colleagues', directMessages);

const reviewed = agentWorkflow(
	'reviewed',
	[
		[review, agent.name],
		[transfer, reviewTool],
	],
	{},
);

/** In an n8n that has no human review there is nothing to test. */
const describeReview = offersHumanReview() ? describe : describe.skip;

describe('an AI agent with this node as tools, in a real n8n', () => {
	let installation: Installation;
	let model: OpenAiStub;
	let n8n: RunningN8n;

	beforeAll(async () => {
		installation = await Installation.create();
		model = await startOpenAiStub(decide);
		await installation.importCredentials({
			...openAi,
			data: { apiKey: 'none', url: model.url },
		});
		const workflows = [
			exampleBehindWebhook('agent'),
			agentWorkflow('asking', [[waitingTool, agent.name]], { responseMode: 'lastNode' }),
			...(offersHumanReview() ? [reviewed, reviewedInChat, taker] : []),
		];
		await installation.importWorkflows(...workflows);
		n8n = await installation.start();
		const server = await EditorSession.open(n8n);
		for (const { id } of workflows) await server.activate(id);
	});

	afterAll(async () => {
		await n8n?.stop();
		await model?.close();
		await installation?.remove();
	});

	beforeEach(() => {
		installation.simulator.reset();
		model.requests.length = 0;
	});

	async function say(path: string, text: string): Promise<unknown> {
		return await callWebhook(n8n, path, { text, sessionId });
	}

	const calls = (path: string) =>
		installation.simulator.requests.filter((request) => request.path === path);
	const transfers = () => calls('desk_http_svc/transfer_to_human');

	it('answers the customer in the session', async () => {
		const outcome = await say('agent', 'When are you open?');

		const [sent] = calls('desk_http_svc/send_msg');
		expect(sent?.body).toMatchObject({
			SessionId: sessionId,
			MsgBody: [{ MsgContent: { Text: 'We are open from nine to six.' } }],
		});
		expect(JSON.stringify(outcome)).toContain('The tool said');
		expect(transfers()).toEqual([]);
	});

	it('hands the customer over to a human when asked to', async () => {
		const outcome = await say('agent', 'I want to talk to a human');
		expect(transfers().map(({ body }) => body)).toMatchObject([{ SessionId: sessionId }]);
		expect(JSON.stringify(outcome)).toContain('AgentId');
	});

	it('sees what each tool does, and only the parameters that are left to it', async () => {
		await say('agent', 'When are you open?');
		const tools = model.requests[0]?.tools?.map((one) => one.function) ?? [];
		const left = tools.map(({ name, parameters }) => [name, Object.keys(parameters.properties)]);
		expect(Object.fromEntries(left)).toEqual({
			[toolName(reply)]: ['text'],
			[toolName(transferCommand)]: [],
		});
		for (const { description } of tools) expect(description).toMatch(/session/i);
	});

	it('gets a short answer, and the reason when a call fails', async () => {
		await say('agent', 'When are you open?');
		const good = textOf(model.requests.at(-1)!.messages.at(-1)!);
		expect(good.length).toBeLessThan(400);

		installation.simulator.behaviour.faults = [
			{ probability: 1, fault: { kind: 'errorCode', code: 141005 } },
		];
		await say('agent', 'And on Sundays?');
		const bad = textOf(model.requests.at(-1)!.messages.at(-1)!);
		expect(bad).toMatch(/session/i);
		expect(bad.length).toBeLessThan(1000);
	});

	it('is told that a tool cannot wait for a person', async () => {
		await say('asking', 'When are you open?');
		const refusal = textOf(model.requests.at(-1)!.messages.at(-1)!);
		expect(refusal).toContain('cannot be called by an AI agent as a tool');
		expect(calls('desk_http_svc/send_msg')).toEqual([]);
	});

	describeReview('whose tool is reviewed by a human', () => {
		const link = async () => {
			const address = await eventually(
				'the question to the colleague',
				() => answerLinks(installation.simulator.conversations())[0],
			);
			// While an execution is at work n8n answers 409 to its link.
			return await eventually('the execution that waits', async () =>
				(await fetch(address)).status === 409 ? undefined : address,
			);
		};

		const post = async (address: string, answer: string) =>
			await fetch(address, { method: 'POST', body: new URLSearchParams({ answer }) });

		const lastWords = async () =>
			await eventually('the end of the run', () => {
				const last = model.requests.at(-1)?.messages.at(-1);
				return last?.role === 'tool' ? textOf(last) : undefined;
			});

		it('uses it when the human approves', async () => {
			await say('reviewed', 'I want to talk to a human');
			const address = await link();
			expect(transfers()).toEqual([]);
			expect(await (await fetch(address)).text()).toContain('Your answer is needed');
			expect((await post(address, 'approve')).status).toBe(200);
			expect(await lastWords()).toContain('AgentId');
			expect(transfers()).toHaveLength(1);
		});

		it('does not use it when the human declines', async () => {
			await say('reviewed', 'I want to talk to a human');
			expect((await post(await link(), 'decline')).status).toBe(200);
			expect(await lastWords()).toContain('rejected');
			expect(transfers()).toEqual([]);
		});

		describe('in the chat', () => {
			beforeEach(() =>
				enterCallbackUrls(installation.simulator.callbacks.settings(), [taker], n8n.url),
			);

			const seenBy = (person: string) =>
				installation.simulator
					.conversations()
					.filter(({ participants }) => participants.includes(person))
					.flatMap(({ entries }) => entries.map(({ text }) => text));

			/** A tap of the colleague, once the question is there. */
			async function tap(words: string): Promise<void> {
				await say('reviewedInChat', 'I want to talk to a human');
				await eventually('the question', () =>
					seenBy('alice').find((text) => text.includes('The agent wants to use')),
				);
				expect(transfers()).toEqual([]);
				await installation.simulator.customer.write({ from: 'alice', to: colleagues, text: words });
				await eventually('the verdict', () => seenBy('carol').find((text) => text.includes(words)));
			}

			it('uses it after one tap', async () => {
				await tap('Approve');
				expect(seenBy('carol').at(-1)).toContain('taken: Approve');
				expect(await lastWords()).toContain('AgentId');
				expect(transfers()).toHaveLength(1);
			});

			it('does not use it after the other one', async () => {
				await tap('Decline');
				expect(await lastWords()).toContain('rejected');
				expect(transfers()).toEqual([]);
			});
		});
	});
});
