import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { inProject } from '../../test/harness/project';
import type { CpuFigures } from '../figures';
import { canMeasureProcesses, cpuSeconds, serverProcess } from '../n8n/processOf';
import { BenchN8n } from '../n8n/server';
import type { BenchWorkflow } from '../n8n/server';
import type { Sizes } from '../options';
import { senderOf } from '../peers';
import { rows } from '../recipients';
import type { Row } from '../recipients';
import { RemoteSimulator } from '../../test/harness/remoteSimulator';
import { recipients } from '../recipients';
import { outcomeOf } from '../outcome';
import { alternating, median, spreadOf } from '../statistics';
import { unlimited } from '../throughput/plan';
import { noOp } from '../workflow';
import { profiling } from './profile';

const entrants = ['around', 'own', 'http'] as const;

type Entrant = (typeof entrants)[number];

/** After its response, n8n still saves the execution; that belongs to it. */
const afterwardsMs = 1500;
const warmUps = 2;

const say = (text: string) => process.stderr.write(`  ${text}\n`);

class Measuring {
	constructor(
		private readonly simulator: RemoteSimulator,
		private readonly pid: number,
		private readonly messages: Row[],
	) {}

	/** Runs a workflow; fails unless every message arrived once. */
	async run(entrant: Entrant, workflow: BenchWorkflow): Promise<void> {
		await this.simulator.begin({ latencyMs: 0, rateLimit: null });
		await workflow.run(this.messages);
		await pause(afterwardsMs);
		if (entrant === 'around') return;
		const { lost, doubled } = await outcomeOf(this.simulator, this.messages);
		if (lost + doubled > 0) throw new Error(`${entrant}: ${lost} lost, ${doubled} doubled`);
	}

	/** Milliseconds of CPU time per message. */
	async measure(entrant: Entrant, workflow: BenchWorkflow): Promise<number> {
		const before = cpuSeconds(this.pid);
		await this.run(entrant, workflow);
		return ((cpuSeconds(this.pid) - before) * 1000) / this.messages.length;
	}
}

/** CPU time per message at no latency and without a limit, of all threads of the n8n process. */
export async function measureCpu(sizes: Sizes): Promise<CpuFigures> {
	if (!canMeasureProcesses) throw new Error('The CPU part reads /proc, which only Linux has.');
	const simulator = await RemoteSimulator.start(recipients);
	let n8n: BenchN8n | undefined;
	try {
		const target = { url: simulator.url, credentialId: 'benchPlain' };
		const folder = inProject('.cache', 'bench');
		mkdirSync(folder, { recursive: true });
		const profileFile = `${folder}/n8n.cpuprofile`;
		n8n = await BenchN8n.start([target], {
			NODE_OPTIONS: `--require ${JSON.stringify(inProject('bench', 'cpu', 'profilerHook.cjs'))}`,
			BENCH_PROFILE: profileFile,
		});
		const pid = serverProcess();
		const workflows: Record<Entrant, BenchWorkflow> = {
			around: await n8n.add('cpu-around', noOp),
			own: await n8n.add('cpu-own', senderOf('own', target, unlimited)),
			http: await n8n.add('cpu-http', senderOf('http', target, unlimited)),
		};
		const measuring = new Measuring(simulator, pid, rows(sizes.cpuMessages));
		for (let round = 0; round < warmUps; round += 1) {
			for (const entrant of entrants) await measuring.run(entrant, workflows[entrant]);
		}
		const times: Record<Entrant, number[]> = { around: [], own: [], http: [] };
		for (let round = 0; round < sizes.rounds; round += 1) {
			for (const entrant of alternating(entrants, round)) {
				const time = await measuring.measure(entrant, workflows[entrant]);
				times[entrant].push(time);
				say(`CPU, ${entrant}: ${time.toFixed(2)} ms per message`);
			}
		}
		const around = median(times.around);
		const ofPeer = async (peer: 'own' | 'http') => ({
			total: spreadOf(times[peer]),
			net: spreadOf(times[peer].map((time) => time - around)),
			...(await profiling(pid, profileFile, `${folder}/${peer}.cpuprofile`, () =>
				measuring.run(peer, workflows[peer]),
			)),
		});
		return {
			messages: sizes.cpuMessages,
			around: spreadOf(times.around),
			own: await ofPeer('own'),
			http: await ofPeer('http'),
		};
	} finally {
		await n8n?.stop();
		await simulator.stop();
	}
}
