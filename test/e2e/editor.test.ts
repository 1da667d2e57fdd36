import type { Page } from 'playwright-core';

import { problemsWithDeliveries } from '../harness/demoExpectations';
import { examples, readExample } from '../harness/workflow';
import { demoApp } from '../../simulator';
import { findSecrets } from '../harness/secrets';
import { named } from '../harness/editor/browser';
import { databaseRows, storedExecutions } from '../harness/editor/database';
import { findNode, openCredential, openPanel, runExample } from '../harness/editor/pages';
import { Installation } from '../harness/editor/installation';
import { EditorTestbed } from '../harness/editor/testbed';
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
	let editor: EditorTestbed;
	let page: Page;

	beforeAll(async () => {
		editor = await EditorTestbed.open(
			await Installation.create(),
			...examples.map(readExample),
			operations,
		);
		({ page } = editor);
	});

	afterAll(async () => await editor?.close());

	it('finds the node by the word "Tencent" and puts it into a workflow', async () => {
		await findNode(page, editor.url, operations.id);
		await page.getByText('Contact a user in a desk session').click();
		await named(page, 'ndv').waitFor();
		expect(await named(page, 'parameter-input-operation').locator('input').inputValue()).toBe(
			'Contact User',
		);
	});

	it('shows the credential form, masks the key, and tests the connection', async () => {
		const form = await openCredential(page, editor.url);
		const key = named(form, 'parameter-input-secretKey').locator('input');
		expect(await key.getAttribute('type')).toBe('password');
		expect(findSecrets(await page.content(), demoApp)).toEqual([]);
	});

	it.each(operations.nodes.slice(1).map(({ name, id }) => ({ name, id })))(
		'opens the panel of $name without a complaint',
		async ({ id }) => {
			await openPanel(page, editor.url, operations.id, id);
			expect(await named(page, 'parameter-issues').count()).toBe(0);
		},
	);

	it('runs the examples when "Execute workflow" is pressed', async () => {
		for (const name of examples) {
			await runExample(page, editor.url, readExample(name).id ?? '');
			// Four items leave every node on the way to the good end, in both examples.
			await page.getByText('4 items').nth(1).waitFor();
		}
		expect(problemsWithDeliveries(editor.installation.simulator.conversations())).toEqual([]);
	});

	it('leaves no secret in the stored executions or in the log', () => {
		const rows = databaseRows(editor.installation.userFolder);
		expect(storedExecutions(rows)).toBeGreaterThanOrEqual(2);
		expect(findSecrets(rows, demoApp)).toEqual([]);
		expect(findSecrets(editor.installation.log(), demoApp)).toEqual([]);
	});
});
