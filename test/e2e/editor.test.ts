import type { Browser, Page } from 'playwright-core';

import { problemsWithDeliveries } from '../harness/demoExpectations';
import type { RunningN8n } from '../harness/n8n';
import { examples, readExample } from '../harness/workflow';
import { demoApp } from '../../simulator';
import { findSecrets } from '../harness/secrets';
import { named, openBrowser } from '../harness/editor/browser';
import { databaseRows, storedExecutions } from '../harness/editor/database';
import { findNode, openCredential, openPanel, runExample, signIn } from '../harness/editor/pages';
import { Installation } from '../harness/editor/installation';
import { byId, sideBySide } from '../harness/editor/workflows';

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
		await installation.importWorkflows(...examples.map(readExample), operations);
		n8n = await installation.start();
		({ browser, page } = await openBrowser());
		await signIn(page, n8n.url);
	});

	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await installation?.remove();
	});

	it('finds the node by the word "Tencent" and puts it into a workflow', async () => {
		await findNode(page, n8n.url, operations.id);
		await page.getByText('Contact a user in a desk session').click();
		await named(page, 'ndv').waitFor();
		expect(await named(page, 'parameter-input-operation').locator('input').inputValue()).toBe(
			'Contact User',
		);
	});

	it('shows the credential form, masks the key, and tests the connection', async () => {
		const form = await openCredential(page, n8n.url);
		const key = named(form, 'parameter-input-secretKey').locator('input');
		expect(await key.getAttribute('type')).toBe('password');
		expect(findSecrets(await page.content(), demoApp)).toEqual([]);
	});

	it.each(operations.nodes.slice(1).map(({ name, id }) => ({ name, id })))(
		'opens the panel of $name without a complaint',
		async ({ id }) => {
			await openPanel(page, n8n.url, operations.id, id);
			expect(await named(page, 'parameter-issues').count()).toBe(0);
		},
	);

	it('runs the examples when "Execute workflow" is pressed', async () => {
		for (const name of examples) {
			await runExample(page, n8n.url, readExample(name).id ?? '');
			// Four items leave every node on the way to the good end, in both examples.
			await page.getByText('4 items').nth(1).waitFor();
		}
		expect(problemsWithDeliveries(installation.simulator.conversations())).toEqual([]);
	});

	it('leaves no secret in the stored executions or in the log', () => {
		const rows = databaseRows(installation.userFolder);
		expect(storedExecutions(rows)).toBeGreaterThanOrEqual(2);
		expect(findSecrets(rows, demoApp)).toEqual([]);
		expect(findSecrets(installation.log(), demoApp)).toEqual([]);
	});
});
