import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { until } from '../harness/eventually';
import { arrivalsOf, viewsOf } from '../harness/arrivals';
import { contactUser, liveTextCommand, sendmsg } from '../harness/commands';
import { keyRows } from '../harness/engine/keyRows';
import {
	allUsers,
	contact,
	direct,
	failureIn,
	live,
	message,
	onErrorBranch,
	testbeds,
	type Settings,
	type Testbed,
} from '../harness/engineTestbed';

const rows = keyRows();
/** Tencent forgets the numbers of a message soon: what holds, holds without it. */
const open = testbeds();
const start = async () =>
	await open({ sendmsgDedup: 'oneSecond', deskDedupSeconds: 1, groupDedupSeconds: 1 });

let count = 0;
let workflowId: string;

beforeEach(() => {
	workflowId = `workflow of Send Once ${(count += 1)}`;
	rows.isDead = false;
	rows.beforeWrite = () => undefined;
});

const once: INodeParameters = { sendOnce: true, deduplicationKey: '={{ $json.key }}' };

const keyed = (to: string, text: string, key = text): IDataObject => ({
	...message(to, text),
	key,
});

const run = async (
	testbed: Testbed,
	parameters: INodeParameters,
	items: IDataObject[],
	settings: Settings = {},
) => await testbed.run(parameters, items, { workflowId, ...onErrorBranch, ...settings });

/** The process dies when so many calls have been looked at; nothing that it does counts any more. */
async function dieAt(
	calls: number,
	testbed: Testbed,
	parameters: INodeParameters,
	items: IDataObject[],
): Promise<void> {
	const dying = new AbortController();
	testbed.onCall((made) => {
		if (made !== calls || dying.signal.aborted) return;
		rows.isDead = true;
		testbed.simulator.behaviour.faults.unshift({ probability: 1, fault: { kind: 'reset' } });
		dying.abort();
	});
	await run(testbed, parameters, items, { signal: dying.signal });
	expect(dying.signal.aborted).toBe(true);
	testbed.simulator.behaviour.faults.shift();
	rows.isDead = false;
	await nextSecond();
}

const second = () => Math.floor(Date.now() / 1000);

/** Tencent's window for copies ends with the second. */
async function nextSecond(): Promise<void> {
	const before = second();
	await until('the next second', () => second() > before);
}

describe('a message with "Send Once"', () => {
	it('is not sent again by another execution, whatever it says by then', async () => {
		const testbed = await start();
		await run(testbed, direct(once), [keyed('u0', 'hello', 'k1')]);
		const second = await run(testbed, direct(once), [keyed('u0', 'helo corrected', 'k1')]);
		expect(second.output.map(({ json }) => json)).toEqual([
			{ alreadySent: true, deduplicationKey: 'k1' },
		]);
		expect(testbed.shown('u0')).toEqual(['hello']);
	});

	it('is sent again with another key, by another node, and to another app', async () => {
		const testbed = await start();
		await run(testbed, direct(once), [keyed('u0', 'one', 'k1')]);
		await run(testbed, direct(once), [keyed('u1', 'two', 'k2')]);
		const another = { workflowId: `${workflowId}, another one` };
		await testbed.run(direct(once), [keyed('u2', 'three', 'k1')], another);
		expect(testbed.shown().sort()).toEqual(['one', 'three', 'two']);
	});

	it('is sent by the next run when it certainly was not sent by the first', async () => {
		const testbed = await start();
		testbed.failNext(sendmsg, { kind: 'errorCode', code: 20003 });
		const first = await run(testbed, direct(once), [keyed('u0', 'hello')]);
		expect(failureIn(first.errorOutput[0]!).mayHaveBeenSent).toBe(false);
		await run(testbed, direct(once), [keyed('u0', 'hello')]);
		expect(testbed.shown('u0')).toEqual(['hello']);
	});

	it('is looked up by the next run when nobody knew what became of it', async () => {
		const testbed = await start();
		testbed.failNext(sendmsg, { kind: 'loseResponse' });
		testbed.failNext('openim/admin_getroammsg', { kind: 'errorCode', code: 90001 });
		const options = { ...once, maxRetries: 0 };
		const first = await run(testbed, direct(options), [keyed('u0', 'hello')]);
		expect(failureIn(first.errorOutput[0]!).mayHaveBeenSent).toBe(true);
		const second = await run(testbed, direct(options), [keyed('u0', 'hello again', 'hello')]);
		expect(second.output[0]!.json).toMatchObject({ verified: true, MsgKey: expect.any(String) });
		const third = await run(testbed, direct(options), [keyed('u0', 'hello again', 'hello')]);
		expect(third.output[0]!.json).toMatchObject({ alreadySent: true });
		expect(testbed.shown('u0')).toEqual(['hello']);
	});

	it('is shown behind what another execution has sent in the same second', async () => {
		const testbed = await start();
		const fast = { ...once, requestsPerSecond: 200 };
		const messages = (name: string) => allUsers.map((user) => keyed(user, `${name} for ${user}`));
		await nextSecond();
		await run(testbed, direct(fast), messages('first'));
		const all = [...messages('first'), ...messages('second')];
		await run(testbed, direct(fast), all);
		const list = all.map(({ to, text }) => ({ to: String(to), text: String(text) }));
		const views = viewsOf(testbed.simulator.conversations(), 'c2c');
		expect(arrivalsOf(list, views)).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0 });
	});

	it('comes once when two items of a run have its key', async () => {
		const testbed = await start();
		const items = [keyed('u0', 'a', 'k'), keyed('u1', 'b', 'l'), keyed('u0', 'c', 'k')];
		const { output } = await run(testbed, direct(once), items);
		expect(output[2]!.json).toEqual({ alreadySent: true, deduplicationKey: 'k' });
		expect(testbed.shown('u0')).toEqual(['a']);
	});

	it('is refused when its key stands for a message to somebody else in this run', async () => {
		const testbed = await start();
		const items = [keyed('u0', 'a', 'campaign'), keyed('u1', 'b', 'campaign')];
		const { errorOutput } = await run(testbed, direct(once), items);
		expect(failureIn(errorOutput[0]!).message).toContain('\'Deduplication Key\' "campaign"');
		expect(testbed.shown('u1')).toEqual([]);
	});

	it('needs a key', async () => {
		const testbed = await start();
		const { errorOutput } = await run(testbed, direct({ sendOnce: true }), [keyed('u0', 'a')]);
		expect(failureIn(errorOutput[0]!).message).toBe("'Send Once' needs a 'Deduplication Key'");
		expect(testbed.calls()).toHaveLength(0);
	});

	it('is not sent when it could not be recorded', async () => {
		const testbed = await start();
		rows.beforeWrite = () => {
			throw new Error('database is locked');
		};
		const { errorOutput } = await run(testbed, direct(once), [keyed('u0', 'a')]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: 'database is locked',
			mayHaveBeenSent: false,
		});
		expect(testbed.calls()).toHaveLength(0);
	});

	it('writes nothing when it is off', async () => {
		const testbed = await start();
		const before = rows.writes;
		await run(testbed, direct({ deduplicationKey: 'k' }), [keyed('u0', 'a')]);
		expect(rows.writes).toBe(before);
	});
});

