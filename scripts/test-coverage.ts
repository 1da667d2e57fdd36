/**
 * npm run test:coverage [-- jest arguments]
 *
 * Which lines and branches of the package the tests that need no n8n server go through. At least 95 %
 * of the lines and 90 % of the branches are demanded. A report to browse is in .cache/coverage/.
 */
import { ensureBuilt } from '../test/harness/build';
import { runMain } from '../test/harness/main';
import { runJest } from './jest';

runMain(async () => {
	ensureBuilt();
	return await runJest('test/config/coverage.js', process.argv.slice(2));
});
