import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Browser } from 'playwright-core';

import { enterCallbackUrls } from '../harness/callbackUrls';
import { demoCredential } from '../harness/demoCredential';
import { openBrowser } from '../harness/editor/browser';
import { openInbox, turnTo } from '../harness/editor/inbox';
import { Installation } from '../harness/editor/installation';
import { EditorSession } from '../harness/editor/session';
import { byId, sideBySide, start } from '../harness/editor/workflows';
import { until } from '../harness/eventually';
import { listening, type RunningN8n } from '../harness/n8n';
import { itemsOf } from '../harness/n8n/runRecord';
import { CustomerWindow } from '../harness/officialClient/customerWindow';
import { credentialType, packageName } from '../harness/project';
import { pngFile } from '../harness/sampleFiles';
import { readExample, type WorkflowJson } from '../harness/workflow';
import { deskElement } from '../support/deskSamples';
import { startOpenAiStub, type ChatMessage, type OpenAiStub } from '../support/openAiStub';

const openAi = { id: 'openAiStub', name: 'OpenAI stub', type: 'openAiApi' };
const triggerName = 'Received';
const fromAlice = { from: 'alice', serviceAccount: '@support' };

/** A workflow that a callback starts, and that does nothing more. */
const receiver = (id: string, parameters: INodeParameters): WorkflowJson & { id: string } => ({
	id,
	name: id,
	nodes: [
		{
			id: 'trigger',
			name: triggerName,
			type: `${packageName}.tencentChatDeskTrigger`,
			typeVersion: 3,
			position: [0, 0],
			webhookId: `hook-${id}`,
			parameters,
			credentials: { [credentialType]: { ...demoCredential } },
		},
	],
	connections: {},
	settings: { executionOrder: 'v1' },
});

/** What customers and the service account write, the workflow's own messages among it. */
const written: INodeParameters = {
	events: ['Desk.SessionEventNotify'],
	deskEvents: 'ChatBot.UserSendMsg, ChatBot.RobotSendMsg',
	ignoreRestApi: false,
};
const everything = receiver('written', written);
const withSignals = receiver('withSignals', { ...written, ignoreDeskSignals: false });
const ratings = receiver('ratings', { events: ['rating'] });

/** As in the example's notes, with the model of the test. */
const agent = (() => {
	const example = readExample('ai-agent-support');
	const credentials = { openAiApi: { id: openAi.id, name: openAi.name } };
	const nodes = example.nodes.map((node) =>
		node.id === 'model' ? { ...node, credentials } : node,
	);
	return { ...example, id: String(example.id), nodes };
})();

/** What the panel of the sending node holds, by the kind of the message. */
const panels = {
	richText: {
		messageType: 'richText',
		richText: '**Hello**, [follow it](https://example.com/4711)',
	},
	choices: {
		messageType: 'choices',
		choicesTitle: 'Which?',
		choicesItems: 'Delivery\nHuman agent',
	},
	formWithOptions: {
		messageType: 'form',
		formQuestion: 'Which shop?',
		formAnswerWith: 'options',
		formOptions: 'Berlin\nParis',
	},
	formWithInput: {
		messageType: 'form',
		formQuestion: 'Your order number',
		formAnswerWith: 'input',
	},
	card: {
		messageType: 'card',
		cardTitle: 'Blue mug',
		cardDescription: '12.50',
		cardPictureUrl: 'https://example.com/mug.png',
		cardLinkUrl: 'https://example.com/p/1',
	},
	order: {
		messageType: 'order',
		orderGuide: 'Order 1001',
		orderName: 'Blue mug, 2 pieces',
		orderDescription: '25.00',
		orderPictureUrl: 'https://example.com/mug.png',
		orderDetails: { details: [{ name: 'Status', value: 'Shipped', customerValue: 'DHL 123' }] },
	},
} satisfies Record<string, INodeParameters>;
type Panel = keyof typeof panels;

const sender = (id: Panel) =>
	sideBySide(id, [
		{
			name: 'Send',
			parameters: {
				resource: 'session',
				operation: 'sendMessage',
				sendTo: 'user',
				serviceAccount: byId('@support'),
				userId: 'alice',
				...panels[id],
				options: {},
			},
		},
	]);

const wordsOf = ({ content }: ChatMessage) =>
	typeof content === 'string' ? content : JSON.stringify(content);

