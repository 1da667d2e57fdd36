/**
 * npm run scan
 *
 * The gate for n8n's verified community nodes, offline: n8n's own scanner over the source and over
 * the packed tarball, what the tarball holds, and whether it loads where nothing else is installed.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { ensureBuilt } from '../test/harness/build';
import { projectFolder } from '../test/harness/project';
import { loadInstalled } from './scan/installation';
import { problemsWithNotices } from './scan/notices';
import { differencesOfSecondBuild } from './scan/rebuild';
import { loadScanner } from './scan/scanner';
import type { Verdict } from './scan/scanner';
import { pack, problemsWithContent, problemsWithRequires } from './scan/tarball';
import { copySource, plantInPublished, plantInSource } from './scan/violations';
import { runMain } from '../test/harness/main';
import { inTemporaryFolder } from '../test/harness/temporaryFolder';

/** Problems of one check, by the check's name. */
type Findings = Array<[check: string, problems: string[]]>;

const violations = ({ passed, message, details }: Verdict): string[] =>
	passed ? [] : [details ?? message ?? 'The scanner gave no reason'];

/** A scan that cannot fail proves nothing: each planted violation has to be named. */
const overlooked = ({ passed, details = '' }: Verdict, rules: string[]): string[] =>
	rules
		.filter((rule) => passed || !details.includes(rule))
		.map((rule) => `A planted violation of ${rule} was not found`);

async function check(folder: string): Promise<Findings> {
	const scanner = await loadScanner();
	const tarball = await pack(folder);

	const brokenSource = join(folder, 'broken-source');
	mkdirSync(brokenSource);
	copySource(brokenSource);
	const brokenInSource = plantInSource(brokenSource);

	const brokenTarball = join(folder, 'broken-tarball');
	cpSync(tarball.folder, brokenTarball, { recursive: true });
	const brokenInTarball = plantInPublished(brokenTarball);

	const findings: Findings = [
		[
			'planted violations are found in source',
			overlooked(await scanner.source(brokenSource), brokenInSource),
		],
		[
			'planted violations are found in the tarball',
			overlooked(await scanner.published(brokenTarball), brokenInTarball),
		],
		['source passes the scanner', violations(await scanner.source(projectFolder))],
		['tarball passes the scanner', violations(await scanner.published(tarball.folder))],
		[
			`tarball holds what it should (${tarball.files.length} files, ${tarball.size} bytes)`,
			problemsWithContent(tarball),
		],
		['tarball requires its own files, n8n-workflow and crypto only', problemsWithRequires(tarball)],
		['tarball names the licence of every package in it', problemsWithNotices(tarball)],
		['a second build, elsewhere, has the same bytes', differencesOfSecondBuild(folder)],
	];
	try {
		const names = await loadInstalled(tarball, folder);
		findings.push([`tarball loads in an empty folder (${names.join(', ')})`, []]);
	} catch (error) {
		findings.push(['tarball loads in an empty folder', [(error as Error).message]]);
	}
	return findings;
}

async function main(): Promise<number> {
	ensureBuilt();
	return await inTemporaryFolder('scan', async (folder) => {
		const findings = await check(folder);
		for (const [name, problems] of findings) {
			console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
			for (const problem of problems) console.log(problem);
		}
		return findings.every(([, problems]) => problems.length === 0) ? 0 : 1;
	});
}

runMain(main);
