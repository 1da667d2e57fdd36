/**
 * npm run test:chaos [-- jest arguments]
 *
 * Thousands of messages over a bad network, one run after the other: what "npm test" does in part.
 */
import { ensureBuilt } from './build';
import { runJest } from './jest';
import { runMain } from './main';

async function main(): Promise<number> {
	ensureBuilt();
	const args = ['--runInBand', 'test/chaos', ...process.argv.slice(2)];
	return await runJest('jest.config.js', args, { ...process.env, CHAOS: 'whole' });
}

runMain(main);
