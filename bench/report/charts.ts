import type { CpuFigures, GrowthFigures, Kept, Scenario, ThroughputFigures } from '../figures';
import { growthPeers } from '../figures';
import { peerNames } from '../peers';
import type { Peer } from '../peers';
import { summaryOf } from '../throughput/summary';
import { barChart } from './barChart';
import type { Bar, BarGroup } from './barChart';
import { fixed } from './text';

const peers = Object.keys(peerNames) as Peer[];

function throughputChart(figures: ThroughputFigures): string {
	const group = (heading: string, scenario: Scenario): BarGroup => ({
		heading,
		bars: peers.flatMap((peer): Bar[] => {
			const summary = summaryOf(figures, scenario, peer);
			if (!summary) return [];
			const value = summary.delivered.median;
			const lost = summary.lost > 0 ? `, ${fixed(summary.lost, 0)} lost` : '';
			return [
				{
					label: peerNames[peer],
					value,
					note: `${fixed(value, 0)}/s${lost}`,
					ours: peer === 'own',
				},
			];
		}),
	});
	const groups = [
		group(`Limit of ${figures.limit} a second, ${figures.latencyMs} ms`, 'fixedSecond'),
		group(`Limit lifted, ${figures.latencyMs} ms`, 'lifted'),
		group(`Limit lifted, TLS, ${figures.roundTripMs} ms a round trip`, 'tlsLifted'),
		group(`Limit of ${figures.limit} a second, TLS, ${figures.roundTripMs} ms a round trip`, 'tls'),
	];
	return barChart(
		'Messages delivered per second',
		groups.filter(({ bars }) => bars.length > 0),
	);
}

function cpuChart({ own, http }: CpuFigures): string {
	const bars = (
		[
			['own', own],
			['http', http],
		] as const
	).map(([peer, { total }]) => ({
		label: peerNames[peer],
		value: total.median,
		note: `${fixed(total.median, 2)} ms`,
		ours: peer === 'own',
	}));
	return barChart('CPU time per message', [{ heading: 'Whole n8n process', bars }]);
}

function growthChart(figures: GrowthFigures): string {
	const groups = figures.own.map(({ items }, index) => ({
		heading: `${fixed(items, 0)} items`,
		bars: growthPeers.flatMap((peer): Bar[] => {
			const size = figures[peer][index];
			if (!size?.measures) return [];
			const { memory, time } = size.measures;
			const value = memory.median;
			return [
				{
					label: peerNames[peer],
					value,
					note: `${fixed(value)} kB, ${fixed(time.median, 2)} ms${size.failed > 0 ? ', fails' : ''}`,
					ours: peer === 'own',
				},
			];
		}),
	}));
	return barChart('Peak memory per item (and time per item)', groups);
}

/** The pictures of the kept figures, by file name. */
export function chartsOf(kept: Kept): Record<string, string> {
	return {
		...(kept.throughput && { 'throughput.svg': throughputChart(kept.throughput.figures) }),
		...(kept.cpu && { 'cpu.svg': cpuChart(kept.cpu.figures) }),
		...(kept.growth && { 'growth.svg': growthChart(kept.growth.figures) }),
	};
}
