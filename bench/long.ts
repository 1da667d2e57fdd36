/**
 * npm run test:long [-- <messages>]
 *
 * 200,000 messages through one n8n process, in executions of 1,000, while the trigger receives
 * callbacks and starts executions of its own. Fails when a message is lost or doubled, or when more
 * than 10 % more memory is in use after the last tenth than after the first.
 */
import { join } from 'node:path';

import { LongRun, allMessages } from './long/run';
import { ensureBuilt } from '../test/harness/build';
import { ensureN8n } from '../test/harness/n8n';
import { runMain } from '../test/harness/main';
import { inTemporaryFolder } from '../test/harness/temporaryFolder';

async function main(): Promise<number> {
	const messages = Number(process.argv[2] ?? allMessages);
	if (!Number.isInteger(messages) || messages < 10_000 || messages % 10_000 !== 0) {
		throw new Error('The number of messages is a multiple of 10,000.');
	}
	ensureBuilt();
	await ensureN8n();
	return await inTemporaryFolder('long', async (folder) => {
		const figures = await new LongRun(messages, join(folder, 'memory.json')).measure();
		console.log(figures);
		return figures.holds ? 0 : 1;
	});
}

runMain(main);
