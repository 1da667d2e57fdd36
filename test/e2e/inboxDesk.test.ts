import type { Browser, Page } from 'playwright-core';

import { deskSend } from '../harness/commands';
import { openBrowser } from '../harness/editor/browser';
import { InboxTestbed, openInbox, readUntil, turnTo } from '../harness/editor/inbox';
import { deskMessage } from '../harness/simulatorTestbed';
import { deskElement } from '../support/deskSamples';
import { accessibilityFaults } from './support/accessibility';

const stream = 'desk_http_svc/send_stream_msg';
const fromAlice = { from: 'alice', serviceAccount: '@support' };

const items = (...labels: string[]) => labels.map((content) => ({ content, desc: '' }));

let random = 0;

describe("Desk's own messages in the inbox", () => {
	let browser: Browser;
	let testbed: InboxTestbed;
	let page: Page;
	let sessionId: string;

	beforeAll(async () => ({ browser } = await openBrowser()));
	afterAll(async () => await browser.close());
	beforeEach(async () => {
		testbed = await InboxTestbed.open();
		const first = { ...fromAlice, text: 'Hello' };
		sessionId = String((await testbed.simulator.customer.write(first)).SessionId);
		page = await openInbox(browser, testbed.simulator.url);
		await turnTo(page, 'alice');
	});
	afterEach(async () => {
		await page.context().close();
		await testbed.close();
	});

	const send = async (src: string, more: object) => {
		const MsgBody = [deskElement({ customerServicePlugin: 0, src, ...more })];
		const response = await testbed.call(
			deskSend,
			deskMessage({ MsgRandom: (random += 1), MsgBody }),
		);
		expect(response.ErrorCode).toBe(0);
	};
	const entries = () => testbed.simulator.conversations()[0]?.entries ?? [];
	const answered = async () =>
		(await readUntil(
			() => entries().at(-1),
			(last) => last?.sender === 'alice',
		))!;

	it('are choices to tap; a tap writes the choice', async () => {
		await send('15', { content: { header: 'Which?', items: items('Delivery', 'Agent') } });
		await page.getByRole('button', { name: 'Agent', exact: true }).click();
		expect((await answered()).elements).toEqual([
			{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Agent' } },
		]);
	});

	it('are forms to fill in', async () => {
		await send('21', { content: { type: 0, header: 'Your order number', items: [] } });
		await page.getByRole('textbox', { name: 'Your answer' }).fill('4711');
		await page.getByRole('button', { name: 'Submit' }).click();
		expect((await answered()).text).toBe('4711');
	});

	it('are forms of several fields, which go out as one message', async () => {
		const inputVariables = [
			{ name: 'Name', formType: 0, isRequired: 1 },
			{ name: 'Size', formType: 1, isRequired: 0, chooseItemList: ['S', 'M'] },
		];
		await send('33', { nodeStatus: 0, content: { tip: 'Please fill in', inputVariables } });
		await page.getByLabel('Name').fill('Ann');
		await page.getByLabel('Size').selectOption('M');
		await page.getByRole('button', { name: 'Submit' }).click();

		const { Data } = (await answered()).elements[0]!.MsgContent;
		expect(JSON.parse(String(Data))).toEqual({
			customerServicePlugin: 0,
			src: '33',
			content: {
				inputVariables: [
					{ name: 'Name', isRequired: 1, variableValue: 'Ann' },
					{ name: 'Size', isRequired: 0, variableValue: 'M' },
				],
			},
		});
	});

	it('are asked for and given: a rating', async () => {
		await page.getByRole('button', { name: 'Ask to rate' }).click();
		await page.getByRole('button', { name: /Very good/ }).click();
		await page.getByText('Thank you for your rating').waitFor();
		expect(testbed.simulator.world().sessions.get(sessionId)?.rating).toBe(5);
		const given = page.getByRole('button', { name: /Very good/ });
		expect(await given.getAttribute('aria-pressed')).toBe('true');
		expect(await given.isDisabled()).toBe(true);
		expect(await page.locator('.signal').allTextContents()).toEqual([
			expect.stringContaining('wants to rate'),
			expect.stringContaining('rated the service: Very good'),
		]);
	});

	it('are texts that grow', async () => {
		const { MsgKey } = await testbed.call(stream, { SessionId: sessionId, Chunk: 'It is ' });
		const line = page.locator('.message .text', { hasText: 'It is' });
		await line.locator('.cursor').waitFor();
		await testbed.call(stream, { SessionId: sessionId, MsgKey, Chunk: 'here.', Finish: 1 });
		await page.locator('#entries').getByText('It is here.').waitFor();
		expect(await page.locator('.cursor').count()).toBe(0);
	});

	it('are rich text, whose HTML is none', async () => {
		const content =
			'# Order\n\n**On its way**: [follow it](https://example.com/4711)\n\n- one\n- `two`\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1))';
		await send('30', { content });
		const rich = page.locator('.rich');
		await rich.waitFor();
		expect(await rich.locator('h3').textContent()).toBe('Order');
		expect(await rich.locator('strong').textContent()).toBe('On its way');
		expect(await rich.locator('a').getAttribute('href')).toBe('https://example.com/4711');
		expect(await rich.locator('li').allTextContents()).toEqual(['one', 'two']);
		expect(await rich.locator('img').count()).toBe(0);
		expect(await rich.textContent()).toContain('<img src=x onerror=alert(1)>');
	});

	it('can be read and used by everybody', async () => {
		await send('15', { content: { header: 'Which?', items: items('Delivery') } });
		await send('21', { content: { type: 0, header: 'Your order number', items: [] } });
		await send('28', { content: { guide: 'Order 1', name: 'Mug', desc: '25.00', pic: '' } });
		await send('29', {
			subtype: 'welcome_msg',
			content: { title: 'Often', items: items('Where?') },
		});
		await send('37', { content: 'Are you still there?' });
		await page.getByRole('button', { name: 'Open the window' }).click();
		await page.locator('.signal').first().waitFor();
		await page.locator('#entries').getByText('Are you still there?').waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
	});
});
