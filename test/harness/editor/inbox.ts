import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { until } from '../eventually';
import type { CallbackPatch, Simulator } from '../../../simulator';
import { admin, SimulatorTestbed, userSig, type ApiResponse } from '../simulatorTestbed';

const waitMs = 10_000;

/** A simulator by the real clock, with an app's server that calls it. */
export class InboxTestbed {
	private constructor(private readonly testbed: SimulatorTestbed) {}

	/** @param callbacks where the app's server gets them; nowhere when left out */
	static async open(callbacks?: CallbackPatch): Promise<InboxTestbed> {
		return new InboxTestbed(
			await SimulatorTestbed.open({
				now: Date.now,
				behaviour: { rateLimit: null },
				...(callbacks && { callbacks }),
			}),
		);
	}

	get simulator(): Simulator {
		return this.testbed.simulator;
	}

	/** What a workflow does: a signed call of the REST API. */
	async call(path: string, body: unknown): Promise<ApiResponse> {
		return (await (await this.send(path, body)).json()) as ApiResponse;
	}

	/** The same, for calls that get no proper response. */
	async send(path: string, body: unknown): Promise<Response> {
		const time = Math.floor(Date.now() / 1000);
		const usersig = userSig({ identifier: admin, time });
		return await this.testbed.send(path, body, { usersig });
	}

	async close(): Promise<void> {
		await this.testbed.close();
	}
}

/** A tab with the inbox, as a browser with these settings shows it. */
export async function openInbox(
	browser: Browser,
	url: string,
	options: BrowserContextOptions = {},
): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, ...options });
	page.setDefaultTimeout(waitMs);
	await page.goto(url);
	await page.locator('#connection[data-state="live"]').waitFor();
	return page;
}

/** The line of a conversation in the list on the left. */
export const lineOf = (page: Page, ...names: string[]) =>
	names.reduce(
		(found, name) => found.filter({ hasText: name }),
		page.locator('#conversations button'),
	);

/** Opens a conversation by a click in the list. */
export async function turnTo(page: Page, ...names: string[]): Promise<void> {
	const line = lineOf(page, ...names);
	const id = await line.getAttribute('data-id');
	await line.click();
	await page.locator(`#conversation[data-of=${JSON.stringify(id)}]`).waitFor();
}

/** The messages that are shown, each as the text of its bubble. */
export const bubbles = (page: Page) => page.locator('#entries .content');

/** Reads until something holds, and gives back what was read last, also when it does not hold. */
export async function readUntil<Value>(
	read: () => Value | Promise<Value>,
	holds: (value: Value) => boolean,
): Promise<Value> {
	let value = await read();
	const isSo = async () => holds((value = await read()));
	await until('what was read holds', isSo, waitMs / 1000).catch(() => undefined);
	return value;
}
