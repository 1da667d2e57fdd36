/**
 * npm run schemas
 *
 * Runs each operation once through n8n's own engine against a local simulator and writes what its
 * output looks like to nodes/TencentChatDesk/__schema__. n8n's editor shows it before the first run.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startSimulator } from '../simulator';
import { ensureBuilt } from '../test/harness/build';
import { catalogue, outputOf, schemaText } from '../test/harness/schemas/catalogue';
import { schemaFolder } from '../test/harness/schemas/folder';
import { runMain } from '../test/harness/main';

async function main(): Promise<void> {
	ensureBuilt();
	const simulator = await startSimulator({ behaviour: { rateLimit: null } });
	try {
		const texts = new Map<string, string>();
		for (const entry of catalogue) {
			const file = join(schemaFolder, entry.resource, `${entry.operation}.json`);
			texts.set(file, schemaText(await outputOf(simulator, entry)));
		}
		rmSync(schemaFolder, { recursive: true, force: true });
		for (const [file, text] of texts) {
			mkdirSync(join(file, '..'), { recursive: true });
			writeFileSync(file, text);
		}
		console.log(`${texts.size} previews written to ${schemaFolder}`);
	} finally {
		await simulator.close();
	}
}

runMain(main);
