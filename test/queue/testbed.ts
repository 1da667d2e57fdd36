import { ProcessGroup } from '../harness/processGroup';
import { inProject } from '../harness/project';
import { RemoteSimulator } from '../harness/remoteSimulator';
import {
	askingWorkflow,
	callbackPath,
	chatAskingWorkflow,
	chatQuestionPath,
	decidingWorkflow,
	questionPath,
	takingPath,
	takingWorkflow,
} from './conversationWorkflows';
import { executionsBegun, startQueueMode, type QueueModeN8n } from './n8n';
import { onceChannels, onceWorkflow } from './onceWorkflows';
import { startPostgres } from './postgres';
import { ensurePrograms } from './programs';
import { startRedis } from './redis';
import { sendingWorkflow, webhookPath } from './workflow';

const workers = 2;

/** How many people get the messages. */
export const customers = 500;

/** n8n in queue mode, and a simulator to send to. */
export class QueueTestbed {
	private constructor(
		private readonly group: ProcessGroup,
		readonly n8n: QueueModeN8n,
		readonly simulator: RemoteSimulator,
	) {}

	/** @param wishes each "Requests per Second" that an execution may ask for */
	static async open(rates: number[]): Promise<QueueTestbed> {
		const programs = await ensurePrograms();
		const folder = inProject('.cache', 'queue');
		const group = new ProcessGroup();
		const once = Object.values(onceChannels);
		try {
			const simulator = await RemoteSimulator.start(customers);
			group.atEnd(simulator.stop);
			const redisPort = await startRedis(group, programs.redis, `${folder}/redis`);
			const database = await startPostgres(group, programs, `${folder}/postgres`);
			const n8n = await startQueueMode(group, {
				folder,
				redisPort,
				database,
				simulatorUrl: simulator.url,
				workflows: [
					sendingWorkflow(rates),
					decidingWorkflow(),
					askingWorkflow(),
					chatAskingWorkflow(),
					takingWorkflow(),
					...once.map(onceWorkflow),
				],
				webhooks: [
					...rates.map(webhookPath),
					callbackPath,
					questionPath,
					chatQuestionPath,
					takingPath,
					...once.map(({ webhook }) => webhook),
				],
				workers: workers,
			});
			return new QueueTestbed(group, n8n, simulator);
		} catch (error) {
			await group.end();
			throw error;
		}
	}

	/** How many executions each worker has begun. */
	begun(): number[] {
		return this.n8n.workers.map(executionsBegun);
	}

	/** What people see, conversation by conversation. */
	async shown(): Promise<string[]> {
		return (await this.simulator.conversations()).flatMap(({ entries }) =>
			entries.map(({ text }) => text),
		);
	}

	async close(): Promise<void> {
		await this.group.end();
	}
}
