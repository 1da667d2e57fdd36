import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../../test/harness/eventually';
import { inProject } from '../../test/harness/project';
import { sendCallbacks } from '../callbacks/load';
import { pathOf, receivingWorkflow } from '../callbacks/workflow';
import { serverProcess } from '../n8n/processOf';
import type { Receiving } from '../n8n/receiving';
import { BenchN8n } from '../n8n/server';
import type { BenchWorkflow } from '../n8n/server';
import { senderOf } from '../peers';
import type { Target } from '../peers';
import { rows } from '../recipients';
import { RemoteSimulator } from '../../test/harness/remoteSimulator';
import { recipients } from '../recipients';
import { outcomeOf } from '../outcome';
import { unlimited } from '../throughput/plan';

/** Messages of a full run. */
export const allMessages = 200_000;

const tenths = 10;
const messagesPerExecution = 1000;
/** Callbacks that the trigger gets beside each execution, each of which starts one more. */
const callbacksPerExecution = 20;
const callbacksPerSecond = 20;
/** n8n still saves executions after their webhooks were answered. */
const settledMs = 5_000;
const growthAllowed = 1.1;
/** Made up; it opens nothing. */
const token = 'callback token of the long run';

const say = (text: string) => process.stderr.write(`  ${text}\n`);

/** Memory of the n8n process, in bytes, after a collection of garbage. */
export interface Memory {
	/** JavaScript objects that are still referred to. */
	heapUsed: number;
	/** Buffers and the like. */
	external: number;
	/** The whole process, as the operating system sees it. */
	rss: number;
}

/** What a long run came to. */
export interface LongFigures {
	messages: number;
	callbacks: number;
	seconds: number;
	lost: number;
	doubled: number;
	/** Callbacks that were not answered, or did not start exactly one execution. */
	callbacksMissed: number;
	/** After each tenth. */
	memory: Memory[];
	/** Memory in use after the last tenth, as parts of that after the first. */
	growth: number;
	holds: boolean;
}

const inUse = ({ heapUsed, external }: Memory) => heapUsed + external;

/** Sends many messages through one n8n process, and looks at its memory on the way. */
export class LongRun {
	private lost = 0;
	private doubled = 0;
	private unanswered = 0;

	/**
	 * @param messages how many in all; a multiple of 10,000
	 * @param memoryFile where n8n writes how much memory it uses
	 */
	constructor(
		private readonly messages: number,
		private readonly memoryFile: string,
	) {}

	async measure(): Promise<LongFigures> {
		const simulator = await RemoteSimulator.start(recipients);
		const target: Target = {
			url: simulator.url,
			credentialId: 'longRun',
			callbackToken: token,
		};
		let n8n: BenchN8n | undefined;
		try {
			n8n = await BenchN8n.start([target], {
				NODE_OPTIONS: `--require ${inProject('bench', 'long', 'memoryHook.cjs')}`,
				LONG_RUN_MEMORY: this.memoryFile,
			});
			const sending = await n8n.add('long', senderOf('own', target, unlimited));
			const trigger = receivingWorkflow('trigger', target.credentialId);
			const receiving = await n8n.receive(trigger, pathOf('trigger'));
			return await this.run(simulator, sending, receiving, serverProcess());
		} finally {
			await n8n?.stop();
			await simulator.stop();
		}
	}

	private async run(
		simulator: RemoteSimulator,
		sending: BenchWorkflow,
		receiving: Receiving,
		pid: number,
	): Promise<LongFigures> {
		const executions = this.messages / messagesPerExecution;
		const perTenth = executions / tenths;
		const memory: Memory[] = [];
		const began = Date.now();
		for (let tenth = 1; tenth <= tenths; tenth += 1) {
			for (let execution = 0; execution < perTenth; execution += 1) {
				await this.execute(simulator, sending, receiving);
			}
			await pause(settledMs);
			const now = await this.memoryOf(pid);
			memory.push(now);
			say(`${tenth * 10} %: ${(inUse(now) / 1e6).toFixed(1)} MB in use`);
		}
		const callbacks = executions * callbacksPerExecution;
		const started = await receiving.executionsFrom(callbacks);
		const callbacksMissed = this.unanswered + Math.abs(callbacks - started);
		const growth = inUse(memory.at(-1)!) / inUse(memory[0]!);
		return {
			messages: this.messages,
			callbacks,
			seconds: (Date.now() - began) / 1000,
			lost: this.lost,
			doubled: this.doubled,
			callbacksMissed,
			memory,
			growth,
			holds: growth <= growthAllowed && this.lost + this.doubled + callbacksMissed === 0,
		};
	}

	private async execute(
		simulator: RemoteSimulator,
		sending: BenchWorkflow,
		receiving: Receiving,
	): Promise<void> {
		const messages = rows(messagesPerExecution);
		await simulator.begin({ latencyMs: 50, rateLimit: null });
		const [, { unanswered }] = await Promise.all([
			sending.run(messages),
			sendCallbacks(receiving.url, token, callbacksPerExecution, callbacksPerSecond),
		]);
		const { lost, doubled } = await outcomeOf(simulator, messages);
		this.lost += lost;
		this.doubled += doubled;
		this.unanswered += unanswered;
	}

	private async memoryOf(pid: number): Promise<Memory> {
		rmSync(this.memoryFile, { force: true });
		process.kill(pid, 'SIGUSR2');
		await until('the figures on memory', () => existsSync(this.memoryFile));
		return JSON.parse(readFileSync(this.memoryFile, 'utf8')) as Memory;
	}
}
