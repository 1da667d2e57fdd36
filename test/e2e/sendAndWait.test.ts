import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { Browser, Page } from 'playwright-core';

import { demoCredential } from '../harness/demoCredential';
import type { RunningN8n } from '../harness/n8n';
import { credentialType, packageName } from '../harness/project';
import type { WorkflowJson } from '../harness/workflow';
import { answerLinks } from '../harness/answerLinks';
import { eventually } from '../harness/eventually';
import { accessibilityFaults } from './support/accessibility';
import { openBrowser } from '../harness/editor/browser';
import { callWebhook } from './support/webhook';
import { Installation } from '../harness/editor/installation';
import { EditorSession } from '../harness/editor/session';

const session = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';

const toAlice = (more: INodeParameters): INodeParameters => ({
	resource: 'directMessage',
	operation: 'sendAndWait',
	toAccount: 'alice',
	message: 'May we refund order 4711?',
	...more,
});

/** What is asked when the webhook of that name is called. */
const questions: Record<string, INodeParameters> = {
	approval: toAlice({}),
	choice: {
		resource: 'session',
		operation: 'sendAndWait',
		sessionId: session,
		message: '=When shall we call you, {{ $json.body.name }}?',
		responseType: 'choice',
		choices: 'In the morning\nIn the evening',
	},
	freeText: toAlice({ responseType: 'freeText', message: '={{ $json.body.question }}' }),
	limited: toAlice({ options: { limitWaitTime: { values: { resumeAmount: 0.05 } } } }),
	looped: toAlice({ toAccount: '={{ $json.userId }}' }),
	altered: toAlice({}),
	page: toAlice({ subject: 'May we refund this order?' }),
};

const own = { type: `${packageName}.tencentChatDesk`, typeVersion: 1 };
const credentials = { [credentialType]: { ...demoCredential } };

/** What came out of the question, told to somebody who is there to be told. */
function reportNode(name: string, y: number): INode {
	return {
		...own,
		id: `report-${name}`,
		name: `Report ${name}`,
		position: [600, y],
		credentials,
		parameters: {
			resource: 'directMessage',
			operation: 'send',
			toAccount: 'bob',
			text: `=${name}: {{ JSON.stringify($json.data ?? 'no answer') }}, called by {{ $('Webhook ${name}').item.json.body.askedBy }}`,
		},
	};
}

/** For each question a webhook that has it asked, and reports the answer. */
function workflow(): WorkflowJson & { id: string } {
	const nodes: INode[] = [];
	const connections: IConnections = {};
	const connect = (from: string, to: string, output = 0) => {
		const { main } = (connections[from] ??= { main: [] }) as { main: unknown[][] };
		while (main.length <= output) main.push([]);
		main[output]!.push({ node: to, type: 'main', index: 0 });
	};
	Object.entries(questions).forEach(([name, parameters], row) => {
		const y = row * 200;
		nodes.push(
			{
				id: `webhook-${name}`,
				name: `Webhook ${name}`,
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, y],
				webhookId: name,
				parameters: { httpMethod: 'POST', path: name, options: {} },
			},
			{
				...own,
				id: `ask-${name}`,
				name: `Ask ${name}`,
				position: [400, y],
				credentials,
				parameters,
			},
			reportNode(name, y),
		);
		connect(`Ask ${name}`, `Report ${name}`);
		if (name !== 'looped') connect(`Webhook ${name}`, `Ask ${name}`);
	});
	nodes.push(
		{
			id: 'users',
			name: 'Users',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [100, -200],
			parameters: { fieldToSplitOut: 'body.users', options: {} },
		},
		{
			id: 'loop',
			name: 'Loop Over Items',
			type: 'n8n-nodes-base.splitInBatches',
			typeVersion: 3,
			position: [200, -200],
			parameters: { options: {} },
		},
	);
	connect('Webhook looped', 'Users');
	connect('Users', 'Loop Over Items');
	connect('Loop Over Items', 'Ask looped', 1);
	connect('Report looped', 'Loop Over Items');
	return {
		id: 'sendAndWait',
		name: 'Send and wait',
		nodes,
		connections,
		settings: { executionOrder: 'v1' },
	};
}

