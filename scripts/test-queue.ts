/**
 * npm run test:queue
 *
 * n8n in queue mode on this machine: a real Redis, a real PostgreSQL, n8n's main process, two
 * workers, and a simulator that lets 200 calls a second through. Two executions start at the same
 * time, one on each worker; together they have to respect the limit and deliver every message once
 * and in order. Then workers decide about callbacks that the main process takes, and ask a question
 * whose answer it takes. The last line of the output counts the checks.
 */
import { attempt, type Run } from '../test/queue/attempt';
import { checksOf, type Check } from '../test/queue/checks';
import { decisions } from '../test/queue/decisions';
import { ensurePrograms } from '../test/queue/programs';
import { startQueueMode, type QueueModeN8n } from '../test/queue/n8n';
import {
	askingWorkflow,
	CALLBACK_PATH,
	decidingWorkflow,
	QUESTION_PATH,
} from '../test/queue/conversationWorkflows';
import { startPostgres } from '../test/queue/postgres';
import { question } from '../test/queue/question';
import { startRedis } from '../test/queue/redis';
import { figuresOf, linesOf } from '../test/queue/report';
import { startRemoteSimulator, type RemoteSimulator } from '../test/queue/simulator';
import { ProcessGroup } from '../test/harness/processGroup';
import { sendingWorkflow, webhookPath } from '../test/queue/workflow';
import { ensureBuilt } from '../test/harness/build';
import { ensureN8n } from '../test/harness/n8n';
import { withProgress } from '../test/harness/packages.cjs';
import { inProject } from '../test/harness/project';
import { runMain } from '../test/harness/main';

interface Attempt {
	title: string;
	runs: Run[];
}

const run = (name: string, requestsPerSecond: number, messages: number): Run => ({
	name,
	requestsPerSecond,
	messages,
});

const ATTEMPTS: Attempt[] = [
	{
		title: 'Two workers, each wishing for the whole limit',
		runs: [run('first', 200, 2_000), run('second', 200, 2_000)],
	},
	{
		title: 'One wish lower than the other',
		runs: [run('eager', 200, 2_000), run('modest', 50, 600)],
	},
	{
		title: 'The limit divided by the number of workers',
		runs: [run('left', 100, 1_000), run('right', 100, 1_000)],
	},
];

const WORKERS = 2;

/** Resolves when the user wants to stop; a second Ctrl+C changes nothing. */
function interruption(): Promise<'interrupted'> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => resolve('interrupted'));
		}
	});
}

async function setUp(stage: ProcessGroup): Promise<[QueueModeN8n, RemoteSimulator]> {
	const programs = await ensurePrograms();
	const folder = inProject('.cache', 'queue');
	const all = ATTEMPTS.flatMap(({ runs }) => runs.map((one) => one.requestsPerSecond));
	const wishes = [...new Set(all)];
	console.log('Setting up Redis, PostgreSQL and n8n. This usually takes a minute.');
	return await withProgress('queue mode', async () => {
		const simulator = await startRemoteSimulator(stage);
		const redisPort = await startRedis(stage, programs.redis, `${folder}/redis`);
		const database = await startPostgres(stage, programs, `${folder}/postgres`);
		const n8n = await startQueueMode(stage, {
			folder,
			redisPort,
			database,
			simulatorUrl: simulator.url,
			workflows: [sendingWorkflow(wishes), decidingWorkflow(), askingWorkflow()],
			webhooks: [...wishes.map(webhookPath), CALLBACK_PATH, QUESTION_PATH],
			workers: WORKERS,
		});
		return [n8n, simulator];
	});
}

/** Makes all attempts and resolves with the number of failed checks. */
async function test(stage: ProcessGroup): Promise<number> {
	const [n8n, simulator] = await setUp(stage);
	let passed = 0;
	let failed = 0;
	const tell = (figures: string[], checks: Check[]) => {
		for (const line of [...figures, ...linesOf(checks)]) console.log(`  ${line}`);
		passed += checks.filter(({ holds }) => holds).length;
		failed += checks.filter(({ holds }) => !holds).length;
	};
	for (const { title, runs } of ATTEMPTS) {
		console.log(`\n${title}`);
		const outcome = await attempt(n8n, simulator, runs);
		tell(figuresOf(outcome), checksOf(outcome));
	}
	console.log('\nA workflow decides whether messages may pass');
	tell([], await decisions(n8n, simulator));
	console.log('\nA workflow asks a question and waits');
	tell([], await question(n8n, simulator));
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed;
}

async function main(): Promise<number> {
	const stopped = interruption();
	ensureBuilt();
	await ensureN8n();
	const stage = new ProcessGroup();
	try {
		const failed = await Promise.race([test(stage), stopped]);
		if (failed === 'interrupted') {
			console.log('\nStopping ...');
			return 130;
		}
		return failed === 0 ? 0 : 1;
	} finally {
		await stage.end();
	}
}

runMain(main);
