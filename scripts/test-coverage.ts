/**
 * npm run test:coverage [-- jest arguments]
 *
 * Which lines and branches of the package the tests that need no n8n server go through. A report to
 * browse is in .cache/coverage/; the totals of the last whole run are kept in docs/coverage.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';

import { ensureBuilt } from '../test/harness/build';
import { formatted, generatedBy, table } from '../test/harness/markdown';
import { runJest } from './jest';
import { inProject, PROJECT_FOLDER } from '../test/harness/project';
import { runMain } from '../test/harness/main';

const PAGE = inProject('docs', 'coverage.md');
const SUMMARY = inProject('.cache', 'coverage', 'coverage-summary.json');

interface Counts {
	total: number;
	covered: number;
}

type Summary = Record<string, Record<'lines' | 'branches', Counts>>;

const percent = ({ total, covered }: Counts) =>
	total === 0 ? '–' : `${((covered / total) * 100).toFixed(1)} %`;

/** The rooms of the house: the folder below `nodes/<node>/`, or what stands before that. */
const roomOf = (file: string) => {
	const parts = file.slice(PROJECT_FOLDER.length + 1).split(sep);
	return parts.slice(0, Math.min(3, parts.length - 1)).join('/');
};

function rowsOf(summary: Summary): string[][] {
	const rooms = new Map<string, Record<'lines' | 'branches', Counts>>();
	for (const [file, counts] of Object.entries(summary)) {
		const room = file === 'total' ? '**together**' : roomOf(file);
		const sum = rooms.get(room) ?? {
			lines: { total: 0, covered: 0 },
			branches: { total: 0, covered: 0 },
		};
		for (const what of ['lines', 'branches'] as const) {
			sum[what].total += counts[what].total;
			sum[what].covered += counts[what].covered;
		}
		rooms.set(room, sum);
	}
	return [...rooms]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([room, { lines, branches }]) => [room, percent(lines), percent(branches)]);
}

async function main(): Promise<number> {
	ensureBuilt();
	const args = process.argv.slice(2);
	const code = await runJest('test/config/coverage.js', args);
	const rows = rowsOf(JSON.parse(readFileSync(SUMMARY, 'utf8')) as Summary);
	const page = await formatted(
		`${generatedBy('test:coverage')}

# Coverage

What the tests that need no n8n server go through. At least 95 % of the lines and 90 % of the branches
are demanded. Last run: ${new Date().toISOString().slice(0, 10)}; \`npm run test:coverage\` repeats it.

${table(['folder', 'lines', 'branches'], rows)}
`,
	);
	process.stdout.write(page);
	if (args.length === 0 && code === 0) writeFileSync(PAGE, page);
	return code;
}

runMain(main);
