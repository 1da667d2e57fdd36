import { growthPeers } from '../figures';
import type { GrowthFigures, GrowthMeasures, GrowthOfSize, GrowthPeer } from '../figures';
import { canMeasureProcesses } from '../n8n/processOf';
import type { Sizes } from '../options';
import { peerNames } from '../peers';
import { rows } from '../recipients';
import { runService, ServiceEnded } from '../../test/harness/service';
import { RemoteSimulator } from '../../test/harness/remoteSimulator';
import { recipients } from '../recipients';
import { outcomeOf } from '../outcome';
import { alternating, spreadOf } from '../statistics';
import { peerPackages } from './peerPackage';
import type { GrowthInput, GrowthReport } from './service';

const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

const say = (text: string) => process.stderr.write(`  ${text}\n`);

interface GrowthRun {
	/** Absent when the process ended before the run did. */
	report?: GrowthReport;
	/** Items that did not arrive exactly once. */
	failed: number;
	reason?: string;
}

/** A process that starts everything at once can run out of memory: that is a result, too. */
async function runOnce(simulator: RemoteSimulator, input: GrowthInput): Promise<GrowthRun> {
	try {
		return await runToItsEnd(simulator, input);
	} catch (error) {
		if (input.peer === 'own' || !(error instanceof ServiceEnded)) throw error;
		say(`${input.items} items, ${peerNames[input.peer]}: the process ended (${error.how})`);
		return { failed: input.items, reason: `the process ended (${error.how})` };
	}
}

async function runToItsEnd(simulator: RemoteSimulator, input: GrowthInput): Promise<GrowthRun> {
	const { peer, items } = input;
	await simulator.begin({ rateLimit: null });
	const report = await runService<GrowthReport>('bench/growth/service.ts', {
		nodeFlags: ['--expose-gc'],
		input,
	});
	const { lost, doubled } = await outcomeOf(simulator, rows(items));
	const failed = lost + doubled;
	const perItem = (report.seconds * 1000) / items;
	const megabytes = (report.peak - report.before) / megabyte;
	say(
		`${items} items, ${peerNames[peer]}: ${perItem.toFixed(2)} ms each, ` +
			`${megabytes.toFixed(0)} MB, ${failed} failed${failed > 0 ? ` (${report.reason})` : ''}`,
	);
	if (peer === 'own' && failed > 0) throw new Error(`${lost} lost, ${doubled} doubled`);
	return { report, failed, ...(report.reason !== undefined && { reason: report.reason }) };
}

const measuresOf = (items: number, reports: GrowthReport[]): GrowthMeasures => ({
	time: spreadOf(reports.map(({ seconds }) => (seconds * 1000) / items)),
	memory: spreadOf(reports.map(({ peak, before }) => (peak - before) / kilobyte / items)),
	peak: spreadOf(reports.map(({ peak }) => peak / megabyte)),
});

function figuresOf(items: number, runs: GrowthRun[]): GrowthOfSize {
	const reason = runs.find((run) => run.failed > 0)?.reason;
	const reports = runs.flatMap(({ report }) => (report ? [report] : []));
	return {
		items,
		...(reports.length > 0 && { measures: measuresOf(items, reports) }),
		failed: Math.max(...runs.map(({ failed }) => failed)),
		...(reason !== undefined && { reason }),
	};
}

/** Time and memory per item as the number of items grows, in n8n's engine without its server. */
export async function measureGrowth(sizes: Sizes): Promise<GrowthFigures> {
	if (!canMeasureProcesses) throw new Error('The growth part reads /proc, which only Linux has.');
	const simulator = await RemoteSimulator.start(recipients);
	const packages = peerPackages();
	const figures: GrowthFigures = { own: [], http: [], httpFastBatches: [] };
	try {
		for (const items of sizes.growth) {
			const reports: Record<GrowthPeer, GrowthRun[]> = { own: [], http: [], httpFastBatches: [] };
			for (let round = 0; round < sizes.rounds; round += 1) {
				for (const peer of alternating(growthPeers, round)) {
					const packageFolder = packages[peer];
					const input = { peer, items, simulatorUrl: simulator.url, packageFolder };
					reports[peer].push(await runOnce(simulator, input));
				}
			}
			for (const peer of growthPeers) figures[peer].push(figuresOf(items, reports[peer]));
		}
		return figures;
	} finally {
		await simulator.stop();
	}
}
