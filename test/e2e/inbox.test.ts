import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { contactUser, deskSend, liveTextCommand, sendmsg } from '../harness/commands';
import {
	contact,
	deskMessage,
	directMessage,
	liveText,
	textBody,
} from '../harness/simulatorTestbed';
import { accessibilityFaults } from './support/accessibility';
import { openBrowser } from '../harness/editor/browser';
import {
	InboxTestbed,
	bubbles,
	readUntil,
	lineOf,
	openInbox,
	turnTo,
} from '../harness/editor/inbox';

const cardBody = (content: Record<string, string>) => [
	{
		MsgType: 'TIMCustomElem',
		MsgContent: { Data: JSON.stringify({ src: '22', content, customerServicePlugin: 0 }) },
	},
];

const order = {
	header: 'Order 4711 is on its way',
	desc: 'Arriving on Friday between 9 and 12',
	pic: '',
	url: 'https://example.com/orders/4711',
};

/** Counts the elements that the page draws from here on, in `window.drawn`. */
const countDrawnElements = `
	window.drawn = 0;
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes) window.drawn += addedNodes.length;
	}).observe(document.body, { childList: true, subtree: true });
`;

let random = 0;
const nextRandom = () => (random += 1);

describe('the inbox page', () => {
	let browser: Browser;
	let testbed: InboxTestbed;
	let pages: Page[];

	beforeAll(async () => ({ browser } = await openBrowser()));
	afterAll(async () => await browser.close());
	beforeEach(async () => {
		testbed = await InboxTestbed.open();
		pages = [];
	});
	afterEach(async () => {
		for (const page of pages) await page.context().close();
		await testbed.close();
	});

	const open = async (options?: BrowserContextOptions) => {
		const page = await openInbox(browser, testbed.simulator.url, options);
		pages.push(page);
		return page;
	};
	const sendText = async (text: string, to = 'bob') => {
		const number = nextRandom();
		const message = { To_Account: to, MsgSeq: number, MsgRandom: number, MsgBody: textBody(text) };
		return await testbed.call(sendmsg, directMessage(message));
	};
	const sendDesk = async (MsgBody: unknown, more = {}) =>
		await testbed.call(deskSend, deskMessage({ MsgRandom: nextRandom(), MsgBody, ...more }));

	describe('shows', () => {
		it('a card as a card, with its link', async () => {
			await sendDesk(cardBody(order));
			const page = await open();

			await turnTo(page, 'alice');

			const card = page.locator('article.card');
			expect(await card.locator('h3').textContent()).toBe(order.header);
			expect(await card.locator('p').textContent()).toBe(order.desc);
			expect(await card.locator('a').getAttribute('href')).toBe(order.url);
			expect(await card.locator('a').getAttribute('rel')).toContain('noopener');
		});

		it('who wrote what, when, and what became of it', async () => {
			await sendText('for somebody who is away', 'heidi');
			await testbed.call(
				sendmsg,
				directMessage({ MsgRandom: nextRandom(), MsgLifeTime: 0, MsgBody: textBody('psst') }),
			);
			const taken = await sendText('a mistake');
			await testbed.call('openim/admin_msgwithdraw', {
				From_Account: 'administrator',
				To_Account: 'bob',
				MsgKey: taken.MsgKey,
			});
			await sendText('all right now');
			const page = await open();

			await turnTo(page, 'heidi');
			expect(await page.locator('.message .state').textContent()).toContain('Stored');
			await turnTo(page, 'alice');
			expect(await page.locator('.message .state').textContent()).toContain('Online only');
			await turnTo(page, 'bob');

			await page.locator('.message[data-state="recalled"]').waitFor();
			expect(await page.locator('.message .state').allTextContents()).toEqual([
				'Recalled',
				'Delivered',
			]);
			expect(await page.locator('.message .sender').first().textContent()).toBe('administrator');
			const time = await page.locator('.message time').first().getAttribute('datetime');
			expect(Math.abs(Date.now() - Date.parse(time ?? ''))).toBeLessThan(60_000);
		});

		it('the session of a Desk conversation with its agent', async () => {
			await testbed.call(contactUser, contact({ MemberId: 'mia@example.com' }));
			const page = await open();

			await turnTo(page, 'alice');

			expect(await page.locator('#subtitle').textContent()).toContain('With agent mia@example.com');
			expect(await page.locator('.system').textContent()).toContain('mia@example.com');
		});

		it('pictures, sounds, files, videos, places, stickers, forms and quotes', async () => {
			const info = { Type: 1, Size: 1, Width: 1, Height: 1, URL: 'http://127.0.0.1:9/p.png' };
			await sendDesk([
				{
					MsgType: 'TIMImageElem',
					MsgContent: { UUID: 'p', ImageFormat: 3, ImageInfoArray: [info] },
				},
				{
					MsgType: 'TIMSoundElem',
					MsgContent: {
						Url: 'https://example.com/a.mp3',
						UUID: 's',
						Size: 2048,
						Second: 7,
						Download_Flag: 2,
					},
				},
				{
					MsgType: 'TIMFileElem',
					MsgContent: {
						Url: 'https://example.com/bill.pdf',
						UUID: 'f',
						FileSize: 3_500_000,
						FileName: 'bill.pdf',
						Download_Flag: 2,
					},
				},
				{
					MsgType: 'TIMLocationElem',
					MsgContent: { Desc: 'Our shop', Latitude: 48.85, Longitude: 2.35 },
				},
				{ MsgType: 'TIMFaceElem', MsgContent: { Index: 3, Data: 'smile' } },
				{ MsgType: 'TIMCustomElem', MsgContent: { Data: '{"step":2}', Desc: 'Progress' } },
			]);
			const choice = {
				customerServicePlugin: 0,
				src: '15',
				content: { header: 'What is it about?', items: [{ content: 'My order', desc: '' }] },
			};
			await sendDesk([{ MsgType: 'TIMCustomElem', MsgContent: { Data: JSON.stringify(choice) } }]);
			await sendDesk(textBody('Yes, on Friday'), {
				CloudCustomData: JSON.stringify({
					messageReply: { messageAbstract: 'Will it come?', messageSender: 'alice' },
				}),
			});
			const page = await open();

			await turnTo(page, 'alice');

			await page.getByText('Picture from 127.0.0.1:9').waitFor();
			expect(await page.locator('audio').getAttribute('src')).toBe('https://example.com/a.mp3');
			const content = await page.locator('#entries').innerText();
			for (const words of [
				'7 s · 2 KB',
				'bill.pdf',
				'3.3 MB',
				'Our shop',
				'48.85, 2.35',
				'Sticker 3',
				'What is it about?',
				'My order',
				'Progress',
				'Will it come?',
			]) {
				expect(content).toContain(words);
			}
			await page.getByText('Progress').click();
			expect(await page.locator('.raw pre').innerText()).toContain('"step": 2');
		});

		it('a live room as a stream', async () => {
			for (const text of ['Good morning', 'Here we go']) {
				await testbed.call(liveTextCommand, liveText({ TextContent: text }));
			}
			const page = await open();

			await turnTo(page, 'Spring sale');

			expect(await page.locator('#subtitle').textContent()).toBe('Live room room1');
			expect(await page.locator('.stream strong').allTextContents()).toEqual(['user1', 'user1']);
			expect(await bubbles(page).allTextContents()).toEqual(['Good morning', 'Here we go']);
			expect(await page.locator('.message').count()).toBe(0);
		});

		it('that nothing was sent yet', async () => {
			const page = await open();

			expect(await page.locator('main').innerText()).toContain('Nothing was sent yet');
		});
	});

	describe('updates by itself', () => {
		it('without a reload, and keeps what is typed and where the focus is', async () => {
			await sendText('one');
			const page = await open();
			await turnTo(page, 'bob');
			await page.locator('#text').fill('half a sent');
			await page.evaluate('window.stillHere = true');

			await sendText('two');
			await sendText('elsewhere', 'carol');

			await page.getByText('two', { exact: true }).waitFor();
			await lineOf(page, 'carol').locator('.dot').waitFor();
			await page.keyboard.type('ence');
			expect(await page.locator('#text').inputValue()).toBe('half a sentence');
			expect(await page.evaluate('window.stillHere')).toBe(true);
			expect(await page.title()).toMatch(/^\(1\)/);
			expect(await page.locator('#announcer').textContent()).toBe('administrator: two');
		});

		it('keeps the place of somebody who reads further up', async () => {
			for (let count = 1; count <= 45; count += 1) await sendText(`number ${count}`);
			const page = await open();
			await turnTo(page, 'bob');
			await page.getByText('number 45', { exact: true }).waitFor();
			const scroller = page.locator('#messages');
			const top = async () => await scroller.evaluate((element) => element.scrollTop);
			const fromEnd = async () =>
				await scroller.evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight);
			expect(await readUntil(fromEnd, (distance) => distance < 2)).toBeLessThan(2);
			const place = page.getByText('number 20', { exact: true });
			await place.scrollIntoViewIfNeeded();
			await readUntil(fromEnd, (distance) => distance > 200);
			const before = { top: await top(), box: await place.boundingBox() };

			for (let count = 46; count <= 70; count += 1) await sendText(`number ${count}`);

			await page.getByText('number 70', { exact: true }).waitFor({ state: 'attached' });
			expect((await place.boundingBox())?.y).toBeCloseTo(before.box?.y ?? 0, 0);
			await page.getByRole('button', { name: 'New messages' }).click();
			await page.getByText('number 70', { exact: true }).waitFor();
			expect(await readUntil(fromEnd, (distance) => distance < 2)).toBeLessThan(2);
			await sendText('number 71');
			await page.getByText('number 71', { exact: true }).waitFor();
			expect(await readUntil(fromEnd, (distance) => distance < 2)).toBeLessThan(2);
		});

		it('goes on after the simulator was away', async () => {
			const page = await open();
			await testbed.simulator.goDown();
			await page.locator('#connection[data-state="lost"]').waitFor();
			await testbed.simulator.comeBack();
			await page.locator('#connection[data-state="live"]').waitFor();

			await sendText('back again');

			await lineOf(page, 'bob').waitFor();
		});
	});

	describe('lets a person', () => {
		it('write as the customer, in a session that the message begins', async () => {
			const page = await open();
			await page.getByRole('button', { name: 'New message' }).click();
			await page.locator('#new-from').selectOption('carol');
			await page.locator('#new-to').selectOption({ label: '@support' });
			await page.locator('#new-text').fill('Is anybody there?');
			await page.keyboard.press('Enter');

			await page.locator('#subtitle').getByText('With the chatbot').waitFor();
			expect(await bubbles(page).allTextContents()).toEqual(['Is anybody there?']);
			await page.locator('#text').fill('Hello?');
			await page.keyboard.press('Shift+Enter');
			await page.keyboard.type('Anybody?');
			await page.keyboard.press('Enter');

			await page.locator('#entries .message[data-own]').nth(1).waitFor();
			expect(await page.locator('#text').inputValue()).toBe('');
			const [conversation] = testbed.simulator.conversations();
			expect(conversation?.participants).toEqual(['@support', 'carol']);
			expect(conversation?.entries.map(({ sender, text }) => `${sender}: ${text}`)).toEqual([
				'carol: Is anybody there?',
				'carol: Hello?\nAnybody?',
			]);
		});

		it('go on as whoever has written the first message', async () => {
			const page = await open();
			await page.getByRole('button', { name: 'New message' }).click();
			await page.locator('#new-from').selectOption('bob');
			await page.locator('#new-to').selectOption({ label: 'Spring sale (room1)' });
			await page.locator('#new-text').fill('Hello everybody');
			await page.keyboard.press('Enter');

			await bubbles(page).getByText('Hello everybody').waitFor();
			expect(await page.locator('#writer').inputValue()).toBe('bob');
			await page.locator('#text:focus').waitFor();
		});

		it('choose who writes in a conversation of two', async () => {
			await testbed.call(
				sendmsg,
				directMessage({ From_Account: 'bob', To_Account: 'alice', MsgRandom: nextRandom() }),
			);
			const page = await open();
			await turnTo(page, 'alice', 'bob');
			await page.locator('#writer').selectOption('bob');
			await page.locator('#text').fill('It is me again');
			await page.getByRole('button', { name: 'Send' }).click();

			await page.locator('.message[data-own]').nth(1).waitFor();
			const [conversation] = testbed.simulator.conversations();
			expect(conversation?.entries.map(({ sender }) => sender)).toEqual(['bob', 'bob']);
		});

		it('ask for an agent, and end the session', async () => {
			await testbed.simulator.customer.write({
				from: 'carol',
				serviceAccount: '@support',
				text: 'hello',
			});
			const page = await open();
			await turnTo(page, 'carol');

			await page.getByRole('button', { name: 'Ask for an agent' }).click();
			await page.locator('.session[data-state="Agent"]').waitFor();
			await page.getByRole('button', { name: 'End session' }).click();

			await page.locator('.session[data-state="Ended"]').waitFor();
			const ended = testbed.simulator
				.world()
				.sessions.list()
				.find(({ userId }) => userId === 'carol');
			expect(ended?.state).toBe('Ended');
			expect(await page.getByRole('button', { name: 'End session' }).count()).toBe(0);
		});

		it('be offline, and come back', async () => {
			await sendText('before');
			const page = await open();
			await turnTo(page, 'bob');

			await page.getByRole('button', { name: 'Go offline' }).click();
			await page.getByRole('button', { name: 'Go online' }).waitFor();
			await sendText('meanwhile');
			await page.locator('.message .state[data-state="stored"]').waitFor();
			await page.getByRole('button', { name: 'Go online' }).click();

			await page.locator('.message .state[data-state="stored"]').waitFor({ state: 'detached' });
			expect(testbed.simulator.world().accounts.get('bob')?.online).toBe(true);
		});

		it('take a message back', async () => {
			await testbed.simulator.customer.write({ from: 'bob', to: 'alice', text: 'oh no' });
			const page = await open();
			await turnTo(page, 'bob');
			await page.locator('#writer').selectOption('bob');

			await page.getByRole('button', { name: 'Recall "oh no"' }).click();

			await page.locator('.message[data-state="recalled"]').waitFor();
			expect(testbed.simulator.conversations()[0]?.entries[0]?.recalled).toBe(true);
		});

		it('make the next call fail, once', async () => {
			const page = await open();
			await page.getByRole('button', { name: 'Make a call fail' }).click();
			await page.getByLabel('HTTP 502').check();
			await page.getByRole('button', { name: 'Fail the next call' }).click();
			await page.locator('#planned-faults li').waitFor();
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: 'Next: HTTP 502' }).waitFor();

			const failed = await testbed.send(sendmsg, directMessage({ MsgRandom: nextRandom() }));
			await page.getByRole('button', { name: 'Make a call fail' }).waitFor();
			const next = await sendText('through');

			expect(failed.status).toBe(502);
			expect(next.ErrorCode).toBe(0);
		});

		it('take a planned fault away again, and plan one for a certain call', async () => {
			const page = await open();
			await page.getByRole('button', { name: 'Make a call fail' }).click();
			for (const [name, call] of [
				['Connection reset', ''],
				['Rate limited', 'desk_http_svc/send_msg'],
			] as const) {
				await page.getByLabel(name).check();
				await page.locator('#fault-path').selectOption(call);
				await page.getByRole('button', { name: 'Fail the next call' }).click();
				await page.locator('#planned-faults').getByText(name).first().waitFor();
			}
			await page.getByRole('button', { name: 'Remove Connection reset' }).click();
			await page.locator('#planned-faults li').nth(1).waitFor({ state: 'detached' });

			expect((await sendText('not concerned')).ErrorCode).toBe(0);
			expect((await sendDesk(textBody('concerned'))).ErrorCode).toBe(60007);
		});

		it('enter where callbacks go, and begin anew', async () => {
			const page = await open();
			await sendText('gone after the reset');
			await page.getByRole('button', { name: 'Set up' }).click();
			await page.getByLabel('Callback URL for Desk').fill('http://127.0.0.1:9/desk');
			await page.getByRole('button', { name: 'Save' }).click();
			await page.getByText('The addresses are saved.').waitFor();
			expect(testbed.simulator.callbacks.settings().deskUrl).toBe('http://127.0.0.1:9/desk');

			await page.getByRole('button', { name: 'Reset everything' }).click();
			await page.getByText('Everything is as it was at the start.').waitFor();
			expect(testbed.simulator.conversations()).toEqual([]);
			await lineOf(page, 'bob').waitFor({ state: 'detached' });
		});

		it('see why a message was refused, without losing it', async () => {
			await sendText('hello');
			const page = await open();
			await turnTo(page, 'bob');
			testbed.simulator.world().accounts.delete('bob');
			await page.locator('#text').fill('Can you hear me?');
			await page.keyboard.press('Enter');

			await page
				.locator('#composer-error')
				.getByText(/ErrorCode \d+/)
				.waitFor();
			const kept = await readUntil(
				async () => await page.locator('#text').inputValue(),
				(text) => text !== '',
			);
			expect(kept).toBe('Can you hear me?');
		});
	});

	it('keeps the unsent text of each conversation', async () => {
		await sendText('hello');
		await sendText('hello', 'carol');
		const page = await open();
		await turnTo(page, 'bob');
		await page.locator('#text').fill('for bob');
		await turnTo(page, 'carol');
		expect(await page.locator('#text').inputValue()).toBe('');
		await turnTo(page, 'bob');
		expect(await page.locator('#text').inputValue()).toBe('for bob');
	});

	it('runs no script that a message brings, in whatever field', async () => {
		const script = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
		const address = 'javascript:window.hacked=1';
		testbed.simulator.world().accounts.set(script, { userId: script, nick: script, online: true });
		await testbed.call(
			sendmsg,
			directMessage({ From_Account: script, MsgRandom: nextRandom(), MsgBody: textBody(script) }),
		);
		const menu = {
			customerServicePlugin: 0,
			src: '15',
			content: { header: script, items: [{ content: script }], tail: script },
		};
		const image = { Type: 1, Size: 1, Width: 1, Height: 1, URL: address };
		const custom = (Data: string) => [
			{ MsgType: 'TIMCustomElem', MsgContent: { Data, Desc: script } },
		];
		const file = { Url: address, UUID: '', FileSize: 1, FileName: script, Download_Flag: 2 };
		const answers = [
			await sendDesk(cardBody({ header: script, desc: script, pic: address, url: address }), {
				CloudCustomData: JSON.stringify({
					messageReply: { messageAbstract: script, messageSender: script },
				}),
			}),
			await sendDesk(custom(JSON.stringify(menu))),
			await sendDesk(custom(script)),
			await sendDesk(custom('{"src":"__proto__","customerServicePlugin":0}')),
			await sendDesk([
				{ MsgType: 'TIMFileElem', MsgContent: file },
				{
					MsgType: 'TIMImageElem',
					MsgContent: { UUID: '', ImageFormat: 1, ImageInfoArray: [image] },
				},
			]),
		];
		expect(answers.map(({ ErrorCode }) => ErrorCode)).toEqual([0, 0, 0, 0, 0]);
		const page = await open();
		const problems: string[] = [];
		page.on('pageerror', (error) => problems.push(error.message));

		for (const name of ['Desk session', 'Direct message']) {
			await turnTo(page, name);
			for (const summary of await page.locator('summary').all()) await summary.click();
		}
		await turnTo(page, 'Desk session');
		await page.locator('article.card').waitFor();

		expect(await page.locator('article.card h3').textContent()).toBe(script);
		expect(await page.evaluate('window.hacked')).toBeUndefined();
		expect(await page.locator('#conversation script, #conversations script').count()).toBe(0);
		expect(await page.locator('[href^="javascript:"], [src^="javascript:"]').count()).toBe(0);
		expect(problems).toEqual([]);
	});

	it('can be used with the keyboard alone', async () => {
		await sendText('hello');
		await sendText('hello', 'carol');
		const page = await open();
		await lineOf(page, 'carol').waitFor();
		await page.locator('#search').focus();

		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('bob');
		await page.keyboard.press('Enter');
		await page.locator('#text:focus').waitFor();
		expect(await page.locator('#title').textContent()).toBe('bob');
		await page.keyboard.type('by hand');
		await page.keyboard.press('Enter');
		await page.locator('.message[data-own] .text').getByText('by hand').waitFor();
		await page.keyboard.press('Escape');

		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('bob');
		const outline = await page.evaluate(
			() => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
		);
		expect(outline).toBe('solid');
		await page.keyboard.press('End');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/bob|carol/);
	});

	it('fits a screen of 360 pixels, one pane at a time', async () => {
		await sendDesk(cardBody({ ...order, header: 'W'.repeat(300) }));
		await sendText(`https://example.com/${'long'.repeat(100)}`);
		const page = await open({ viewport: { width: 360, height: 640 } });
		const overflow = async () =>
			await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

		await lineOf(page, 'bob').waitFor();
		expect(await page.locator('main').isVisible()).toBe(false);
		expect(await overflow()).toBeLessThanOrEqual(0);
		for (const name of ['alice', 'bob']) {
			await turnTo(page, name);
			await page.locator('#entries .message').first().waitFor();
			expect(await page.locator('nav').isVisible()).toBe(false);
			expect(await overflow()).toBeLessThanOrEqual(0);
			const inside = await page
				.locator('#messages')
				.evaluate((it) => it.scrollWidth - it.clientWidth);
			expect(inside).toBeLessThanOrEqual(0);
			await page.getByRole('button', { name: 'Back to the list' }).click();
		}
		await lineOf(page, 'bob').waitFor();
	});

	it('stays usable with 10,000 messages in 500 conversations', async () => {
		const world = testbed.simulator.world();
		for (let user = 0; user < 500; user += 1) {
			const userId = `user-${user}`;
			world.accounts.set(userId, { userId, nick: '', online: true });
			const messages = user === 0 ? 5010 : 10;
			for (let count = 1; count <= messages; count += 1) {
				await testbed.simulator.customer.write({
					from: userId,
					serviceAccount: '@support',
					text: `message ${count}`,
				});
			}
		}
		const page = await open();
		await lineOf(page, 'user-499').waitFor();

		await page.locator('#search').fill('user-0');
		await turnTo(page, 'user-0');
		await page.getByText('message 5010', { exact: true }).waitFor();
		expect(await page.locator('*').count()).toBeLessThan(3000);
		await page.getByRole('button', { name: 'Show earlier messages' }).click();
		await page.getByText('message 4900', { exact: true }).waitFor({ state: 'attached' });
		await page.locator('#search').fill('');
		await page.getByRole('button', { name: 'Show more conversations' }).click();
		await readUntil(
			async () => await page.locator('#conversations li').count(),
			(count) => count === 200,
		);

		await page.evaluate(countDrawnElements);
		await sendText('news');
		await lineOf(page, 'bob').waitFor();
		const drawn = Number(await page.evaluate('window.drawn'));
		expect(drawn).toBeGreaterThan(0);
		expect(drawn).toBeLessThan(50);
		expect(await page.locator('*').count()).toBeLessThan(6000);
	});

	describe('is accessible', () => {
		it.each([
			['in light', { colorScheme: 'light' }],
			['in dark', { colorScheme: 'dark' }],
			['on a small screen', { colorScheme: 'light', viewport: { width: 360, height: 640 } }],
			['on a small screen in dark', { colorScheme: 'dark', viewport: { width: 360, height: 640 } }],
		] as const)('%s', async (_where, options) => {
			await testbed.call(contactUser, contact({ MemberId: 'mia@example.com' }));
			await sendDesk([...cardBody(order), ...textBody('See https://example.com/help')]);
			await testbed.simulator.customer.write({
				from: 'alice',
				serviceAccount: '@support',
				text: 'Thank you!',
			});
			await sendText('for somebody who is away', 'heidi');
			await testbed.call(liveTextCommand, liveText());
			const page = await open(options);
			const faults = async () => await accessibilityFaults(page);
			const settled = async () =>
				await page.evaluate(async () => {
					await Promise.all(document.getAnimations().map(async (one) => await one.finished));
				});

			await lineOf(page, 'alice').waitFor();
			expect(await faults()).toEqual([]);
			for (const who of ['alice', 'heidi', 'Spring sale']) {
				await turnTo(page, who);
				await page.locator('#entries li').first().waitFor();
				await settled();
				expect(await faults()).toEqual([]);
				const back = page.getByRole('button', { name: 'Back to the list' });
				if (await back.isVisible()) await back.click();
			}
			for (const dialog of ['Make a call fail', 'New message', 'Set up']) {
				await page.getByRole('button', { name: dialog, exact: true }).click();
				expect(await faults()).toEqual([]);
				await page.keyboard.press('Escape');
			}
			await page.getByRole('button', { name: 'Set up', exact: true }).click();
			await page.locator('#setup-chat').fill('http://127.0.0.1:9/webhook');
			await page.getByRole('button', { name: 'Save' }).click();
			await page.getByText('The addresses are saved.').waitFor();
			expect(await faults()).toEqual([]);
			await page.getByRole('button', { name: 'Reset everything' }).click();
			await page.getByText('Everything is as it was at the start.').waitFor();
			expect(await faults()).toEqual([]);
		});
	});
});