describe("Desk's own messages, from the panel to Tencent's own client and back", () => {
	let installation: Installation;
	let model: OpenAiStub;
	let n8n: RunningN8n;
	let server: EditorSession;
	let browser: Browser;
	let customer: CustomerWindow;
	let sessionId: string;
	/** Executions of each workflow that a test has looked at, or that are older than it. */
	const seen = new Map<string, number>();

	beforeAll(async () => {
		installation = await Installation.create();
		model = await startOpenAiStub(({ messages }) =>
			messages.at(-1)?.role === 'tool'
				? { say: 'Done' }
				: { call: 'Reply_to_customer', with: { text: 'We are open from nine to six.' } },
		);
		await installation.importCredentials({ ...openAi, data: { apiKey: 'none', url: model.url } });
		const receivers = [everything, withSignals, ratings, agent];
		await installation.importWorkflows(
			...(Object.keys(panels) as Panel[]).map(sender),
			...receivers,
		);
		n8n = await installation.start();
		server = await EditorSession.open(n8n);
		for (const one of receivers) {
			await server.activate(one.id);
			const settings = installation.simulator.callbacks.settings();
			enterCallbackUrls(settings, [one], n8n.url);
			await listening((one === ratings ? settings.url : settings.deskUrl) ?? '');
		}
		({ browser } = await openBrowser());
	});

	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await model?.close();
		await installation?.remove();
	});

	/** Everything starts anew, and these workflows are told of what happens. */
	async function begin(...workflows: Array<WorkflowJson & { id: string }>): Promise<void> {
		const { simulator } = installation;
		await simulator.callbacks.settled();
		simulator.reset();
		const settings = simulator.callbacks.settings();
		enterCallbackUrls(settings, workflows, n8n.url);
		// A busy machine takes its time before n8n hands a call to the trigger.
		settings.timeoutMs = 20_000;
		for (const { id } of workflows) seen.set(id, (await server.executions(id)).length);
		customer = await CustomerWindow.open(browser, simulator, 'alice', '@support');
	}

	afterEach(async () => await customer.close());

	/** The item with which the next execution of a workflow has begun. */
	async function received({ id }: { id: string } = everything): Promise<IDataObject> {
		const count = (seen.get(id) ?? 0) + 1;
		seen.set(id, count);
		const runs = await server.ended(id, count);
		const run = await server.outcome(runs.at(-count)!.id);
		return itemsOf(run, triggerName)[0]!.json;
	}

	const countOf = async ({ id }: { id: string }) =>
		(await server.executions(id)).length - (seen.get(id) ?? 0);

	const write = async (text: string) =>
		await installation.simulator.customer.write({ ...fromAlice, text });
	const signal = async (data: IDataObject) =>
		await installation.simulator.customer.write({
			...fromAlice,
			msgBody: [deskElement({ customerServicePlugin: 0, ...data })],
		});

	describe('that a workflow sends', () => {
		beforeEach(async () => {
			await begin(everything, ratings);
			sessionId = String((await write('Hello')).SessionId);
			expect(await received()).toMatchObject({ text: 'Hello', senderId: 'alice', sessionId });
		});

		/** Runs the workflow that sends it, and says what the trigger made of the message itself. */
		async function send(panel: Panel): Promise<IDataObject> {
			const run = await server.outcome(await server.run(panel, start));
			expect(run.status).toBe('success');
			await customer.refresh();
			const item = await received();
			expect(item).toMatchObject({ senderId: '@support', recipientId: 'alice', sessionId });
			return item;
		}

		const byCustomer = (text: string) => ({
			messageKind: 'text',
			text,
			event: 'ChatBot.UserSendMsg',
			senderId: 'alice',
			recipientId: '@support',
			sessionId,
		});

		/** The customer's next words are the next thing that starts a workflow. */
		async function nothingCameBack(): Promise<void> {
			await write('Thank you');
			expect(await received()).toMatchObject(byCustomer('Thank you'));
		}

		it('rich text is drawn, and its link leads on', async () => {
			expect(await send('richText')).toMatchObject({
				messageKind: 'richText',
				text: panels.richText.richText,
			});
			const drawn = customer.page.locator('.rich-text');
			expect(await drawn.locator('strong').textContent()).toBe('Hello');
			const followed = customer.page.context().waitForEvent('request', {
				predicate: (request) => request.url() === 'https://example.com/4711',
			});
			await drawn.getByRole('link', { name: 'follow it' }).click();
			await followed;
			await nothingCameBack();
		});

		it('choices are drawn, and a tap comes back as the text of the choice', async () => {
			expect(await send('choices')).toMatchObject({
				messageKind: 'choices',
				text: 'Which?\nDelivery\nHuman agent',
			});
			expect(await customer.page.locator('.branch-title').textContent()).toContain('Which?');
			await customer.page.locator('.branch-item', { hasText: 'Human agent' }).click();
			expect(await received()).toMatchObject(byCustomer('Human agent'));
		});

		it('a form with options is drawn, and a tap comes back as the text of the option', async () => {
			expect(await send('formWithOptions')).toMatchObject({
				messageKind: 'form',
				text: 'Which shop?\nBerlin\nParis',
			});
			expect(await customer.page.locator('.card-title').textContent()).toContain('Which shop?');
			await customer.page.locator('.form-branch-item', { hasText: 'Berlin' }).click();
			expect(await received()).toMatchObject(byCustomer('Berlin'));
		});

		it('a form with an input is drawn, and what is written comes back as a text', async () => {
			expect(await send('formWithInput')).toMatchObject({
				messageKind: 'form',
				text: 'Your order number',
			});
			const title = customer.page.locator('.card-title');
			expect(await title.textContent()).toContain('Your order number');
			await customer.page.locator('.form-input').fill('4711 "blue"');
			await customer.page.locator('.form-button').click();
			expect(await received()).toMatchObject(byCustomer('4711 "blue"'));
		});

		it('a card is drawn, and a tap opens its address', async () => {
			expect(await send('card')).toMatchObject({
				messageKind: 'card',
				text: 'Blue mug\n12.50\nhttps://example.com/p/1',
			});
			const card = customer.page.locator('.message-product-card');
			expect(await card.locator('.product-card-title').textContent()).toContain('Blue mug');
			expect(await card.locator('.product-card-description').textContent()).toContain('12.50');
			expect(await card.locator('img').getAttribute('src')).toBe(panels.card.cardPictureUrl);
			const opened = customer.page.waitForEvent('popup');
			await card.click();
			await (await opened).waitForURL(panels.card.cardLinkUrl);
			await nothingCameBack();
		});

		it('an order is hidden on the web, as the panel says, and whole where it is drawn', async () => {
			expect(await send('order')).toMatchObject({
				messageKind: 'order',
				text: 'Order 1001\nBlue mug, 2 pieces\n25.00\nStatus: Shipped DHL 123',
			});
			const drawn = customer.page.locator('#messages > li[data-flow="in"]');
			expect(await drawn.allTextContents()).toEqual(['']);

			const inbox = await openInbox(browser, installation.simulator.url);
			await inbox
				.context()
				.route(panels.order.orderPictureUrl, (route) =>
					route.fulfill({ contentType: 'image/png', body: pngFile(64, 48) }),
				);
			await turnTo(inbox, 'alice');
			const order = inbox.locator('#entries .content', { hasText: 'Order 1001' });
			for (const words of ['Blue mug, 2 pieces', '25.00', 'Status', 'Shipped', 'DHL 123']) {
				expect(await order.textContent()).toContain(words);
			}
			expect(await order.locator('img').getAttribute('src')).toBe(panels.order.orderPictureUrl);
			await inbox.context().close();
			await nothingCameBack();
		});

		it('and a rating that the customer gives is an event of its own', async () => {
			await signal({ src: '24' });
			await customer.refresh();
			await customer.page.locator('.card-wrapper img').nth(3).click();
			await customer.page.locator('.submit-button').click();
			expect(await received(ratings)).toMatchObject({
				messageKind: 'rating',
				text: 'Good',
				rating: { score: 4, label: 'Good', sessionId },
				senderId: 'alice',
			});
			await nothingCameBack();
			expect(await countOf(ratings)).toBe(0);
		});
	});

	/** What a customer's client sends in a visit, with words in between, one after another. */
	const visit: Array<() => Promise<unknown>> = [
		async () => await customer.enter(),
		async () => await signal({ src: '12', typingStatus: 1 }),
		async () => await write('When are you open?'),
		async () => await signal({ src: '24' }),
		async () => {
			await customer.refresh();
			await customer.page.locator('.card-wrapper img').nth(4).click();
			await customer.page.locator('.submit-button').click();
		},
		async () => await signal({ src: '27' }),
		async () => await write('One more thing'),
	];

	/** Goes on when Tencent has told of a step and got its response. */
	async function visited(): Promise<void> {
		const { callbacks } = installation.simulator;
		for (const step of visit) {
			const before = callbacks.sent.length;
			await step();
			await until('The callback', () => callbacks.sent.length > before);
			await callbacks.settled();
		}
	}

	it('signals start nothing as long as they are ignored', async () => {
		await begin(everything, ratings);
		await visited();
		expect(await received()).toMatchObject({ messageKind: 'text', text: 'When are you open?' });
		expect(await received()).toMatchObject({ messageKind: 'text', text: 'One more thing' });
		expect(await received(ratings)).toMatchObject({ rating: { score: 5, label: 'Very good' } });
		expect([await countOf(everything), await countOf(ratings)]).toEqual([0, 0]);
	});

	it('signals come with their kind and without words where they are wanted', async () => {
		await begin(withSignals);
		const items = [];
		for (const step of visit) {
			await step();
			items.push(await received(withSignals));
		}
		expect(items.map(({ messageKind, text }) => [messageKind, text])).toEqual([
			['windowOpened', ''],
			['typing', ''],
			['text', 'When are you open?'],
			['ratingWanted', ''],
			['rating', 'Very good'],
			['sessionEndWanted', ''],
			['text', 'One more thing'],
		]);
	});

	it('an AI agent is started by words only, and reads nothing else', async () => {
		await begin(agent);
		model.requests.length = 0;
		await visited();

		const runs = await server.ended(agent.id, (seen.get(agent.id) ?? 0) + 2);
		expect(await countOf(agent)).toBe(2);
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
		const heard = model.requests.map(({ messages }) =>
			messages.filter(({ role }) => role === 'user').map(wordsOf),
		);
		expect(new Set(heard.flat())).toEqual(new Set(['When are you open?', 'One more thing']));
	});
});
