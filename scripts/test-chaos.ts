/**
 * npm run test:chaos [-- jest arguments]
 *
 * Thousands of messages over a bad network; and in full what "npm test" does in part: a hostile server
 * and odd values for every operation. One file runs at a time, so that what depends on speed can be told.
 */
import { ensureBuilt } from '../test/harness/build';
import { runJest } from './jest';
import { runMain } from '../test/harness/main';

async function main(): Promise<number> {
	ensureBuilt();
	const files = ['test/chaos', 'test/engine/hostileServer', 'test/property'];
	const args = ['--maxWorkers=1', ...files, ...process.argv.slice(2)];
	return await runJest('jest.config.js', args, { ...process.env, TESTS: 'whole' });
}

runMain(main);
