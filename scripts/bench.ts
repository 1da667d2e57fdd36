/**
 * npm run bench [-- --only throughput|callbacks|cpu|growth|start] [--quick]
 *
 * Measures this node beside n8n's own in the real n8n of n8n/ and writes bench/RESULTS.md. A goal
 * that is missed is a result, not a failure; a message of this node that is lost or doubled is one.
 */
import { relative } from 'node:path';

import { measureCpu } from '../bench/cpu/part';
import { measureCallbacks } from '../bench/callbacks/part';
import type { Figures, Kept } from '../bench/figures';
import { measureGrowth } from '../bench/growth/part';
import { keep, readKept } from '../bench/keeping';
import { machine } from '../bench/machine';
import { readOptions } from '../bench/options';
import type { Part, Sizes } from '../bench/options';
import { goalsOf } from '../bench/report/goals';
import { measureStart } from '../bench/start/part';
import { measureThroughput } from '../bench/throughput/part';
import { ensureBuilt } from './build';
import { ensureN8n } from './n8n';
import { PROJECT_FOLDER } from './project';
import { runMain } from './main';

const measure: { [Name in Part]: (sizes: Sizes) => Figures[Name] | Promise<Figures[Name]> } = {
	start: measureStart,
	throughput: measureThroughput,
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
function harm({ throughput, callbacks }: Kept): number {
	const sent = throughput?.figures.series.filter(({ peer }) => peer === 'own') ?? [];
	const runs = [...sent.flatMap((series) => series.runs), ...(callbacks?.figures.trigger ?? [])];
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
	console.log(`\nThe report is in ${relative(PROJECT_FOLDER, report)}`);
	if (harm(justNow) === 0) return 0;
	console.error('Messages were lost or doubled.');
	return 1;
}

runMain(main);
