/**
 * npm test [-- jest arguments]
 *
 * Builds the package and runs every test that needs no n8n server. The last line of the output
 * counts the tests.
 */
import { ensureBuilt } from './build';
import { runJest } from './jest';
import { runMain } from './main';

async function main(): Promise<number> {
	ensureBuilt();
	return await runJest('jest.config.js', process.argv.slice(2));
}

runMain(main);
