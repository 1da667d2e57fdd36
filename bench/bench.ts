/**
 * npm run bench [-- --only throughput|once|callbacks|cpu|growth|start] [--quick]
 *
 * Measures this node beside n8n's own in the real n8n of n8n/ and writes bench/RESULTS.md. A goal
 * that is missed is a result, not a failure; a message of this node that is lost or doubled is one.
 */
import { relative } from 'node:path';

import { measureCpu } from './cpu/suite';
import { measureCallbacks } from './callbacks/suite';
import type { Figures, Kept } from './figures';
import { measureGrowth } from './growth/suite';
import { keep, readKept } from './keeping';
import { machine } from './machine';
import { measureOnce } from './once/suite';
import { readOptions } from './options';
import type { Part, Sizes } from './options';
import { goalsOf } from './report/goals';
import { measureStart } from './start/suite';
import { measureThroughput } from './throughput/suite';
import { ensureBuilt } from '../test/harness/build';
import { ensureN8n } from '../test/harness/n8n';
import { projectFolder } from '../test/harness/project';
import { runMain } from '../test/harness/main';

const measure: { [Name in Part]: (sizes: Sizes) => Figures[Name] | Promise<Figures[Name]> } = {
	start: measureStart,
	throughput: measureThroughput,
	once: measureOnce,
	cpu: measureCpu,
	growth: measureGrowth,
	callbacks: measureCallbacks,
};

async function measured<Name extends Part>(part: Name, sizes: Sizes): Promise<Kept[Name]> {
	process.stderr.write(`Measuring: ${part}\n`);
	const figures = await measure[part](sizes);
	const measuredAt = new Date().toISOString().slice(0, 16).replace('T', ' ');
	return { measuredAt, machine: machine(), figures } as Kept[Name];
}

/** Messages of ours that went missing or arrived twice: what must never happen. */
function harm({ throughput, once, callbacks }: Kept): number {
	const sent = throughput?.figures.series.filter(({ peer }) => peer === 'own') ?? [];
	const pairs = once?.figures.pairs.flatMap((pair) => [...pair.without, ...pair.with]) ?? [];
	const runs = [
		...sent.flatMap((series) => series.runs),
		...pairs,
		...(callbacks?.figures.trigger ?? []),
	];
	return runs.reduce((sum, run) => sum + run.lost + run.doubled, 0);
}

async function main(): Promise<number> {
	const { parts, quick, sizes } = readOptions(process.argv.slice(2));
	ensureBuilt();
	await ensureN8n();
	let kept = readKept(quick);
	let report = '';
	for (const part of parts) {
		kept = { ...kept, [part]: await measured(part, sizes) };
		// After every part, so that a failure of a later one does not cost the earlier ones.
		report = await keep(kept, quick);
	}
	const justNow: Kept = Object.fromEntries(parts.map((part) => [part, kept[part]]));
	for (const { goal, measured: value, met } of goalsOf(justNow)) {
		console.log(`${met ? 'met   ' : 'MISSED'}  ${goal}: ${value}`);
	}
	console.log(`\nThe report is in ${relative(projectFolder, report)}`);
	if (harm(justNow) === 0) return 0;
	console.error('Messages were lost or doubled.');
	return 1;
}

runMain(main);