describe('two executions at once with the same keys', () => {
	const items = allUsers.flatMap((to) => [keyed(to, `1 to ${to}`), keyed(to, `2 to ${to}`)]);

	it('send each message once in one process', async () => {
		const testbed = await start();
		const both = await Promise.all([
			run(testbed, direct(once), items),
			run(testbed, direct(once), items),
		]);
		expect(both.map(({ output }) => output.length)).toEqual([items.length, items.length]);
		const texts = testbed.shown();
		expect(texts).toHaveLength(items.length);
		expect(new Set(texts).size).toBe(items.length);
	});
});

describe('a write that another process undoes', () => {
	it('is made again before anything is sent', async () => {
		const testbed = await start();
		let undone = 0;
		rows.beforeWrite = (row) => {
			// What the other process has read before, it writes back a little later.
			const before = rows.rows.get(row);
			if (undone++ > 0) return;
			setImmediate(() => rows.rows.set(row, before ?? '[]'));
		};
		await run(testbed, direct(once), [keyed('u0', 'hello')]);
		await run(testbed, direct(once), [keyed('u0', 'hello')]);
		expect(testbed.shown('u0')).toEqual(['hello']);
	});
});

describe('a process that dies', () => {
	const items = allUsers.flatMap((to) => [1, 2].map((n) => keyed(to, `${n} to ${to}`)));

	it.each([17, 41, 79])(
		'at call %i leaves nothing that arrives twice, or not at all',
		async (calls) => {
			const testbed = await start();
			await dieAt(calls, testbed, direct(once), items);
			const { output, errorOutput } = await run(testbed, direct(once), items);
			expect([output.length, errorOutput.length]).toEqual([items.length, 0]);
			const views = viewsOf(testbed.simulator.conversations(), 'c2c');
			const sent = items.map(({ to, text }) => ({ to: String(to), text: String(text) }));
			expect(arrivalsOf(sent, views)).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0 });
		},
	);

	it('leaves no customer who is contacted twice, or not at all', async () => {
		const testbed = await start();
		const customers = allUsers.map((to) => keyed(to, `contact ${to}`));
		await dieAt(20, testbed, contact(once), customers);
		const { output } = await run(testbed, contact(once), customers);
		expect(output).toHaveLength(customers.length);
		const made = testbed.calls(contactUser).filter(({ errorCode }) => errorCode === 0);
		expect(made).toHaveLength(customers.length);
	});

	it('leaves no live message that comes twice, and each that is missing is reported', async () => {
		const testbed = await start();
		const messages = Array.from({ length: 100 }, (_unused, n) => keyed('room1', `live ${n}`));
		await dieAt(30, testbed, live(once), messages);
		const { errorOutput } = await run(testbed, live(once), messages);
		const shown = testbed.shown().filter((text) => text.startsWith('live '));
		expect(new Set(shown).size).toBe(shown.length);
		const missing = messages.filter(({ text }) => !shown.includes(String(text)));
		expect(errorOutput.length).toBeGreaterThanOrEqual(missing.length);
		expect(errorOutput.every((item) => failureIn(item).mayHaveBeenSent)).toBe(true);
		expect(testbed.calls(liveTextCommand).length).toBeGreaterThanOrEqual(shown.length);
	});
});

describe('what a node remembers', () => {
	const memory = (operation: string): INodeParameters => ({ resource: 'api', operation });

	it('has a size, and is forgotten when the user wants it', async () => {
		const testbed = await start();
		await run(testbed, direct(once), [keyed('u0', 'a')]);
		const size = await run(testbed, memory('countKeys'), [{}, {}]);
		expect(size.output.map(({ json }) => json)).toEqual([
			{ entries: expect.any(Number), maxEntries: 210_000, bytes: expect.any(Number) },
		]);
		await run(testbed, memory('forgetKeys'), [{}]);
		expect((await run(testbed, memory('countKeys'), [{}])).output[0]!.json.entries).toBe(0);
		await run(testbed, direct(once), [keyed('u0', 'a')]);
		expect(testbed.calls(sendmsg)).toHaveLength(2);
	});
});
