import type { Conversation, RecordedRequest } from '../../simulator';
import { LIMIT } from './figures';
import { lettersOf, type Letter } from './letters';
import { executionsBegun, type QueueModeN8n } from './n8n';
import type { RemoteSimulator } from './simulator';
import { webhookPath } from './workflow';

const LATENCY_MS = 50;

/** One execution of an attempt. */
export interface Run {
	/** The first word of each of its messages. */
	name: string;
	/** Its node's "Requests per Second". */
	requestsPerSecond: number;
	messages: number;
}

/** What an execution's last node put out. */
export interface RunResult extends Run {
	sent: number;
	failed: number;
}

/** Everything that is known about an attempt afterwards. */
export interface Outcome {
	runs: RunResult[];
	/** How many executions each worker has begun. */
	perWorker: number[];
	/** All calls in the order in which they were decided on. */
	requests: RecordedRequest[];
	/** What clients show. */
	conversations: Conversation[];
}

async function runOnce(n8n: QueueModeN8n, run: Run, letters: Letter[]): Promise<RunResult> {
	const response = await fetch(`${n8n.url}/webhook/${webhookPath(run.requestsPerSecond)}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ letters }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`The workflow answered ${response.status}: ${text}`);
	const items = JSON.parse(text) as Array<{ error?: unknown }>;
	const failed = items.filter(({ error }) => error !== undefined).length;
	return { ...run, sent: items.length - failed, failed };
}

/** Starts all runs at the same time and waits for their ends. */
export async function attempt(
	n8n: QueueModeN8n,
	simulator: RemoteSimulator,
	runs: Run[],
): Promise<Outcome> {
	await simulator.startAnew({ latencyMs: LATENCY_MS, rateLimit: LIMIT });
	const before = n8n.workers.map(executionsBegun);
	const results = await Promise.all(
		runs.map(async (run) => await runOnce(n8n, run, lettersOf(run.name, run.messages))),
	);
	return {
		runs: results,
		perWorker: n8n.workers.map((worker, index) => executionsBegun(worker) - before[index]!),
		requests: await simulator.requests(),
		conversations: await simulator.conversations(),
	};
}
