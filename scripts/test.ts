/**
 * npm test [-- jest arguments]
 *
 * Builds the package and runs every test that needs no n8n server. The last line of the output
 * counts the tests.
 */
import { ensureBuilt } from '../test/harness/build';
import { runJest } from './jest';
import { runMain } from '../test/harness/main';

/**
 * Megabytes that a process may keep before it collects what is unused. Node would wait for longer
 * on a large machine, and a run would take all of a small one.
 */
const heap = 340;

const withLittleMemory = (): NodeJS.ProcessEnv => ({
	...process.env,
	NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=${heap}`.trim(),
});

async function main(): Promise<number> {
	ensureBuilt();
	return await runJest('jest.config.js', process.argv.slice(2), withLittleMemory());
}

runMain(main);
