import type { Browser, Page } from 'playwright-core';

import { problemsWithDeliveries } from '../../scripts/demo/expectations';
import { setUpOwner } from '../../scripts/n8n';
import type { RunningN8n } from '../../scripts/n8n';
import { EXAMPLES, readExample } from '../../scripts/workflow';
import { DEMO_APP } from '../../simulator';
import { findSecrets } from '../support/secrets';
import { named, openBrowser, takePicture } from './support/browser';
import { databaseRows, storedExecutions } from './support/database';
import { Installation } from './support/installation';
import { byId, sideBySide } from './support/workflows';

const owner = {
	email: 'owner@example.com',
	firstName: 'Test',
	lastName: 'Owner',
	password: 'Tencent-desk-1',
};

const operations = sideBySide('operations', [
	{
		name: 'session-send-message',
		parameters: {
			resource: 'session',
			operation: 'sendMessage',
			sendTo: 'user',
			serviceAccount: byId('@customer_service_account'),
			userId: 'alice',
			messageType: 'card',
			cardTitle: 'Your order is on its way',
			cardDescription: 'Order 4711, arriving on Friday',
			cardPictureUrl: 'https://example.com/parcel.jpg',
			cardLinkUrl: 'https://example.com/orders/4711',
			options: {},
		},
	},
	{
		name: 'session-contact-user',
		parameters: {
			resource: 'session',
			operation: 'contactUser',
			serviceAccount: byId('@customer_service_account'),
			userId: 'alice',
			options: { memberId: byId('mia@example.com') },
		},
	},
	{
		name: 'direct-message-send',
		parameters: {
			resource: 'directMessage',
			operation: 'send',
			toAccount: 'bob',
			messageType: 'text',
			text: 'Your table is booked for tonight at eight.',
			options: { fromAccount: 'alice' },
		},
	},
	{
		name: 'live-room-send-text',
		parameters: {
			resource: 'liveRoom',
			operation: 'sendText',
			roomId: byId('town-hall'),
			senderAccount: 'alice',
			text: 'We start in five minutes',
			options: {},
		},
	},
]);

describe('the editor of a real n8n', () => {
	let installation: Installation;
	let n8n: RunningN8n;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		installation = await Installation.create();
		await installation.importWorkflows(...EXAMPLES.map(readExample), operations);
		n8n = await installation.start();
		await setUpOwner(n8n.url, owner);
		({ browser, page } = await openBrowser());
		await page.goto(`${n8n.url}/signin`);
		await named(page, 'emailOrLdapLoginId').locator('input').fill(owner.email);
		await named(page, 'password').locator('input').fill(owner.password);
		await named(page, 'form-submit-button').click();
		await page.waitForURL((url) => !url.pathname.includes('signin'));
	});

	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await installation?.remove();
	});

	it('finds the node by the word "Tencent" and puts it into a workflow', async () => {
		await page.goto(`${n8n.url}/workflow/new`);
		await named(page, 'node-creator-plus-button').click();
		await named(page, 'node-creator-search-bar').waitFor();
		await page.keyboard.type('Tencent');
		await named(page, 'node-creator-item-name').getByText('Tencent Chat Desk').first().click();
		await page.getByText('Contact a user in a desk session').waitFor();
		await takePicture(page, 'node-panel');
		await page.getByText('Contact a user in a desk session').click();
		await named(page, 'ndv').waitFor();
		expect(await named(page, 'parameter-input-operation').locator('input').inputValue()).toBe(
			'Contact User',
		);
	});

	it('shows the credential form, masks the key, and tests the connection', async () => {
		await page.goto(`${n8n.url}/home/credentials`);
		await named(page, 'resources-list-item').first().click();
		const form = named(page, 'editCredential-modal');
		await form.getByText('Connection tested successfully').waitFor();
		const key = named(form, 'parameter-input-secretKey').locator('input');
		expect(await key.getAttribute('type')).toBe('password');
		expect(findSecrets(await page.content(), DEMO_APP)).toEqual([]);
		await takePicture(page, 'credential');
	});

	it.each(operations.nodes.slice(1).map(({ name }) => name))(
		'opens the panel of %s without a complaint',
		async (name) => {
			await page.goto(`${n8n.url}/workflow/${operations.id}`);
			await named(page, 'canvas-node').filter({ hasText: name }).dblclick();
			await named(page, 'node-parameters').waitFor();
			expect(await named(page, 'parameter-issues').count()).toBe(0);
			await takePicture(page, `operation-${name}`);
		},
	);

	it('runs the examples when "Execute workflow" is pressed', async () => {
		for (const name of EXAMPLES) {
			await page.goto(`${n8n.url}/workflow/${readExample(name).id}`);
			await named(page, 'canvas-node').first().waitFor();
			await named(page, 'execute-workflow-button').click();
			await page.getByText('Workflow executed successfully').waitFor();
			// Four items leave every node on the way to the good end, in both examples.
			await page.getByText('4 items').nth(1).waitFor();
			await takePicture(page, name);
		}
		expect(problemsWithDeliveries(installation.simulator.conversations())).toEqual([]);
	});

	it('leaves no secret in the stored executions or in the log', () => {
		const rows = databaseRows(installation.userFolder);
		expect(storedExecutions(rows)).toBeGreaterThanOrEqual(2);
		expect(findSecrets(rows, DEMO_APP)).toEqual([]);
		expect(findSecrets(installation.log(), DEMO_APP)).toEqual([]);
	});
});
