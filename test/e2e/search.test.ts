import type { Page } from 'playwright-core';

import { named } from '../harness/editor/browser';
import { Installation } from '../harness/editor/installation';
import { EditorTestbed } from '../harness/editor/testbed';
import { sideBySide } from '../harness/editor/workflows';

const empty = sideBySide('search', []);

/** What people type who look for this service. */
const words = [
	'Tencent',
	'Tencent Cloud',
	'customer service',
	'help desk',
	'helpdesk',
	'call center',
	'contact center',
	'live chat',
	'push notification',
	'instant message',
	'group chat',
	'IM',
	'TIM',
	'TRTC',
	'TUIKit',
	'腾讯',
	'腾讯云',
	'客服',
	'即时通信',
	'直播',
];

describe("n8n's search for nodes", () => {
	let editor: EditorTestbed;
	let page: Page;

	beforeAll(async () => {
		editor = await EditorTestbed.open(await Installation.create(), empty);
		({ page } = editor);
		await page.goto(`${editor.url}/workflow/${empty.id}`);
		await named(page, 'canvas-node').first().waitFor();
		await named(page, 'node-creator-plus-button').click();
		await named(page, 'node-creator-search-bar').waitFor();
	});

	afterAll(async () => await editor?.close());

	it.each(words)('finds the node by "%s"', async (word) => {
		const found = named(page, 'node-creator-item-name')
			.getByText('Tencent Chat Desk', { exact: true })
			.first();
		// What the word before has found goes first, so that it is not taken for an answer.
		await named(page, 'node-creator-search-bar').fill('no such node');
		await found.waitFor({ state: 'detached' });
		await named(page, 'node-creator-search-bar').fill(word);
		await found.waitFor();
	});

	it('begins its list of what the trigger can do with what most people need', async () => {
		await named(page, 'node-creator-search-bar').fill('Tencent');
		await named(page, 'node-creator-item-name').getByText('Tencent Chat Desk').first().click();
		// The triggers are folded up where the workflow has one.
		await page
			.getByText(/^Triggers/)
			.first()
			.click();
		await page.getByText('On a customer writing in Desk').waitFor();
		await page.getByText('On a session that needs an agent', { exact: true }).waitFor();
	});
});