describe('a question that a production execution waits with, in a real n8n', () => {
	let installation: Installation;
	let n8n: RunningN8n;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		installation = await Installation.create();
		const stored = workflow();
		await installation.importWorkflows(stored);
		n8n = await installation.start();
		await (await EditorSession.open(n8n)).activate(stored.id);
		({ browser, page } = await openBrowser());
	});

	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await installation?.remove();
	});

	const reports = () =>
		installation.simulator
			.conversations()
			.filter(({ participants }) => participants.includes('bob'))
			.flatMap(({ entries }) => entries.map(({ text }) => text));

	/** Calls the webhook and gives the link of the question that follows. */
	async function ask(name: string, body: object = {}): Promise<string> {
		const known = new Set(answerLinks(installation.simulator.conversations()));
		await callWebhook(n8n, name, { askedBy: name, ...body });
		return await nextLink(known);
	}

	/** The link of a question that was not asked before, once n8n has put its execution to wait. */
	async function nextLink(known: ReadonlySet<string>): Promise<string> {
		const link = await eventually('the message with the link', () =>
			answerLinks(installation.simulator.conversations()).find((one) => !known.has(one)),
		);
		await atRest(link);
		return link;
	}

	/** While an execution is at work n8n answers 409 to its link. */
	const atRest = async (link: string) =>
		await eventually('the end of the work', async () =>
			(await fetch(link)).status === 409 ? undefined : true,
		);

	const report = async (name: string, limitSeconds?: number) =>
		await eventually(
			`the report of ${name}`,
			() => reports().find((text) => text.startsWith(`${name}: `)),
			limitSeconds,
		);

	async function post(link: string, answer: string) {
		return await fetch(link, { method: 'POST', body: new URLSearchParams({ answer }) });
	}

	it('is not answered by GET or HEAD, as link previews send them, but by the button', async () => {
		const link = await ask('approval');
		for (const method of ['GET', 'HEAD', 'GET']) {
			for (const agent of ['WhatsApp/2.23', 'Mozilla/5.0', '']) {
				const { status } = await fetch(link, { method, headers: { 'User-Agent': agent } });
				expect([method, status]).toEqual([method, 200]);
			}
		}
		expect(await (await fetch(link)).text()).toContain('May we refund order 4711?');
		expect(reports()).toEqual([]);

		const taken = await post(link, 'approve');
		expect(taken.status).toBe(200);
		expect(await taken.text()).toContain('Your answer was recorded');
		expect(await report('approval')).toMatch(
			/^approval: {"approved":true,"respondedAt":"[^"]+"}, called by approval$/,
		);

		await atRest(link);
		const second = await post(link, 'decline');
		expect(await second.text()).toContain('No action required');
		expect(await (await fetch(link)).text()).toContain('No action required');
		expect(reports().filter((text) => text.startsWith('approval'))).toHaveLength(1);
	});

	it('takes one of the choices', async () => {
		const link = await ask('choice', { name: 'Alice' });
		expect((await post(link, '7')).status).toBe(422);
		expect((await post(link, '1')).status).toBe(200);
		expect(await report('choice')).toContain('"option":"In the evening"');
	});

	it('takes a text, as it was written', async () => {
		const link = await ask('freeText', { question: 'Where to? <b>' });
		expect(await (await fetch(link)).text()).toContain('Where to? &lt;b&gt;');
		expect((await post(link, ' ')).status).toBe(422);
		await post(link, 'To "Ö" & <i>back</i>');
		expect(await report('freeText')).toContain(JSON.stringify('To "Ö" & <i>back</i>'));
	});

	it('refuses a link that was altered', async () => {
		const link = await ask('altered');
		for (const [name, value] of [
			['turn', '1'],
			['asked', 'x'],
			['signature', 'f'.repeat(64)],
			['signature', ''],
		] as const) {
			const url = new URL(link);
			url.searchParams.set(name, value);
			const { status } = await post(url.href, 'approve');
			expect([name, status]).toEqual([name, 401]);
		}
		expect(reports().some((text) => text.startsWith('altered'))).toBe(false);
		await post(link, 'decline');
		expect(await report('altered')).toContain('"approved":false');
	});

	it('of a loop is answered by its own link only', async () => {
		const users = [{ userId: 'alice' }, { userId: 'carol' }];
		const first = await ask('looped', { users });
		const known = new Set(answerLinks(installation.simulator.conversations()));
		await post(first, 'approve');
		const second = await nextLink(known);
		expect(new URL(second).pathname).toBe(new URL(first).pathname);

		for (const method of ['GET', 'POST']) {
			const old = await fetch(first, { method });
			expect(old.status).toBe(410);
			expect(await old.text()).toContain('already answered');
		}
		await post(second, 'decline');
		const both = await eventually('both answers', () => {
			const found = reports().filter((text) => text.startsWith('looped'));
			return found.length < users.length ? undefined : found;
		});
		expect(both.map((text) => /"approved":(\w+)/.exec(text)?.[1])).toEqual(['true', 'false']);
	});

	it('is over when the time limit passes, and the item goes on without an answer', async () => {
		const link = await ask('limited');
		// n8n looks once a minute for executions whose time has come.
		expect(await report('limited', 90)).toBe('limited: "no answer", called by limited');
		await atRest(link);
		const late = await post(link, 'approve');
		expect(await late.text()).toContain('No action required');
		expect(reports().filter((text) => text.startsWith('limited'))).toHaveLength(1);
	});

	it.each([
		['approval', 'approve'],
		['choice', '0'],
		['freeText', 'In the harbour'],
	])('has a page without accessibility faults: %s', async (name, answer) => {
		const link = await ask(name, { name: 'Alice', question: 'Where to?' });
		await page.setViewportSize({ width: 360, height: 640 });
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await page.goto(link);
			expect(await accessibilityFaults(page)).toEqual([]);
		}
		// What follows an answer, and what an altered link shows, are pages too.
		for (const response of [await post(link, answer), await post(`${link}x`, answer)]) {
			await page.setContent(await response.text());
			expect(await accessibilityFaults(page)).toEqual([]);
		}
		await page.setContent('<button></button>');
		expect(await accessibilityFaults(page)).toContainEqual(expect.stringContaining('button-name'));
	});

	it('has a page that fits a telephone and is answered by the keyboard', async () => {
		const link = await ask('page');
		await page.setViewportSize({ width: 360, height: 640 });
		const complaints: string[] = [];
		page.on('console', (message) => complaints.push(message.text()));
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await page.goto(link);
			const [wide, shown] = await page.evaluate(() => [
				document.documentElement.scrollWidth,
				document.documentElement.clientWidth,
			]);
			expect(wide).toBe(shown);
		}
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.getByText('Your answer was recorded').waitFor();
		expect(await report('page')).toContain('"approved":true');
		expect(complaints).toEqual([]);
	});
});
