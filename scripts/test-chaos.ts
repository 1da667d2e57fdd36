/**
 * npm run test:chaos [-- jest arguments]
 *
 * Thousands of messages over a bad network. One file runs at a time, so that what depends on speed
 * can be told.
 */
import { ensureBuilt } from '../test/harness/build';
import { runJest } from './jest';
import { runMain } from '../test/harness/main';

async function main(): Promise<number> {
	ensureBuilt();
	const args = ['--maxWorkers=1', ...process.argv.slice(2)];
	return await runJest('jest.config.js', args, { ...process.env, TESTS: 'chaos' });
}

runMain(main);
