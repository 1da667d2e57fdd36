import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { liveTextCommand, sendmsg } from '../harness/commands';
import {
	testbeds,
	directMessage,
	liveText,
	textBody,
	type SimulatorTestbed,
} from '../harness/simulatorTestbed';

const client = resolve(__dirname, '../../simulator/page/client');

interface Inbox {
	total: number;
	found: number;
	conversations: Array<{ id: string; total: number; last?: { text: string } }>;
	open?: { from: number; entries: Array<{ id: string; text: string }> };
}

const read = async (testbed: SimulatorTestbed, query = ''): Promise<Inbox> =>
	(await (await fetch(`${testbed.simulator.url}/api/inbox?${query}`)).json()) as Inbox;

describe('the inbox page', () => {
	const open = testbeds();

	it('allows scripts and styles of its own alone, and no frame around it', async () => {
		const testbed = await open();

		const { headers } = await fetch(testbed.simulator.url);

		const policy = headers.get('content-security-policy');
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self'");
		expect(policy).toContain("connect-src 'self'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain('unsafe');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('has no script or style inside its HTML, which the policy would refuse', async () => {
		const testbed = await open();

		const page = await (await fetch(testbed.simulator.url)).text();

		expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
		expect(page.match(/<script/g)).toHaveLength(1);
		expect(page).toContain('<script type="module" src="/inbox.js"></script>');
	});

	it.each(readdirSync(client).filter((name) => name !== 'index.html'))(
		'serves %s',
		async (name) => {
			const testbed = await open();

			const response = await fetch(`${testbed.simulator.url}/${name}`);

			expect(response.status).toBe(200);
			expect(response.headers.get('content-type')).toContain(
				name.endsWith('.js') ? 'text/javascript' : 'text/css',
			);
		},
	);

	it.each(['/client/index.html', '/..%2froutes.ts', '/inbox.ts', '/view.ts'])(
		'serves no other file: %s',
		async (path) => {
			const testbed = await open();

			expect((await fetch(`${testbed.simulator.url}${path}`)).status).toBe(404);
		},
	);
});

describe('what the inbox page shows', () => {
	const open = testbeds();

	const sendTo = async (testbed: SimulatorTestbed, to: string, ...texts: string[]) => {
		for (const text of texts) {
			testbed.advance(1000);
			await testbed.call(sendmsg, directMessage({ To_Account: to, MsgBody: textBody(text) }));
		}
	};

	it('begins with the conversation that was written to last', async () => {
		const testbed = await open();
		await sendTo(testbed, 'alice', 'a');
		await sendTo(testbed, 'bob', 'b');
		await sendTo(testbed, 'alice', 'c');

		const { conversations } = await read(testbed);

		expect(conversations.map(({ last, total }) => [last?.text, total])).toEqual([
			['c', 2],
			['b', 1],
		]);
	});

	it('names the last message in display order, not the one that arrived last', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage({ MsgSeq: 5, MsgBody: textBody('later') }));
		await testbed.call(
			sendmsg,
			directMessage({ MsgSeq: 3, MsgRandom: 2, MsgBody: textBody('earlier') }),
		);

		expect((await read(testbed)).conversations[0]?.last?.text).toBe('later');
	});

	it('has as many conversations as are asked for, and says how many there are', async () => {
		const testbed = await open();
		for (const to of ['alice', 'bob', 'carol']) await sendTo(testbed, to, 'hello');

		expect(await read(testbed, 'limit=2')).toMatchObject({
			total: 3,
			found: 3,
			conversations: [{ last: { text: 'hello' } }, {}],
		});
		expect((await read(testbed, 'limit=-5')).conversations).toHaveLength(1);
		expect((await read(testbed, 'limit=x')).conversations).toHaveLength(3);
	});

	it('finds people by a part of their name or UserID', async () => {
		const testbed = await open();
		testbed.simulator.world().accounts.set('u1', { userId: 'u1', nick: 'Zoë', online: true });
		for (const to of ['alice', 'u1']) await sendTo(testbed, to, 'hello');

		expect(await read(testbed, 'search=ZO%C3%8B')).toMatchObject({ total: 2, found: 1 });
		expect(await read(testbed, 'search=lic')).toMatchObject({ found: 1 });
		expect(await read(testbed, 'search=nobody')).toMatchObject({ found: 0 });
	});

	it('gives the newest messages, and from any earlier place', async () => {
		const testbed = await open();
		await sendTo(testbed, 'alice', 'a', 'b', 'c', 'd');
		const [{ id } = { id: '' }] = (await read(testbed)).conversations;
		const shown = async (from: number) => {
			const { open: opened } = await read(testbed, `open=${encodeURIComponent(id)}&from=${from}`);
			return [opened?.from, opened?.entries.map(({ text }) => text).join('')];
		};

		expect(await shown(-2)).toEqual([2, 'cd']);
		expect(await shown(1)).toEqual([1, 'bcd']);
		expect(await shown(-9)).toEqual([0, 'abcd']);
		expect(await shown(9)).toEqual([0, 'abcd']);
	});

	it('has what was dropped among what was delivered, which the clients have not', async () => {
		const testbed = await open({ behaviour: { liveRoomPerSecond: 1 } });
		for (const TextContent of ['seen', 'one too many']) {
			await testbed.call(liveTextCommand, liveText({ TextContent }));
		}
		const [{ id } = { id: '' }] = (await read(testbed)).conversations;

		const { open: opened } = await read(testbed, `open=${encodeURIComponent(id)}`);

		expect(opened?.entries).toMatchObject([
			{ text: 'seen', state: 'delivered' },
			{ text: 'one too many', state: 'dropped' },
		]);
		expect(testbed.textsOf('room1')).toEqual(['seen']);
	});

	it('has no open conversation when there is none with the ID', async () => {
		const testbed = await open();

		expect(await read(testbed, 'open=c2c:1:nobody')).not.toHaveProperty('open');
	});
});
