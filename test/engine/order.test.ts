import { deskSend, liveTextCommand, sendmsg } from '../harness/commands';
import { allUsers, testbeds, contact, desk, direct, live, message } from '../harness/engineTestbed';

const open = testbeds();

const latencyMs = 20;
/** Each call takes this long at least, so two of one conversation begin that far apart. */
const apart = latencyMs - 2;

const fast = { requestsPerSecond: 2000 };
const recipients = allUsers.slice(0, 20);

/** 200 items, ten for each of twenty recipients, dealt out like cards. */
const items = Array.from({ length: 200 }, (_unused, index) =>
	message(recipients[index % 20]!, `${Math.floor(index / 20)}`),
);
const inItemOrder = Array.from({ length: 10 }, (_unused, index) => `${index}`);

/** The shortest time between the beginnings of two calls that follow each other, by recipient. */
function shortestGap(calls: Array<{ at: number; body: unknown }>, field: string): number {
	const last = new Map<unknown, number>();
	const gaps = calls.map(({ at, body }) => {
		const to = (body as Record<string, unknown>)[field];
		const gap = at - (last.get(to) ?? Number.NEGATIVE_INFINITY);
		last.set(to, at);
		return gap;
	});
	return Math.min(...gaps);
}

describe('two hundred messages to twenty people, at uneven speed', () => {
	it.each([
		['direct messages', direct, sendmsg, 'To_Account'] as const,
		['desk messages', desk, deskSend, 'ToAccount'] as const,
	])('%s are shown to each in the order of the items', async (_, parameters, path, field) => {
		const testbed = await open({ latencyMs, latencyJitterMs: 20 });

		const { output } = await testbed.run(parameters(fast), items);

		expect(output).toHaveLength(200);
		for (const recipient of recipients) expect(testbed.shown(recipient)).toEqual(inItemOrder);
		// One person at a time, but many people side by side.
		expect(shortestGap(testbed.calls(path), field)).toBeGreaterThanOrEqual(apart);
		expect(testbed.simulator.stats().peakInFlight).toBeGreaterThan(5);
	});

	it('one that has to wait holds up its own conversation only, and keeps its place', async () => {
		const testbed = await open({ latencyMs });
		testbed.failNext(sendmsg, { kind: 'errorCode', code: 60007 });
		const few = items.filter(({ to }) => to === 'u0' || to === 'u1');

		await testbed.run(direct(fast), few);

		expect(testbed.shown('u0')).toEqual(inItemOrder);
		expect(testbed.shown('u1')).toEqual(inItemOrder);
		const calls = testbed.calls().map(({ body }) => (body as { To_Account: string }).To_Account);
		// The others were not kept waiting for the first.
		expect(calls.indexOf('u1')).toBeLessThan(calls.indexOf('u0', 1));
	});

	it('a live room gets its messages one after another', async () => {
		const testbed = await open({ latencyMs });
		const many = inItemOrder.map((text) => message('room1', text));

		await testbed.run(live(fast), many);

		expect(testbed.shown('room1')).toEqual(inItemOrder);
		expect(shortestGap(testbed.calls(liveTextCommand), 'RoomId')).toBeGreaterThanOrEqual(apart);
		expect(testbed.simulator.stats().peakInFlight).toBe(1);
	});
});

describe('users who are contacted', () => {
	const many = recipients.map((to) => message(to, ''));

	it('are contacted side by side', async () => {
		const testbed = await open({ latencyMs });

		await testbed.run(contact({ ...fast }), many);

		expect(testbed.simulator.stats().peakInFlight).toBeGreaterThan(1);
	});

	it('are so too when one spelling of their fields is taken away', async () => {
		const testbed = await open({ latencyMs });
		const extraBody = '{ "IMAgentUserID": null, "ClientUserID": null }';

		const { output } = await testbed.run(contact({ ...fast, extraBody }), many);

		expect(output).toHaveLength(many.length);
		expect(testbed.simulator.stats().peakInFlight).toBeGreaterThan(1);
	});
});

describe('executions that run at the same time', () => {
	const numbered = (name: string) => inItemOrder.map((text) => message('room1', name + text));

	it('send one message of a conversation at a time, and take turns', async () => {
		const testbed = await open({ latencyMs });

		await Promise.all(['a', 'b', 'c'].map((name) => testbed.run(live(fast), numbered(name))));

		expect(testbed.simulator.stats().peakInFlight).toBe(1);
		expect(shortestGap(testbed.calls(liveTextCommand), 'RoomId')).toBeGreaterThanOrEqual(apart);
		const shown = testbed.shown('room1');
		for (const name of ['a', 'b', 'c']) {
			expect(shown.filter((text) => text.startsWith(name))).toEqual(
				numbered(name).map(({ text }) => text),
			);
		}
		// Each has spoken before any of them has said half of what it has to say.
		expect(new Set(shown.slice(0, 12).map((text) => text[0])).size).toBe(3);
	});

	it('do not wait for each other where the order does not matter', async () => {
		const testbed = await open({ latencyMs: 100 });
		const parameters = live({ ...fast, keepOrder: false });

		await Promise.all(['a', 'b'].map((name) => testbed.run(parameters, numbered(name))));

		expect(testbed.simulator.stats().peakInFlight).toBeGreaterThan(1);
	});

	it('wait no longer when they are stopped, and hold up nobody behind them', async () => {
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'hang', processed: true });
		const [stopFirst, stopSecond] = [new AbortController(), new AbortController()];
		let calls = 0;
		const begun = new Promise<void>((resolve) => {
			testbed.onCall((count) => {
				calls = count;
				resolve();
			});
		});
		const run = async (text: string, stop?: AbortController) =>
			await testbed.run(direct({ timeout: 60_000 }), [message('u0', text)], {
				signal: stop?.signal,
			});
		const first = run('first', stopFirst);
		await begun;
		const second = run('second', stopSecond);
		const third = run('third');

		stopSecond.abort();
		expect((await second).run.status).toBe('canceled');
		expect(calls).toBe(1);
		stopFirst.abort();

		await Promise.all([first, third]);
		expect(testbed.shown('u0')).toEqual(['first', 'third']);
	});
});

describe('"Keep Order", turned off', () => {
	it('lets a busy conversation go side by side, and loses nothing', async () => {
		const testbed = await open({ latencyMs, latencyJitterMs: 40 });
		const many = inItemOrder.map((text) => message('room1', text));

		const { output } = await testbed.run(live({ ...fast, keepOrder: false }), many);

		expect(testbed.simulator.stats().peakInFlight).toBeGreaterThan(1);
		expect([...testbed.shown('room1')].sort()).toEqual(inItemOrder);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			many.map((_item, item) => ({ item })),
		);
	});
});

describe('"Max Concurrency"', () => {
	it.each([1, 3])('%i: never more than that at once', async (maxConcurrency) => {
		const testbed = await open({ latencyMs });

		await testbed.run(direct({ ...fast, maxConcurrency }), items.slice(0, 30));

		expect(testbed.simulator.stats().peakInFlight).toBe(maxConcurrency);
		expect(testbed.shown()).toHaveLength(30);
	});
});

describe('"Requests per Second"', () => {
	it('is not exceeded in any second', async () => {
		const testbed = await open();

		await testbed.run(direct({ requestsPerSecond: 25 }), items.slice(0, 40));

		const times = testbed.calls().map(({ at }) => at);
		const maxInASecond = Math.max(
			...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length),
		);
		// On a busy machine some arrive together that were started apart.
		expect(maxInASecond).toBeLessThanOrEqual(32);
		expect(times.at(-1)! - times[0]!).toBeGreaterThan(1400);
	});
});
