/**
 * npm test [-- [--whole] [jest arguments]]
 *
 * Builds the package and runs every test that needs no n8n server. A hostile server and odd values
 * for every operation have their turn in part, and with --whole in full. The last line of the output
 * counts the tests.
 */
import { ensureBuilt } from '../test/harness/build';
import { runJest } from './jest';
import { runMain } from '../test/harness/main';

/**
 * Megabytes that a process may keep before it collects what is unused. Node would wait for longer
 * on a large machine, and a run would take all of a small one. A worker begins a file with up to what
 * jest.config.js lets it keep, and the largest file takes 200 more.
 */
const heap = { part: 500, whole: 700 };

const withLittleMemory = (isWhole: boolean): NodeJS.ProcessEnv => ({
	...process.env,
	...(isWhole && { TESTS: 'whole' }),
	NODE_OPTIONS:
		`${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=${isWhole ? heap.whole : heap.part}`.trim(),
});

async function main(): Promise<number> {
	ensureBuilt();
	const given = process.argv.slice(2);
	const args = given.filter((argument) => argument !== '--whole');
	return await runJest('jest.config.js', args, withLittleMemory(args.length < given.length));
}

runMain(main);
