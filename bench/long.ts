/**
 * npm run test:long [-- <messages>]
 *
 * 200,000 messages through one n8n process, in executions of 1,000, while the trigger receives
 * callbacks and starts executions of its own. Fails when a message is lost or doubled, or when more
 * than 10 % more memory is in use after the last tenth than after the first. The last full run is
 * kept in docs/long-run.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { LongRun, MESSAGES } from './long/run';
import { pageOf } from './long/page';
import { ensureBuilt } from '../test/harness/build';
import { formatted } from '../test/harness/markdown';
import { ensureN8n } from '../test/harness/n8n';
import { inProject } from '../test/harness/project';
import { runMain } from '../test/harness/main';
import { inTemporaryFolder } from '../test/harness/temporaryFolder';

const PAGE = inProject('docs', 'long-run.md');

async function main(): Promise<number> {
	const messages = Number(process.argv[2] ?? MESSAGES);
	if (!Number.isInteger(messages) || messages < 10_000 || messages % 10_000 !== 0) {
		throw new Error('The number of messages is a multiple of 10,000.');
	}
	ensureBuilt();
	await ensureN8n();
	return await inTemporaryFolder('long', async (folder) => {
		const figures = await new LongRun(messages, join(folder, 'memory.json')).measure();
		const page = await formatted(pageOf(figures, new Date()));
		process.stdout.write(page);
		if (messages === MESSAGES) writeFileSync(PAGE, page);
		return figures.holds ? 0 : 1;
	});
}

runMain(main);
