/**
 * npm run docs
 *
 * Writes the pages of docs/ that follow from the code: the operations, the error codes, and the
 * first mistakes, which it makes in n8n's engine against a local simulator.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { ensureBuilt } from './build';
import { makeMistakes } from './docs/firstMistakes';
import { MISTAKES_PATH, mistakesPage } from './docs/mistakesPage';
import { OPERATIONS_FOLDER, pagesFromCode } from './docs/pages';
import { inProject } from './project';
import { runMain } from './main';

async function main(): Promise<void> {
	ensureBuilt();
	const pages = await pagesFromCode();
	pages.set(MISTAKES_PATH, await mistakesPage(await makeMistakes()));
	// A resource that is gone takes its page with it.
	rmSync(inProject(OPERATIONS_FOLDER), { recursive: true, force: true });
	for (const [path, text] of pages) {
		mkdirSync(dirname(inProject(path)), { recursive: true });
		writeFileSync(inProject(path), text);
	}
	console.log(`${pages.size} pages written to docs/`);
}

runMain(main);
