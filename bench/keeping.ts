import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { inProject } from '../scripts/project';
import type { Kept } from './figures';
import { chartsOf } from './report/charts';
import { results } from './report/results';

/** Quick runs leave the published report alone. */
const folderOf = (quick: boolean) =>
	quick ? inProject('.cache', 'bench', 'quick') : inProject('bench');

const figuresFile = (quick: boolean) =>
	inProject('.cache', 'bench', quick ? 'quick-figures.json' : 'figures.json');

/** The figures of earlier runs, so that a single part can be measured anew. */
export function readKept(quick: boolean): Kept {
	try {
		return JSON.parse(readFileSync(figuresFile(quick), 'utf8')) as Kept;
	} catch {
		return {};
	}
}

/** Keeps the figures and writes the report with its pictures. Returns the report's file. */
export function keep(kept: Kept, quick: boolean): string {
	const file = figuresFile(quick);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(kept));
	const folder = folderOf(quick);
	mkdirSync(folder, { recursive: true });
	for (const [name, svg] of Object.entries(chartsOf(kept))) writeFileSync(join(folder, name), svg);
	const report = join(folder, 'RESULTS.md');
	writeFileSync(report, results(kept, quick));
	return report;
}
