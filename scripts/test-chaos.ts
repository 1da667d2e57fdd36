/**
 * npm run test:chaos [-- [--whole] [jest arguments]]
 *
 * Thousands of messages over a bad network; with --whole, five thousand of each kind. One file runs
 * at a time, so that what depends on speed can be told.
 */
import { ensureBuilt } from '../test/harness/build';
import { runJest } from './jest';
import { runMain } from '../test/harness/main';

async function main(): Promise<number> {
	ensureBuilt();
	const given = process.argv.slice(2);
	const args = given.filter((argument) => argument !== '--whole');
	const tests = args.length < given.length ? 'wholeChaos' : 'chaos';
	return await runJest('jest.config.js', ['--maxWorkers=1', ...args], {
		...process.env,
		TESTS: tests,
	});
}

runMain(main);
