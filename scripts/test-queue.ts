/**
 * npm run test:queue [-- jest arguments]
 *
 * Builds the package, installs n8n when needed, and runs the tests of n8n's queue mode, which need
 * Redis and PostgreSQL (on Debian, and as root, they are installed when missing). The last line of
 * the output counts the tests.
 */
import { ensureBuilt } from '../test/harness/build';
import { runMain } from '../test/harness/main';
import { ensureN8n } from '../test/harness/n8n';
import { runJest } from './jest';

async function main(): Promise<number> {
	ensureBuilt();
	await ensureN8n();
	return await runJest('test/queue/jest.config.js', process.argv.slice(2));
}

runMain(main);
