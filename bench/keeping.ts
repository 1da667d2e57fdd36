import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { inProject } from '../test/harness/project';
import type { Kept } from './figures';
import { chartsOf } from './report/charts';
import { results } from './report/results';

/** Quick runs leave the published report alone. */
const folderOf = (quick: boolean) =>
	quick ? inProject('.cache', 'bench', 'quick') : inProject('bench');

/** Raised when the shape of the figures changes: those of before are of no use then. */
const shape = 4;

const figuresFile = (quick: boolean) =>
	inProject('.cache', 'bench', `${quick ? 'quick-' : ''}figures-${shape}.json`);

/** The figures of earlier runs, so that a single part can be measured anew. */
export function readKept(quick: boolean): Kept {
	try {
		return JSON.parse(readFileSync(figuresFile(quick), 'utf8')) as Kept;
	} catch {
		return {};
	}
}

/** In the project's own style, so that generated files pass its checks. */
async function writeFormatted(file: string, text: string): Promise<void> {
	const style = await resolveConfig(file);
	writeFileSync(file, await format(text, { ...style, filepath: file }));
}

/** Keeps the figures and writes the report with its pictures. Returns the report's file. */
export async function keep(kept: Kept, quick: boolean): Promise<string> {
	const file = figuresFile(quick);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(kept));
	const folder = folderOf(quick);
	mkdirSync(folder, { recursive: true });
	for (const [name, svg] of Object.entries(chartsOf(kept))) writeFileSync(join(folder, name), svg);
	const report = join(folder, 'RESULTS.md');
	await writeFormatted(report, results(kept, quick));
	return report;
}
