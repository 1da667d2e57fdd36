/**
 * npm run test:mutation [-- Stryker arguments]
 *
 * Changes the code of the signature, the delivery and the messages in one place at a time, and counts
 * the changes that a test notices. The report to browse is .cache/stryker/report.html; the totals of
 * the last whole run are kept in docs/mutation.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { ensureBuilt } from '../test/harness/build';
import { formatted, generatedBy, table } from '../test/harness/markdown';
import { inProject } from '../test/harness/project';
import { runProgram, toolFile } from '../test/harness/tools';
import { runMain } from '../test/harness/main';

const PAGE = inProject('docs', 'mutation.md');
const REPORT = inProject('.cache', 'stryker', 'report.json');
/** Minutes. */
const LONGEST_RUN = 240;

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError';

interface Report {
	files: Record<string, { mutants: Array<{ status: Status }> }>;
}

const folderOf = (file: string) => file.split('/').slice(0, -1).join('/');

/** A line for each folder, and one for all: changes, noticed, unnoticed, never run, score. */
function rowsOf({ files }: Report): string[][] {
	const folders = new Map<string, Status[]>();
	for (const [file, { mutants }] of Object.entries(files)) {
		const statuses = mutants.map(({ status }) => status);
		for (const name of [folderOf(file), '**together**']) {
			folders.set(name, [...(folders.get(name) ?? []), ...statuses]);
		}
	}
	return [...folders]
		.filter(([, statuses]) => statuses.some((status) => status !== 'Ignored'))
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([name, statuses]) => {
			const count = (...wanted: Status[]) =>
				statuses.filter((status) => wanted.includes(status)).length;
			const noticed = count('Killed', 'Timeout');
			const [unnoticed, neverRun] = [count('Survived'), count('NoCoverage')];
			const all = noticed + unnoticed + neverRun;
			const score = `${((noticed / all) * 100).toFixed(1)} %`;
			return [name, ...[all, noticed, unnoticed, neverRun].map(String), score];
		});
}

async function main(): Promise<number> {
	ensureBuilt();
	const args = process.argv.slice(2);
	const code = await runProgram(
		toolFile('@stryker-mutator/core', 'stryker'),
		['run', ...args],
		process.env,
		LONGEST_RUN,
	);
	const rows = rowsOf(JSON.parse(readFileSync(REPORT, 'utf8')) as Report);
	const page = await formatted(
		`${generatedBy('test:mutation')}

# Mutation testing

[Stryker](https://stryker-mutator.io) changes the code of the credential, the delivery and the messages
in one place at a time; a change that no test notices shows a gap in the tests. What runs only once,
while a file is loaded, is left out. At least 85 % have to be noticed. Last run: ${new Date().toISOString().slice(0, 10)}; \`npm run test:mutation\` repeats it.

${table(['folder', 'changes', 'noticed', 'unnoticed', 'in code that no test runs', 'noticed'], rows)}
`,
	);
	process.stdout.write(page);
	if (args.length === 0) writeFileSync(PAGE, page);
	return code;
}

runMain(main);
