import { generatedBy } from '../../test/harness/markdown';
import type { Kept } from '../figures';
import { machineInWords } from '../machine';
import { parts } from '../options';
import type { Part } from '../options';
import { callbackSection } from './callbacks';
import { cpuSection } from './cpu';
import { goalsOf } from './goals';
import { growthSection } from './growth';
import { onceSection } from './once';
import { startSection } from './start';
import { wordTable } from './text';
import { throughputSection } from './throughput';

function conditions(kept: Kept): string {
	const rows = parts.flatMap((part): string[][] => {
		const entry = kept[part];
		return entry ? [[part, entry.measuredAt, machineInWords(entry.machine)]] : [];
	});
	return wordTable(['part', 'measured at (UTC)', 'on'], rows);
}

function goals(kept: Kept): string[] {
	const rows = goalsOf(kept).map(({ goal, measured, met }) => [
		goal,
		measured,
		met ? 'met' : '**missed**',
	]);
	return rows.length > 0 ? ['## Goals', wordTable(['goal', 'measured', ''], rows)] : [];
}

function section(kept: Kept, part: Part): string[] {
	switch (part) {
		case 'start':
			return kept.start ? startSection(kept.start.figures) : [];
		case 'throughput':
			return kept.throughput ? throughputSection(kept.throughput.figures) : [];
		case 'once':
			return kept.once ? onceSection(kept.once.figures) : [];
		case 'cpu':
			return kept.cpu ? cpuSection(kept.cpu.figures) : [];
		case 'growth':
			return kept.growth ? growthSection(kept.growth.figures) : [];
		case 'callbacks':
			return kept.callbacks ? callbackSection(kept.callbacks.figures) : [];
	}
}

const order: Part[] = ['throughput', 'once', 'callbacks', 'cpu', 'growth', 'start'];

/** The whole report in Markdown. */
export function results(kept: Kept, quick: boolean): string {
	return (
		[
			generatedBy('bench'),
			'# Bench',
			...(quick
				? ['**A quick run: it shows that everything works; its figures mean nothing.**']
				: []),
			"How fast messages leave a real n8n, against a local simulator of Tencent's REST API in a process of its own, and how fast callbacks enter it. Within a part everything is measured in one run on one machine, the peers in alternation. `npm run bench` repeats it.",
			conditions(kept),
			...goals(kept),
			...order.flatMap((part) => section(kept, part)),
			'',
		]
			.join('\n\n')
			.trimEnd() + '\n'
	);
}
