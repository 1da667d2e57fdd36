import type { Browser, Page } from 'playwright-core';

import type { RunningN8n } from '../harness/n8n';
import { enterCallbackUrls } from '../harness/callbackUrls';
import { owner, publishAsOwner } from '../harness/owner';
import { allExamples, readExample, triggerExamples } from '../harness/workflow';
import { named, openBrowser } from '../harness/editor/browser';
import { bubbles, openInbox, turnTo } from '../harness/editor/inbox';
import { Installation } from '../harness/editor/installation';

describe('the tour of npm start', () => {
	const answering = triggerExamples.map(readExample);
	let installation: Installation;
	let n8n: RunningN8n;
	let browser: Browser;
	let editor: Page;
	let inbox: Page;

	beforeAll(async () => {
		installation = await Installation.create();
		await installation.importWorkflows(...allExamples.map(readExample));
		n8n = await installation.start();
		await publishAsOwner(n8n.url, answering);
		const { simulator } = installation;
		enterCallbackUrls(simulator.callbacks.settings(), answering, n8n.url);

		({ browser, page: editor } = await openBrowser());
		inbox = await openInbox(browser, simulator.url);
		inbox.setDefaultTimeout(20_000);
		await editor.goto(`${n8n.url}/signin`);
		await named(editor, 'emailOrLdapLoginId').locator('input').fill(owner.email);
		await named(editor, 'password').locator('input').fill(owner.password);
		await named(editor, 'form-submit-button').click();
		await editor.waitForURL(/home|workflow/);
	});

	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await installation?.remove();
	});

	it('runs the first example with its button, and its messages show in the inbox', async () => {
		await editor.goto(`${n8n.url}/workflow/${readExample('crm-outreach').id}`);
		await named(editor, 'execute-workflow-button').first().click();

		await turnTo(inbox, 'alice');
		await inbox.locator('article.card').waitFor();
		await bubbles(inbox).getByText('Hello Alice, is Friday good for you?').waitFor();
		expect(await inbox.locator('article.card h3').textContent()).toBe('Order 4711 is on its way');
		expect(await inbox.locator('#subtitle').textContent()).toContain('With agent mia@example.com');
		await inbox.setViewportSize({ width: 1200, height: 760 });
	});

	it('answers a customer who writes in the inbox, and hands over to a human', async () => {
		await inbox.getByRole('button', { name: 'New message' }).click();
		// From alice to @support, as the dialog opens.
		await inbox.locator('#new-text').fill('Where is my order?');
		await inbox.keyboard.press('Enter');
		await inbox.locator('#subtitle').getByText('With the chatbot').waitFor();
		await inbox.locator('article.card').waitFor();

		await inbox.locator('#text').fill('I want to talk to a human');
		await inbox.keyboard.press('Enter');
		await inbox.locator('.session[data-state="Agent"]').waitFor();
		await bubbles(inbox).getByText('I have asked a colleague to help you').waitFor();
		expect(await inbox.locator('#subtitle').textContent()).toContain('With agent mia@example.com');
		await inbox.locator('#text').fill('Are you there?');
		await inbox.keyboard.press('Enter');
		await inbox.locator('.message[data-own]').nth(2).waitFor();
		await installation.simulator.callbacks.settled();

		expect(await bubbles(inbox).count()).toBe(5);
	});
});
