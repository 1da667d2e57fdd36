import { growthPeers } from '../figures';
import type { GrowthFigures } from '../figures';
import { peerNames } from '../peers';
import { fixed, spread, table } from './text';

/** What was measured about growth, in words and a table. */
export function growthSection(figures: GrowthFigures): string[] {
	const rows = figures.own.flatMap((_, index) =>
		growthPeers.flatMap((peer) => {
			const size = figures[peer][index];
			if (!size) return [];
			return [
				[
					`${fixed(size.items, 0)} items, ${peerNames[peer]}`,
					...(size.measures
						? [
								spread(size.measures.time, 2),
								spread(size.measures.memory),
								spread(size.measures.peak, 0),
							]
						: ['-', '-', '-']),
					fixed(size.failed, 0),
				],
			];
		}),
	);
	const reasons = growthPeers.flatMap((peer) =>
		figures[peer].flatMap(({ items, reason }) =>
			reason === undefined
				? []
				: [`${peerNames[peer]}, ${fixed(items, 0)} items, the first failure: "${reason}".`],
		),
	);
	return [
		'## Growth',
		'![Peak memory per item](growth.svg)',
		"One node on so many items in n8n's engine (n8n-core) without the server, each run in a process of its own after a short warm-up, at no latency and without a limit. Expressions run inside the process here; the server evaluates them in a sandbox, which costs more for both. Memory is the peak of the process above what was in use before the run, divided by the items; V8 collects garbage late, so small runs show more of it than they need.",
		table(['', 'ms per item', 'kB per item', 'peak of the process, MB', 'failed'], rows),
		...reasons,
	];
}
