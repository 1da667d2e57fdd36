import type { INodeParameters } from 'n8n-workflow';

import { rememberedSize } from '../../test/harness/editor/database';
import { RemoteSimulator } from '../../test/harness/remoteSimulator';
import type { Behaviour } from '../../simulator';
import type { ManyKeys, OnceFigures, OnceRun, OnceScenario } from '../figures';
import { canMeasureProcesses, forgetPeakOf, memoryOf, serverProcess } from '../n8n/processOf';
import { BenchN8n } from '../n8n/server';
import type { Sizes } from '../options';
import { outcomeOf } from '../outcome';
import { senderOf } from '../peers';
import type { Sender, Target } from '../peers';
import { rows } from '../recipients';
import { alternating } from '../statistics';
import { latencyMs, limit, unlimited } from '../throughput/plan';

const command = 'openim/sendmsg';
/** Without a limit, so many that nobody gets two messages in a second, which would keep them apart. */
const people = 10_000;
const warmUpMessages = 1_000;
/** Of a hundred calls, so many lose their answers, and each is looked up. */
const lostPercent = 20;

const say = (text: string) => process.stderr.write(`  ${text}\n`);

/** What is compared: one behaviour, and this node without and with what is measured. */
interface Comparison {
	scenario: OnceScenario;
	perSecond: number;
	behaviour: Partial<Behaviour>;
	/** Laid over both. */
	options: INodeParameters;
	/** Laid over the second. */
	more: INodeParameters;
	/** Turned on for the second. */
	faults: Behaviour['faults'];
}

const key = { deduplicationKey: '={{ $json.order }}' };
const once = { sendOnce: true };
const limited: Partial<Behaviour> = { latencyMs, rateLimit: limit };
const lifted: Partial<Behaviour> = { latencyMs, rateLimit: null };

const comparisons: Comparison[] = [
	{
		scenario: 'onceLimited',
		perSecond: limit,
		behaviour: limited,
		options: key,
		more: once,
		faults: [],
	},
	{
		scenario: 'onceLifted',
		perSecond: unlimited,
		behaviour: lifted,
		options: key,
		more: once,
		faults: [],
	},
	{
		scenario: 'looks',
		perSecond: limit,
		behaviour: limited,
		// A repeat would settle the doubt before a look does.
		options: { maxRetries: 0 },
		more: {},
		faults: [{ probability: lostPercent / 100, path: command, fault: { kind: 'loseResponse' } }],
	},
];

function senderWith(target: Target, perSecond: number, more: INodeParameters): Sender {
	const sender = senderOf('own', target, perSecond);
	const { options, ...parameters } = sender.parameters;
	return { ...sender, parameters: { ...parameters, options: { ...Object(options), ...more } } };
}

class Measuring {
	private count = 0;

	constructor(
		private readonly n8n: BenchN8n,
		private readonly simulator: RemoteSimulator,
		private readonly target: Target,
		private readonly pid: number,
	) {}

	/** Calls a second that sent something, from the first arrival to the last. */
	private async sendsPerSecond(): Promise<number> {
		const times = (await this.simulator.requests())
			.filter(({ path }) => path === command)
			.map(({ at }) => at)
			.sort((a, b) => a - b);
		const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
		return seconds > 0 ? (times.length - 1) / seconds : 0;
	}

	/** A workflow of its own, which remembers nothing yet. */
	async add(perSecond: number, options: INodeParameters) {
		this.count += 1;
		return await this.n8n.add(`once-${this.count}`, senderWith(this.target, perSecond, options));
	}

	async run(
		workflow: Awaited<ReturnType<Measuring['add']>>,
		messages: number,
		behaviour: Partial<Behaviour>,
	): Promise<OnceRun> {
		await this.simulator.begin(behaviour);
		const list = rows(messages, people);
		const before = memoryOf(this.pid, 'VmRSS');
		forgetPeakOf(this.pid);
		await workflow.run(list);
		const peak = memoryOf(this.pid, 'VmHWM');
		const seconds = await workflow.secondsOfLastRun();
		const { lost, doubled, rejected } = await outcomeOf(this.simulator, list);
		return {
			seconds,
			sendsPerSecond: await this.sendsPerSecond(),
			memory: peak - before,
			remembered: rememberedSize(this.n8n.userFolder, workflow.id),
			lost,
			doubled,
			rejected,
		};
	}

	async compare(comparison: Comparison, messages: number, isSecond: boolean): Promise<OnceRun> {
		const { scenario, perSecond, behaviour, options, more, faults } = comparison;
		const workflow = await this.add(perSecond, isSecond ? { ...options, ...more } : options);
		const run = await this.run(workflow, messages, {
			...behaviour,
			faults: isSecond ? faults : [],
		});
		say(`${scenario}, ${isSecond ? 'with' : 'without'}: ${describe(run)}`);
		return run;
	}

	/** All keys that a node remembers, and all of them once more. */
	async manyKeys(keys: number): Promise<ManyKeys> {
		const without = await this.run(await this.add(unlimited, key), keys, lifted);
		say(`${keys} keys, without: ${describe(without)}`);
		const workflow = await this.add(unlimited, { ...key, ...once });
		const first = await this.run(workflow, keys, lifted);
		say(`${keys} keys, with: ${describe(first)}`);
		// What is left out by the second run is lost in its eyes.
		const second = await this.run(workflow, keys, lifted);
		say(`${keys} keys, again: ${describe(second)}`);
		return { keys, without, first, again: { ...second, lost: 0 }, sentAgain: keys - second.lost };
	}
}

const describe = ({ seconds, sendsPerSecond, memory, remembered, lost, doubled }: OnceRun) =>
	`${seconds.toFixed(1)} s, ${sendsPerSecond.toFixed(0)}/s, ${(memory / 2 ** 20).toFixed(0)} MB, ` +
	`row of ${remembered}, ${lost} lost, ${doubled} doubled`;

/** What Send Once and looks cost, in a real n8n with its own database. */
export async function measureOnce(sizes: Sizes): Promise<OnceFigures> {
	if (!canMeasureProcesses) throw new Error('This part reads /proc, which only Linux has.');
	const simulator = await RemoteSimulator.start(people);
	let n8n: BenchN8n | undefined;
	try {
		const target: Target = { url: simulator.url, credentialId: 'benchOnce' };
		n8n = await BenchN8n.start([target]);
		const measuring = new Measuring(n8n, simulator, target, serverProcess());
		const warm = await measuring.add(unlimited, { ...key, ...once });
		await measuring.run(warm, Math.min(warmUpMessages, sizes.onceMessages), lifted);
		const pairs: OnceFigures['pairs'] = comparisons.map(({ scenario }) => ({
			scenario,
			messages: scenario === 'looks' ? sizes.messages : sizes.onceMessages,
			without: [],
			with: [],
		}));
		for (let round = 0; round < sizes.rounds; round += 1) {
			for (const [index, comparison] of comparisons.entries()) {
				for (const which of alternating(['without', 'with'] as const, round)) {
					const { messages } = pairs[index]!;
					const run = await measuring.compare(comparison, messages, which === 'with');
					pairs[index]![which].push(run);
				}
			}
		}
		return {
			limit,
			latencyMs,
			lostPercent,
			pairs,
			manyKeys: await measuring.manyKeys(sizes.onceKeys),
		};
	} finally {
		await n8n?.stop();
		await simulator.stop();
	}
}
