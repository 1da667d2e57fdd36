import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { demoCredential, demoCredentialData } from '../harness/demoCredential';
import { freePort, linkPackage, listening } from '../harness/n8n';
import { n8nEnvironment } from '../harness/n8n/environment';
import { n8nCommand, nodeForN8n } from '../harness/n8n/install';
import { respondsAt } from '../harness/n8n/process';
import { credentialType } from '../harness/project';
import type { WorkflowJson } from '../harness/workflow';
import { callbackToken } from './conversationWorkflows';
import type { Database } from './postgres';
import { answering, type Program } from '../harness/processes';
import type { ProcessGroup } from '../harness/processGroup';

const readyWithinSeconds = 120;

/** n8n in queue mode: one main process that takes webhooks, and workers that run workflows. */
export interface QueueModeN8n {
	/** Where the main process answers, without a slash at the end. */
	url: string;
	/** A worker that was started again has the place of the one before it. */
	workers: Program[];
	/** Starts a worker again that has ended; resolves when it takes executions. */
	startAgain(worker: number): Promise<void>;
}

export interface QueueModeOptions {
	/** Where each process gets a user folder of its own. */
	folder: string;
	redisPort: number;
	database: Database;
	simulatorUrl: string;
	workflows: Array<WorkflowJson & { id: string }>;
	/** The last parts of the addresses at which the workflows are started. */
	webhooks: string[];
	workers: number;
}

/** What the main process and all workers have to agree on. */
function sharedEnvironment(
	{ redisPort, database }: QueueModeOptions,
	mainPort: number,
): Record<string, string> {
	return {
		// A worker writes links that lead to the main process.
		WEBHOOK_URL: `http://127.0.0.1:${mainPort}/`,
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: database.host,
		DB_POSTGRESDB_PORT: String(database.port),
		DB_POSTGRESDB_DATABASE: database.database,
		DB_POSTGRESDB_USER: database.user,
		DB_POSTGRESDB_PASSWORD: database.password,
	};
}

/**
 * Stores the credential and the workflows, which are switched on. The commands belong to the group:
 * left alone, they would wait for ever for a database that is gone.
 */
async function fill(
	group: ProcessGroup,
	userFolder: string,
	env: NodeJS.ProcessEnv,
	{ simulatorUrl, workflows }: QueueModeOptions,
): Promise<void> {
	const run = async (command: string, option: string) => {
		const args = [n8nCommand, command, option];
		await group.run(`n8n ${command}`, nodeForN8n(), args, { cwd: userFolder, env });
	};
	const file = (name: string, content: unknown) => {
		const path = join(userFolder, name);
		writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
		return path;
	};
	const data = { ...demoCredentialData(simulatorUrl), callbackToken: callbackToken };
	const credentials = [{ ...demoCredential, type: credentialType, data }];
	await run('import:credentials', `--input=${file('credentials.json', credentials)}`);
	await run('import:workflow', `--input=${file('workflows.json', workflows)}`);
	for (const { id } of workflows) await run('publish:workflow', `--id=${id}`);
}

/** Sets up and starts n8n's processes; resolves when all of them are ready. */
export async function startQueueMode(
	group: ProcessGroup,
	options: QueueModeOptions,
): Promise<QueueModeN8n> {
	const port = await freePort();
	const shared = sharedEnvironment(options, port);
	const userFolderOf = (name: string) => {
		const userFolder = group.folder(join(options.folder, name));
		linkPackage(userFolder);
		return userFolder;
	};
	const environmentOf = async (userFolder: string, port: number) =>
		n8nEnvironment(userFolder, {
			...shared,
			N8N_PORT: String(port),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		});
	const start = async (name: string, userFolder: string, args: string[], port: number) => {
		const env = await environmentOf(userFolder, port);
		const program = group.start(nodeForN8n(), [n8nCommand, ...args], { cwd: userFolder, env });
		const isReady = async () => await respondsAt(`http://127.0.0.1:${port}`, 'healthz/readiness');
		await answering(program, name, isReady, readyWithinSeconds);
		return program;
	};

	const mainFolder = userFolderOf('main');
	await fill(group, mainFolder, await environmentOf(mainFolder, port), options);
	await start('n8n (main)', mainFolder, ['start'], port);
	const url = `http://127.0.0.1:${port}`;
	for (const webhook of options.webhooks) await listening(`${url}/webhook/${webhook}`);
	const names = Array.from({ length: options.workers }, (_, number) => `worker-${number + 1}`);
	// One execution at a time: two that are started together go to two workers.
	const args = ['worker', '--concurrency=1'];
	const folders = names.map(userFolderOf);
	const startWorker = async (index: number) =>
		await start(`n8n (${names[index]!})`, folders[index]!, args, await freePort());
	const workers = await Promise.all(names.map(async (_name, index) => await startWorker(index)));
	const startAgain = async (index: number) => {
		workers[index] = await startWorker(index);
	};
	return { url, workers, startAgain };
}

/** How many executions a worker has begun so far, by its log. */
export function executionsBegun(worker: Program): number {
	return worker.output().match(/Worker started execution/g)?.length ?? 0;
}
