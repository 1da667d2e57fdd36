import { arrivalsOf, viewsOf } from '../harness/arrivals';
import { messagesOf } from '../harness/messages';
import { allBusyUntil, callsOf, callsPerSecond, limit, refusedPercent, span } from './figures';
import type { Outcome, Run, RunResult } from './outcome';
import { figuresOf } from './report';
import { customers, type QueueTestbed } from './testbed';
import { webhookPath } from './workflow';

const latencyMs = 50;
/** After this long the workers are to have found a pace together, in milliseconds. */
const settledAfterMs = 3_000;
const maxRefusedPercent = 2;

const run = (name: string, requestsPerSecond: number, messages: number): Run => ({
	name,
	requestsPerSecond,
	messages,
});

const allAttempts: Array<{ title: string; runs: Run[] }> = [
	{
		title: 'two workers, each wishing for the whole limit',
		runs: [run('first', 200, 2_000), run('second', 200, 2_000)],
	},
	{
		title: 'one wish lower than the other',
		runs: [run('eager', 200, 2_000), run('modest', 50, 600)],
	},
	{
		title: 'the limit divided by the number of workers',
		runs: [run('left', 100, 1_000), run('right', 100, 1_000)],
	},
];

/** Each "Requests per Second" that occurs. */
export const rates = [
	...new Set(allAttempts.flatMap(({ runs }) => runs.map((one) => one.requestsPerSecond))),
];

async function execute({ n8n }: QueueTestbed, asked: Run): Promise<RunResult> {
	const messages = messagesOf(asked.name, asked.messages, customers);
	const response = await fetch(`${n8n.url}/webhook/${webhookPath(asked.requestsPerSecond)}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ messages }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`The workflow answered ${response.status}: ${text}`);
	const items = JSON.parse(text) as Array<{ error?: unknown }>;
	return { ...asked, sent: items.filter(({ error }) => error === undefined).length };
}

/** Starts all runs at the same time and waits for their ends. */
async function attempt(testbed: QueueTestbed, runs: Run[]): Promise<Outcome> {
	const { simulator } = testbed;
	await simulator.begin({ latencyMs: latencyMs, rateLimit: limit });
	const before = testbed.begun();
	const results = await Promise.all(runs.map(async (one) => await execute(testbed, one)));
	return {
		runs: results,
		perWorker: testbed.begun().map((count, index) => count - before[index]!),
		requests: await simulator.requests(),
		conversations: await simulator.conversations(),
	};
}

/** Two executions that start together, one on each worker, and share one limit. */
export function attempts(testbed: () => QueueTestbed): void {
	describe.each(allAttempts)('$title', ({ title, runs }) => {
		let outcome: Outcome;
		beforeAll(async () => {
			outcome = await attempt(testbed(), runs);
			process.stderr.write(`${[title, ...figuresOf(outcome)].join('\n  ')}\n`);
		});

		it('lose nothing, double nothing, and keep the order of an execution for each customer', () => {
			const views = viewsOf(outcome.conversations, 'c2c');
			for (const { name, messages } of runs) {
				expect(arrivalsOf(messagesOf(name, messages, customers), views)).toMatchObject({
					arrived: messages,
					lost: 0,
					doubled: 0,
					outOfOrder: 0,
				});
			}
		});

		it('report every message as sent', () => {
			expect(outcome.runs.map(({ sent }) => sent)).toEqual(runs.map(({ messages }) => messages));
		});

		it('run on one worker each', () => {
			expect(outcome.perWorker).toEqual(runs.map(() => 1));
		});

		it(`have under ${maxRefusedPercent} % of the calls refused after three seconds`, () => {
			const settled = span(callsOf(outcome.requests), settledAfterMs);
			expect(settled.calls).toBeGreaterThan(0);
			expect(refusedPercent(settled)).toBeLessThan(maxRefusedPercent);
		});

		it(`settle under ${limit} calls a second together, refused ones too`, () => {
			const calls = callsOf(outcome.requests);
			const rate = callsPerSecond(calls, settledAfterMs, allBusyUntil(calls));
			expect(rate).toBeLessThanOrEqual(limit);
		});
	});
}
