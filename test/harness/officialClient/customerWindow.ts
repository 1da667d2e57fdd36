import type { Browser, Page } from 'playwright-core';

import type { Simulator } from '../../../simulator';
import { bundleOfficialClient } from './bundle.cjs';

type Entry = ReturnType<Simulator['conversations']>[number]['entries'][number];
type Element = Entry['elements'][number];

/** A message as the kit's SDK hands it to the components. */
interface ClientMessage {
	ID: string;
	type: string;
	flow: 'in' | 'out';
	conversationID: string;
	payload: Record<string, unknown>;
}

interface ClientWindow {
	officialClient: {
		open(serviceAccount: string): void;
		enter(conversationID: string): void;
		show(messages: ClientMessage[]): void;
	};
}

const waitMs = 10_000;

/** A mug, in place of every picture of a message. */
const mug = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96">
	<rect width="96" height="96" fill="#e3edfb"/>
	<path d="M62 38h8a10 10 0 0 1 0 24h-8" fill="none" stroke="#2f6fd0" stroke-width="6"/>
	<path d="M24 28h40v36a10 10 0 0 1-10 10H34a10 10 0 0 1-10-10z" fill="#2f6fd0"/>
</svg>`;

/** What the app around the components brings along: a list, and bubbles. */
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chat</title><style>
	body { margin: 0; padding: 1rem; font: 14px sans-serif; background: #f2f4f8; }
	#messages { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; justify-items: start; }
	#messages > li { padding: 0.75rem; border-radius: 0 10px 10px; background: white; max-width: 22rem; }
	#messages > li:empty { display: none; }
	#messages > li[data-flow='out'] { justify-self: end; background: #cce2ff; }
</style></head><body><ul id="messages"></ul></body></html>`;

let script: Promise<string> | undefined;

/** The chat window of a customer, drawn by Tencent's own client, in front of the simulator. */
export class CustomerWindow {
	private constructor(
		readonly page: Page,
		private readonly simulator: Simulator,
		private readonly account: string,
		private readonly serviceAccount: string,
	) {}

	static async open(
		browser: Browser,
		simulator: Simulator,
		account: string,
		serviceAccount: string,
	): Promise<CustomerWindow> {
		script ??= bundleOfficialClient();
		const page = await browser.newPage({ viewport: { width: 480, height: 640 } });
		page.setDefaultTimeout(waitMs);
		const window = new CustomerWindow(page, simulator, account, serviceAccount);
		// A card opens a page of its own, which is caught, too.
		await page.context().route('**/*', async (route) => {
			const isPage = route.request().url() === 'https://chat.example.com/';
			await route.fulfill(
				isPage
					? { contentType: 'text/html', body: html }
					: { contentType: 'image/svg+xml', body: mug },
			);
		});
		await page.exposeFunction('sendFromClient', async (element: Element) => {
			const msgBody = [element];
			await simulator.customer.write({ from: account, serviceAccount, msgBody });
		});
		await page.goto('https://chat.example.com/');
		await page.addScriptTag({ content: await script });
		await page.evaluate(
			(id) => (globalThis as unknown as ClientWindow).officialClient.open(id),
			serviceAccount,
		);
		return window;
	}

	/** The customer turns to the conversation. */
	async enter(): Promise<void> {
		await this.page.evaluate(
			(id) => (globalThis as unknown as ClientWindow).officialClient.enter(id),
			`C2C${this.serviceAccount}`,
		);
	}

	/** Shows what the conversation holds now, as the SDK would after a change. */
	async refresh(): Promise<void> {
		const messages = this.entries().map((entry) => this.messageOf(entry));
		await this.page.evaluate(
			(all) => (globalThis as unknown as ClientWindow).officialClient.show(all),
			messages,
		);
	}

	/** The messages of the conversation, in the order in which they are shown. */
	entries(): Entry[] {
		const own = this.simulator
			.conversations()
			.find(({ participants }) =>
				[this.account, this.serviceAccount].every((one) => participants.includes(one)),
			);
		return own?.entries ?? [];
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}

	private messageOf({ key, sender, elements }: Entry): ClientMessage {
		const [{ MsgType, MsgContent }] = elements as [Element];
		const { Text, Data, Desc, Ext } = MsgContent;
		return {
			ID: key,
			type: MsgType,
			flow: sender === this.account ? 'out' : 'in',
			conversationID: `C2C${this.serviceAccount}`,
			payload:
				MsgType === 'TIMTextElem'
					? { text: Text }
					: { data: Data, description: Desc ?? '', extension: Ext ?? '' },
		};
	}
}
