import { sendmsg } from '../harness/commands';
import { allUsers, testbeds, direct, message, type NodeRun } from '../harness/engineTestbed';

const open = testbeds();
afterEach(() => jest.restoreAllMocks());

const items = Array.from({ length: 200 }, (_unused, index) =>
	message(allUsers[index % allUsers.length]!, `${index}`),
);

/** The numbers of the line that the node writes when it is stopped. */
function countsIn({ log }: NodeRun) {
	const lines = log.filter(({ message: line }) => line.includes('the execution was stopped'));
	expect(lines.map(({ level }) => level)).toEqual(['warn']);
	const line = lines[0]!.message;
	const count = (pattern: RegExp) => Number(pattern.exec(line)?.[1] ?? 0);
	return {
		sent: count(/(\d+)(?: of \d+)? sent/),
		total: count(/ of (\d+)/),
		inDoubt: count(/(\d+)(?: of \d+)? in doubt/),
		failed: count(/(\d+)(?: of \d+)? failed/),
		notStarted: count(/(\d+)(?: of \d+)? not tried/),
	};
}

describe('an execution that somebody stops', () => {
	it('makes no further call, lets end what is under way, and tells what was sent', async () => {
		const testbed = await open({ latencyMs: 60 });
		const stop = new AbortController();
		let begun = 0;
		testbed.onCall((count) => {
			begun = count;
			if (count === 25) stop.abort();
		});

		const result = await testbed.run(
			direct({ requestsPerSecond: 1000, maxConcurrency: 8 }),
			items,
			{
				signal: stop.signal,
			},
		);

		const counts = countsIn(result);
		// The seven beside the one that pressed the button may have been on their way to the server.
		expect(begun).toBeLessThanOrEqual(25 + 7);
		expect(testbed.calls(sendmsg)).toHaveLength(begun);
		expect(counts).toEqual({
			sent: testbed.shown().length,
			total: 200,
			inDoubt: 0,
			failed: 0,
			notStarted: 200 - begun,
		});
		expect(testbed.shown()).toHaveLength(begun);
		expect(result.run.status).toBe('canceled');
	});

	it('does not wait for a response that never comes: after a while it is in doubt', async () => {
		const testbed = await open();
		const stop = new AbortController();
		testbed.failNext(sendmsg, { kind: 'hang', processed: true });
		testbed.onCall((count) => count === 1 && stop.abort());
		const startedAt = performance.now();

		const result = await testbed.run(direct({ timeout: 120_000 }), [message('u0', 'a')], {
			signal: stop.signal,
		});

		// Its own time would have been over only then.
		expect(performance.now() - startedAt).toBeLessThan(120_000);
		expect(countsIn(result)).toEqual({ sent: 0, total: 1, inDoubt: 1, failed: 0, notStarted: 0 });
	});

	it('sends nothing again that waits for its repeat, and counts it as in doubt', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.999);
		const testbed = await open();
		const stop = new AbortController();
		testbed.failNext(sendmsg, { kind: 'loseResponse' });
		// The second call begins once the first is known to be lost.
		testbed.onCall((count) => count === 2 && stop.abort());
		const three = items.slice(0, 3);

		const result = await testbed.run(direct({ maxConcurrency: 1 }), three, {
			signal: stop.signal,
		});

		expect(testbed.calls(sendmsg)).toHaveLength(2);
		expect(countsIn(result)).toEqual({ sent: 1, total: 3, inDoubt: 1, failed: 0, notStarted: 1 });
	});

	it('before it began sends nothing', async () => {
		const testbed = await open();

		await testbed.run(direct(), items, { signal: AbortSignal.abort() });

		expect(testbed.calls()).toEqual([]);
	});

	it('leaves no trace in the next one, which sends everything', async () => {
		const testbed = await open();
		const stop = new AbortController();
		testbed.onCall((count) => count === 1 && stop.abort());
		await testbed.run(direct(), items.slice(0, 5), { signal: stop.signal });
		const before = testbed.shown().length;

		const { output } = await testbed.run(direct(), items.slice(0, 5));

		expect(output).toHaveLength(5);
		expect(testbed.shown()).toHaveLength(before + 5);
	});
});
