/**
 * npm run docs [-- --check]
 *
 * Writes the pages of docs/ that follow from the code: the operations, the error codes, and the
 * first mistakes, which it makes in n8n's engine against a local simulator. With --check it writes
 * nothing and names the pages that differ; the mistakes are left to the tests, which need a build.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { ensureBuilt } from '../test/harness/build';
import { makeMistakes } from './docs/firstMistakes';
import { mistakesPath, mistakesPage } from './docs/mistakesPage';
import { operationsFolder, pagesFromCode } from './docs/pages';
import { inProject } from '../test/harness/project';
import { runMain } from '../test/harness/main';

async function write(): Promise<void> {
	ensureBuilt();
	const pages = await pagesFromCode();
	pages.set(mistakesPath, await mistakesPage(await makeMistakes()));
	// A resource that is gone takes its page with it.
	rmSync(inProject(operationsFolder), { recursive: true, force: true });
	for (const [path, text] of pages) {
		mkdirSync(dirname(inProject(path)), { recursive: true });
		writeFileSync(inProject(path), text);
	}
	console.log(`${pages.size} pages written to docs/`);
}

/** The pages that are not what the code says, or that nothing in the code speaks of. */
async function stalePages(): Promise<string[]> {
	const pages = await pagesFromCode();
	const differing = [...pages].filter(([path, text]) => textOf(path) !== text);
	const extra = readdirSync(inProject(operationsFolder))
		.map((name) => `${operationsFolder}/${name}`)
		.filter((path) => !pages.has(path));
	return [...differing.map(([path]) => path), ...extra];
}

function textOf(path: string): string | undefined {
	const file = inProject(path);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function check(): Promise<number> {
	const stale = await stalePages();
	for (const path of stale) console.error(`${path} is not what the code says: npm run docs`);
	return stale.length === 0 ? 0 : 1;
}

runMain(process.argv.includes('--check') ? check : write);
