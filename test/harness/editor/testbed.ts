import type { Browser, Page } from 'playwright-core';

import type { RunningN8n } from '../n8n';
import type { WorkflowJson } from '../workflow';
import { openBrowser } from './browser';
import type { Installation } from './installation';
import { signIn } from './pages';

/** An n8n that runs, and its editor in a browser in which the owner is signed in. */
export class EditorTestbed {
	private constructor(
		readonly installation: Installation,
		private readonly n8n: RunningN8n,
		private readonly browser: Browser,
		readonly page: Page,
	) {}

	/** Starts an installation with further workflows; it is removed at the end, however that comes. */
	static async open(
		installation: Installation,
		...workflows: WorkflowJson[]
	): Promise<EditorTestbed> {
		let n8n: RunningN8n | undefined;
		let browser: Browser | undefined;
		try {
			if (workflows.length > 0) await installation.importWorkflows(...workflows);
			n8n = await installation.start();
			const opened = await openBrowser();
			({ browser } = opened);
			await signIn(opened.page, n8n.url);
			return new EditorTestbed(installation, n8n, browser, opened.page);
		} catch (error) {
			await browser?.close();
			await n8n?.stop();
			await installation.remove();
			throw error;
		}
	}

	/** Where n8n is, without a slash at the end. */
	get url(): string {
		return this.n8n.url;
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.n8n.stop();
		await this.installation.remove();
	}
}
