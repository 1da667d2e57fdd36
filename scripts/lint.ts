/**
 * npm run lint
 *
 * Checks rules (eslint, no warnings), layout (prettier), types (tsc), arrows (dependency-cruiser), the links of the
 * documentation and whether its generated pages are what the code says. Runs all of them, so that
 * one call shows everything that is wrong.
 */
import { runProgram, toolFile } from '../test/harness/tools';
import { runMain } from '../test/harness/main';

/** Where the arrows of the design begin and end. */
const linkedFolders = ['nodes', 'credentials', 'simulator', 'scripts', 'bench', 'test'];

const checks: Array<[name: string, file: string, args: string[]]> = [
	['eslint', toolFile('eslint'), ['--max-warnings', '0', '.']],
	['prettier', toolFile('prettier'), ['--check', '--log-level', 'warn', '.']],
	['types', require.resolve('typescript/bin/tsc'), ['--noEmit', '-p', 'tsconfig.check.json']],
	['arrows', toolFile('dependency-cruiser', 'depcruise'), linkedFolders],
	['links', toolFile('remark-cli', 'remark'), ['--frail', '--quiet', '--no-stdout', '.']],
	['generated pages', toolFile('tsx'), ['scripts/docs.ts', '--check']],
];

async function main(): Promise<number> {
	let failed = 0;
	for (const [name, file, args] of checks) {
		const code = await runProgram(file, args);
		console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}`);
		if (code !== 0) failed += 1;
	}
	return failed === 0 ? 0 : 1;
}

runMain(main);
