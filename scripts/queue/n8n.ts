import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { DEMO_CREDENTIAL, demoCredentialData } from '../demoCredential';
import { freePort, importCredentials, importWorkflows, linkPackage, n8nCli } from '../n8n';
import { n8nEnvironment } from '../n8n/environment';
import { n8nCommand, nodeForN8n } from '../n8n/install';
import { CREDENTIAL_TYPE } from '../project';
import type { WorkflowJson } from '../workflow';
import type { Database } from './postgres';
import type { Background, Stage } from './stage';

const READY_WITHIN_MS = 120_000;

/** n8n in queue mode: one main process that takes webhooks, and workers that run workflows. */
export interface QueueModeN8n {
	/** Where the main process answers, without a slash at the end. */
	url: string;
	main: Background;
	workers: Background[];
}

export interface QueueModeOptions {
	/** Where each process gets a user folder of its own. */
	folder: string;
	redisPort: number;
	database: Database;
	simulatorUrl: string;
	workflow: WorkflowJson & { id: string };
	/** The last parts of the addresses at which the workflow is started. */
	webhooks: string[];
	workers: number;
}

/** What the main process and all workers have to agree on. */
function sharedEnvironment(redisPort: number, database: Database): Record<string, string> {
	return {
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

async function isReady(port: number): Promise<boolean> {
	try {
		return (await fetch(`http://127.0.0.1:${port}/healthz/readiness`)).ok;
	} catch {
		return false;
	}
}

/**
 * Whether n8n listens at all webhooks, which it does some time after it is ready. To GET it says
 * that the address takes POST, so that looking starts nothing.
 */
async function takesPosts(url: string, webhooks: string[]): Promise<boolean> {
	for (const webhook of webhooks) {
		const response = await fetch(`${url}/webhook/${webhook}`);
		if (!(await response.text()).includes('make a POST request')) return false;
	}
	return true;
}

/** Stores the credential and the workflow, which is switched on. */
async function fill(
	userFolder: string,
	env: Record<string, string>,
	{ simulatorUrl, workflow }: QueueModeOptions,
): Promise<void> {
	const data = demoCredentialData(simulatorUrl);
	const credential = { ...DEMO_CREDENTIAL, type: CREDENTIAL_TYPE, data };
	await importCredentials([credential], { userFolder, env });
	await importWorkflows([workflow], { userFolder, env });
	const published = await n8nCli(['publish:workflow', `--id=${workflow.id}`], { userFolder, env });
	if (published.code !== 0) throw new Error(`n8n publish:workflow failed:\n${published.output}`);
}

/** Sets up and starts n8n's processes; resolves when all of them are ready. */
export async function startQueueMode(
	stage: Stage,
	options: QueueModeOptions,
): Promise<QueueModeN8n> {
	const shared = sharedEnvironment(options.redisPort, options.database);
	const userFolderOf = (name: string) => {
		const userFolder = stage.folder(join(options.folder, name));
		linkPackage(userFolder);
		return userFolder;
	};
	const start = async (name: string, userFolder: string, args: string[], port: number) => {
		const env = n8nEnvironment(userFolder, {
			...shared,
			N8N_PORT: String(port),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		});
		const program = stage.start(name, nodeForN8n(), [n8nCommand, ...args], {
			cwd: userFolder,
			env,
		});
		await stage.ready(program, async () => await isReady(port), READY_WITHIN_MS);
		return program;
	};

	const mainFolder = userFolderOf('main');
	await fill(mainFolder, shared, options);
	const port = await freePort();
	const main = await start('n8n (main)', mainFolder, ['start'], port);
	const url = `http://127.0.0.1:${port}`;
	await stage.ready(main, async () => await takesPosts(url, options.webhooks), READY_WITHIN_MS);
	const names = Array.from({ length: options.workers }, (_, number) => `worker-${number + 1}`);
	// One execution at a time: two that are started together go to two workers.
	const args = ['worker', '--concurrency=1'];
	const workers = await Promise.all(
		names.map(
			async (name) => await start(`n8n (${name})`, userFolderOf(name), args, await freePort()),
		),
	);
	return { url, main, workers };
}

/** How many executions a worker has begun so far, by its log. */
export function executionsBegun(worker: Background): number {
	return worker.output().match(/Worker started execution/g)?.length ?? 0;
}
