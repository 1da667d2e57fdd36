import fc from 'fast-check';
import { html, webAddress } from '../../simulator/page/html';
import {
	CONTACT_USER,
	DESK_SEND,
	LIVE_TEXT,
	SENDMSG,
	benches,
	contact,
	deskMessage,
	directMessage,
	liveText,
	textBody,
	type Bench,
} from './support';

const NASTY = `<script>alert("1")</script>&'`;
const NASTY_ESCAPED = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;';

const pageOf = async (bench: Bench) => await (await fetch(bench.simulator.url)).text();

const cardBody = (content: Record<string, string>) => [
	{
		MsgType: 'TIMCustomElem',
		MsgContent: { Data: JSON.stringify({ src: '22', content, customerServicePlugin: 0 }) },
	},
];

describe('the inbox', () => {
	const open = benches();

	it('says so when nothing was sent', async () => {
		expect(await pageOf(await open())).toContain('Nothing was sent yet');
	});

	it('shows who said what to whom, and when', async () => {
		const bench = await open();
		await bench.call(SENDMSG, directMessage({ To_Account: 'heidi', MsgBody: textBody('hi') }));
		await bench.call(CONTACT_USER, contact({ MemberId: 'mia@example.com' }));
		await bench.call(LIVE_TEXT, liveText({ TextContent: 'all hands' }));

		const page = await pageOf(bench);

		expect(page).toContain('administrator and heidi');
		expect(page).toContain('<p class="text">hi</p>');
		expect(page).toContain('12:00:00');
		expect(page).toContain('stored');
		expect(page).toContain('mia@example.com was assigned to alice');
		expect(page).toContain('all hands');
	});

	it('draws a card with its picture and link', async () => {
		const bench = await open();
		const MsgBody = cardBody({
			header: 'Order 7',
			desc: 'On its way',
			pic: 'https://example.com/a.png',
			url: 'https://example.com/7',
		});
		await bench.call(DESK_SEND, deskMessage({ MsgBody }));

		const page = await pageOf(bench);

		expect(page).toContain('<h3>Order 7</h3>');
		expect(page).toContain('<p>On its way</p>');
		expect(page).toContain('src="https://example.com/a.png"');
		expect(page).toContain('href="https://example.com/7"');
	});

	it('draws the picture of an image message', async () => {
		const bench = await open();
		const picture = { Type: 1, Size: 1, Width: 1, Height: 1, URL: 'https://example.com/p.png' };
		const MsgContent = { UUID: 'p', ImageFormat: 3, ImageInfoArray: [picture] };
		const MsgBody = [{ MsgType: 'TIMImageElem', MsgContent }];
		await bench.call(SENDMSG, directMessage({ MsgBody }));

		expect(await pageOf(bench)).toContain('src="https://example.com/p.png"');
	});

	it('escapes whatever comes from outside', async () => {
		const bench = await open();
		bench.simulator.world().accounts.set(NASTY, { userId: NASTY, nick: '', online: true });
		const card = cardBody({ header: NASTY, desc: NASTY, pic: NASTY, url: NASTY });
		await bench.call(SENDMSG, directMessage({ From_Account: NASTY, MsgBody: textBody(NASTY) }));
		await bench.call(DESK_SEND, deskMessage({ MsgBody: card }));

		const page = await pageOf(bench);

		expect(page).not.toContain('<script');
		expect(page.split(NASTY_ESCAPED)).toHaveLength(6);
	});

	it('neither loads nor links to anything but web addresses', async () => {
		const bench = await open();
		const MsgBody = cardBody({
			header: 'x',
			desc: '',
			pic: 'data:image/svg+xml,x',
			url: 'javascript:alert(1)',
		});
		await bench.call(DESK_SEND, deskMessage({ MsgBody }));

		const page = await pageOf(bench);

		expect(page).not.toContain('javascript:');
		expect(page).not.toContain('data:');
	});

	it('allows no script at all, and no frame around it', async () => {
		const bench = await open();

		const { headers } = await fetch(bench.simulator.url);

		const policy = headers.get('content-security-policy');
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain('unsafe');
		expect(policy).not.toContain('script-src');
	});

	it('leaves no request of a browser without an answer', async () => {
		const bench = await open();

		const statuses = await Promise.all(
			['/', '/inbox.css', '/favicon.ico'].map(
				async (path) => (await fetch(`${bench.simulator.url}${path}`)).status,
			),
		);

		expect(statuses).toEqual([200, 200, 204]);
	});

	it('stays readable with more conversations than fit', async () => {
		const bench = await open({ behaviour: { rateLimit: null } });
		const accounts = Array.from({ length: 105 }, (_, index) => `user-${index}`);
		for (const userId of accounts) {
			bench.simulator.world().accounts.set(userId, { userId, nick: '', online: true });
			await bench.call(SENDMSG, directMessage({ To_Account: userId }));
		}

		const page = await pageOf(bench);

		expect(page.match(/<section/g)).toHaveLength(100);
		expect(page).toContain('5 older conversations');
		expect(page).toContain('user-104');
	});
});

describe('html', () => {
	it('never lets a text become markup', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a') }), (text) => {
				const inner = html`${text}`.text;

				expect(inner).not.toMatch(/[<>"']/);
				expect(inner.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
			}),
		);
	});

	it('keeps what it built itself', () => {
		expect(html`<p>${html`<b>${'<'}</b>`}${[html`1`, html`2`]}${3}</p>`.text).toBe(
			'<p><b>&lt;</b>123</p>',
		);
	});

	it.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'x', '//x', ''])(
		'takes %j for no web address',
		(text) => {
			expect(webAddress(text)).toBeUndefined();
		},
	);
});
