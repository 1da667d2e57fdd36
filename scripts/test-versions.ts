/**
 * npm run test:versions [-- <part of a version> ...]
 *
 * Installs the packed package in every n8n of the matrix, the way n8n installs a community package,
 * runs the end-to-end tests of what a workflow can do there, and prints what passed. The last run of
 * the whole matrix is kept in docs/versions.md.
 */
import { writeFileSync } from 'node:fs';

import { ensureBuilt } from '../test/harness/build';
import { formatted } from '../test/harness/markdown';
import { reportOfJest } from './jest';
import { runProgram, toolFile } from '../test/harness/tools';
import { inProject } from '../test/harness/project';
import { pack } from './scan/tarball';
import { cellsOf, allFiles, titles, allVersions, type Version } from './versions/matrix';
import { tableOf, versionsPage, versionsPath, type Row } from './versions/page';
import { runMain } from '../test/harness/main';
import { inTemporaryFolder } from '../test/harness/temporaryFolder';

/** Each version runs in a process of its own: which n8n that is, is settled when the code loads. */
async function run(version: Version, tarball: string): Promise<{ code: number; row: Row }> {
	const env = { ...process.env, N8N_UNDER_TEST: version.folder, PACKAGE_UNDER_TEST: tarball };
	const installed = await runProgram(toolFile('tsx'), ['scripts/n8n.ts'], env, 30);
	if (installed !== 0) {
		return { code: installed, row: { version, cells: titles.map(() => 'not installed') } };
	}
	const files = `test/e2e/(${allFiles.join('|')})\\.test\\.ts$`;
	const { code, report } = await reportOfJest(
		'test/e2e/jest.config.js',
		[`--testPathPatterns=${files}`],
		env,
	);
	const cells = report ? cellsOf(report) : titles.map(() => 'did not run');
	return { code, row: { version, cells } };
}

async function main(): Promise<number> {
	const wanted = process.argv.slice(2);
	const versions = allVersions.filter(
		({ n8n }) => wanted.length === 0 || wanted.some((part) => n8n.includes(part)),
	);
	if (versions.length === 0) {
		const known = allVersions.map(({ n8n }) => n8n).join(', ');
		throw new Error(`No version matches. There are ${known}.`);
	}
	ensureBuilt();
	return await inTemporaryFolder('versions', async (folder) => {
		const { file } = await pack(folder);
		const rows: Row[] = [];
		let worst = 0;
		for (const version of versions) {
			process.stderr.write(`n8n ${version.n8n} on Node.js ${version.node}\n`);
			const { code, row } = await run(version, file);
			worst = Math.max(worst, code);
			rows.push(row);
		}
		process.stdout.write(await formatted(tableOf(rows)));
		if (versions.length === allVersions.length) {
			writeFileSync(inProject(versionsPath), await formatted(versionsPage(rows)));
		}
		return worst;
	});
}

runMain(main);
