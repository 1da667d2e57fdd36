import type { IDataObject } from 'n8n-workflow';
import type { Browser } from 'playwright-core';

import { readCustomerMessage } from '../../nodes/TencentChatDesk/messages';
import { isSignal } from '../../nodes/TencentChatDesk/messages/desk/deskKinds';
import { Fields } from '../../nodes/TencentChatDesk/parameters/fields';
import { itemOf } from '../../nodes/TencentChatDesk/trigger/item';
import { deskSend } from '../harness/commands';
import { openBrowser } from '../harness/editor/browser';
import { InboxTestbed, readUntil } from '../harness/editor/inbox';
import { CustomerWindow } from '../harness/officialClient/customerWindow';
import { deskMessage } from '../harness/simulatorTestbed';
import { deskElement } from '../support/deskSamples';
import { Receiver } from '../simulator/callbacks/receiver';

const stream = 'desk_http_svc/send_stream_msg';
const fromAlice = { from: 'alice', serviceAccount: '@support' };
const chat = 'C2C.CallbackAfterSendMsg';

let random = 0;

describe("Tencent's own client for the web", () => {
	let browser: Browser;
	let app: Receiver;
	let testbed: InboxTestbed;
	let customer: CustomerWindow;
	let sessionId: string;

	beforeAll(async () => ({ browser } = await openBrowser()));
	afterAll(async () => await browser.close());
	beforeEach(async () => {
		app = await Receiver.open();
		testbed = await InboxTestbed.open({ url: app.url });
		const first = { ...fromAlice, text: 'Hello' };
		sessionId = String((await testbed.simulator.customer.write(first)).SessionId);
		customer = await CustomerWindow.open(browser, testbed.simulator, 'alice', '@support');
	});
	afterEach(async () => {
		await customer.close();
		await testbed.close();
		await app.close();
	});

	/** Sends what the node makes of the fields in its panel. */
	async function send(messageType: string, values: IDataObject): Promise<void> {
		const fields: IDataObject = { messageType, ...values };
		const MsgBody = readCustomerMessage(new Fields((name) => fields[name] ?? ''));
		const response = await testbed.call(
			deskSend,
			deskMessage({ MsgRandom: (random += 1), MsgBody }),
		);
		expect(response.ErrorCode).toBe(0);
		await customer.refresh();
	}

	/** The item that the trigger makes of the newest callback that tells of a message. */
	async function received(command = 'Desk.SessionEventNotify'): Promise<IDataObject> {
		const isNew = ({ body }: { body: Record<string, unknown> }) =>
			body.CallbackCommand === command &&
			body.MsgBody !== undefined &&
			!JSON.stringify(body.MsgBody).includes('"Hello"') &&
			body.Event !== 'ChatBot.RobotSendMsg';
		const found = await readUntil(
			() => app.received.findLast(isNew),
			(callback) => callback !== undefined,
		);
		return itemOf(command, { sdkAppId: '1' }, found!.body as IDataObject, 0);
	}

	const messages = () => customer.page.locator('#messages > li[data-flow="in"]');

	it('tells that it opened its window, which is a signal and no message', async () => {
		await customer.enter();
		const item = await received();
		expect(item).toMatchObject({ messageKind: 'windowOpened', text: '', senderId: 'alice' });
		expect(isSignal(item.messageKind)).toBe(true);
	});

	it('draws rich text, with its links and pictures', async () => {
		const richText =
			'**Hello**, [follow it](https://example.com/4711)\n\n![A mug](https://example.com/mug.png)';
		await send('richText', { richText });

		const drawn = customer.page.locator('.rich-text');
		expect(await drawn.locator('strong').textContent()).toBe('Hello');
		expect(await drawn.locator('a').getAttribute('href')).toBe('https://example.com/4711');
		const picture = drawn.locator('img');
		expect(await picture.getAttribute('src')).toBe('https://example.com/mug.png');
		const isLoaded = async () =>
			await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
		expect(await readUntil(isLoaded, (width) => width > 0)).toBe(96);
	});

	/** What rich text could run, or lead to, besides addresses of the web. */
	const risks = async () =>
		await customer.page.locator('.rich-text').evaluate((root) =>
			[...root.querySelectorAll('*')].flatMap((element) => {
				const { href = '', src = '' } = element as HTMLAnchorElement & HTMLImageElement;
				return [
					...(element.matches('script, iframe, svg, style, form') ? [element.tagName] : []),
					...element.getAttributeNames().filter((name) => name.startsWith('on')),
					...[href, src].filter((address) => address !== '' && !/^https:/.test(address)),
				];
			}),
		);
	const isTaken = async () => await customer.page.evaluate(() => 'taken' in globalThis);

	it('would run what stands in rich text', async () => {
		const content = '<img src="https://a.b/x" onload="window.taken=1"> [go](javascript:x)';
		const data = { customerServicePlugin: 0, src: '30', content };
		await send('json', { msgBodyJson: JSON.stringify([deskElement(data)]) });
		expect(await risks()).toEqual(['onload', 'javascript:x']);
		expect(await readUntil(isTaken, (taken) => taken)).toBe(true);
	});

	it.each([
		['a tag', '<img src=x onerror="window.taken=1">'],
		['a block', '<div onmouseover=window.taken=1\n\nstays'],
		['a script', '<script>window.taken=1</script>'],
		['tags in tags', '<<img src=x onerror=window.taken=1>img src=x onerror=window.taken=1>'],
		['a comment', '<!--><img src=x onerror=window.taken=1>-->'],
		['an unfinished fence', '```\n<img src=x onerror=window.taken=1>'],
		['code that is none', '` <img src=x onerror=window.taken=1> ``'],
		['a link', '[go](javascript:window.taken=1)'],
		['a link in angle brackets', '[go](<javascript:window.taken=1>)'],
		['a link with an entity', '[go](java&#115;cript:window.taken=1)'],
		['a reference', '[go][1]\n\n[1]: javascript:window.taken=1'],
		['a reference in a quote', '> [go]\n>\n> [go]:\n> javascript:window.taken=1'],
		['an address in angle brackets', '<javascript:window.taken=1>'],
		['a title', '[go](https://a.b "x" onmouseover=window.taken=1)'],
		['a label', '[<img src=x onerror=window.taken=1>](https://a.b)'],
		['the words for a picture', '![" onerror="window.taken=1](https://a.b/x)'],
	])('runs nothing of it when the node has sent it: %s', async (_what, richText) => {
		await send('richText', { richText: `start ${richText}\n\nend` });
		expect(await customer.page.locator('.rich-text').textContent()).toContain('start');
		expect(await risks()).toEqual([]);
		expect(await isTaken()).toBe(false);
	});

	it('draws choices; a tap comes back as the text of the choice', async () => {
		await send('choices', { choicesTitle: 'Which?', choicesItems: 'Delivery\nHuman agent' });

		const choices = customer.page.locator('.branch-item');
		expect(await customer.page.locator('.branch-title').textContent()).toContain('Which?');
		expect((await choices.allTextContents()).map((text) => text.trim())).toEqual([
			'Delivery',
			'Human agent',
		]);
		await choices.nth(1).click();
		expect(await received()).toMatchObject({ text: 'Human agent', messageKind: 'text' });
	});

	it('draws a form with options; a tap comes back as the text of the option', async () => {
		const options = { formAnswerWith: 'options', formOptions: ['Berlin', 'Paris'] };
		await send('form', { formQuestion: 'Which shop?', ...options });

		expect(await customer.page.locator('.card-title').textContent()).toContain('Which shop?');
		await customer.page.locator('.form-branch-item').first().click();
		expect(await received()).toMatchObject({ text: 'Berlin', messageKind: 'text' });
	});

	it('draws a form with an input; what is written comes back as a text', async () => {
		await send('form', { formQuestion: 'Your order number', formAnswerWith: 'input' });

		expect(await customer.page.locator('.card-title').textContent()).toContain('Your order number');
		await customer.page.locator('.form-input').fill('4711 "blue"');
		await customer.page.locator('.form-button').click();
		expect(await received()).toMatchObject({ text: '4711 "blue"', messageKind: 'text' });
	});

	it('draws a card with its picture; a tap opens its address', async () => {
		await send('card', {
			cardTitle: 'Blue mug',
			cardDescription: '12.50',
			cardPictureUrl: 'https://example.com/mug.png',
			cardLinkUrl: 'https://example.com/p/1',
		});

		const card = customer.page.locator('.message-product-card');
		expect(await card.locator('.product-card-title').textContent()).toContain('Blue mug');
		expect(await card.locator('.product-card-description').textContent()).toContain('12.50');
		expect(await card.locator('img').getAttribute('src')).toBe('https://example.com/mug.png');
		const opened = customer.page.waitForEvent('popup');
		await card.click();
		const popup = await opened;
		await popup.waitForURL('https://example.com/p/1');
		await popup.close();
	});

	it('hides an order, as the panel says', async () => {
		await send('order', { orderName: 'Blue mug', orderGuide: 'Order 1001' });
		await send('card', { cardTitle: 'Afterwards' });
		expect((await messages().allTextContents()).map((text) => text.trim())).toEqual([
			'',
			expect.stringContaining('Afterwards'),
		]);
	});

	it('draws a stream as it grows', async () => {
		const { MsgKey } = await testbed.call(stream, { SessionId: sessionId, Chunk: 'It is ' });
		await customer.refresh();
		const drawn = customer.page.locator('.message-stream');
		await drawn.locator('.blinking-cursor').waitFor({ state: 'attached' });
		await testbed.call(stream, { SessionId: sessionId, MsgKey, Chunk: 'here.', Finish: 1 });
		await customer.refresh();

		const text = await readUntil(
			async () => (await drawn.textContent())?.trim(),
			(words) => words === 'It is here.',
		);
		expect(text).toBe('It is here.');
		expect(await drawn.locator('.blinking-cursor').count()).toBe(0);
	});

	it('takes a rating, which the trigger gives as an event of its own', async () => {
		const Data = JSON.stringify({ customerServicePlugin: 0, src: '24' });
		const msgBody = [{ MsgType: 'TIMCustomElem', MsgContent: { Data } }];
		await testbed.simulator.customer.write({ ...fromAlice, msgBody });
		await customer.refresh();

		await customer.page.locator('.card-wrapper img').nth(3).click();
		await customer.page.locator('.submit-button').click();
		const isRated = ({ rating }: IDataObject) => rating !== undefined;
		expect(await readUntil(async () => await received(chat), isRated)).toMatchObject({
			messageKind: 'rating',
			text: 'Good',
			rating: { score: 4, label: 'Good', sessionId },
			senderId: 'alice',
		});
		await customer.refresh();
		await customer.page.getByText('Thank you for your rating').waitFor();
	});
});
