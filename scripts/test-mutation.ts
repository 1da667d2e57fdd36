/**
 * npm run test:mutation [-- Stryker arguments]
 *
 * Changes the code of the signature, the delivery and the messages in one place at a time, and counts
 * the changes that a test notices. A report to browse is .cache/stryker/report.html.
 */
import { ensureBuilt } from '../test/harness/build';
import { runMain } from '../test/harness/main';
import { runProgram, toolFile } from '../test/harness/tools';

const maxRunMinutes = 240;

runMain(async () => {
	ensureBuilt();
	const stryker = toolFile('@stryker-mutator/core', 'stryker');
	const args = ['run', ...process.argv.slice(2)];
	return await runProgram(stryker, args, process.env, maxRunMinutes);
});
