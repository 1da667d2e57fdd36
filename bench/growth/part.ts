import type { GrowthFigures, GrowthOfSize } from '../figures';
import { canMeasureProcesses } from '../n8n/processOf';
import type { Sizes } from '../options';
import { rows } from '../recipients';
import { runService } from '../service';
import { startRemoteSimulator } from '../simulator/client';
import type { RemoteSimulator } from '../simulator/client';
import { outcomeOf } from '../simulator/outcome';
import { alternating, spreadOf } from '../statistics';
import { peerPackages } from './peerPackage';
import type { GrowthInput, GrowthReport } from './service';

const PEERS = ['own', 'http'] as const;

type GrowthPeer = (typeof PEERS)[number];

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

const say = (text: string) => process.stderr.write(`  ${text}\n`);

async function runOnce(simulator: RemoteSimulator, input: GrowthInput): Promise<GrowthReport> {
	await simulator.begin({ rateLimit: null });
	const report = await runService<GrowthReport>('growth/service.ts', {
		nodeFlags: ['--expose-gc'],
		input,
	});
	const { lost, doubled } = await outcomeOf(simulator, rows(input.items));
	const wrong = report.failed + lost + doubled;
	if (wrong > 0) {
		throw new Error(
			`${input.peer}, ${input.items} items: ${report.failed} failed, ${lost} lost, ${doubled} doubled`,
		);
	}
	const perItem = (report.seconds * 1000) / input.items;
	const megabytes = (report.peak - report.before) / MEGABYTE;
	say(
		`${input.items} items, ${input.peer}: ${perItem.toFixed(2)} ms each, ${megabytes.toFixed(0)} MB`,
	);
	return report;
}

function figuresOf(items: number, reports: GrowthReport[]): GrowthOfSize {
	return {
		items,
		time: spreadOf(reports.map(({ seconds }) => (seconds * 1000) / items)),
		memory: spreadOf(reports.map(({ peak, before }) => (peak - before) / KILOBYTE / items)),
		peak: spreadOf(reports.map(({ peak }) => peak / MEGABYTE)),
	};
}

/** Time and memory per item as the number of items grows, in n8n's engine without its server. */
export async function measureGrowth(sizes: Sizes): Promise<GrowthFigures> {
	if (!canMeasureProcesses) throw new Error('The growth part reads /proc, which only Linux has.');
	const simulator = await startRemoteSimulator();
	const packages = peerPackages();
	const figures: GrowthFigures = { own: [], http: [] };
	try {
		for (const items of sizes.growth) {
			const reports: Record<GrowthPeer, GrowthReport[]> = { own: [], http: [] };
			for (let round = 0; round < sizes.rounds; round += 1) {
				for (const peer of alternating(PEERS, round)) {
					const packageFolder = packages[peer];
					const input = { peer, items, simulatorUrl: simulator.url, packageFolder };
					reports[peer].push(await runOnce(simulator, input));
				}
			}
			for (const peer of PEERS) figures[peer].push(figuresOf(items, reports[peer]));
		}
		return figures;
	} finally {
		await simulator.stop();
	}
}
