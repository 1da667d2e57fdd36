/**
 * npm run test:e2e [-- jest arguments]
 *
 * Runs the examples in the real n8n of n8n/ and opens its editor in a headless Chromium.
 */
import { ensureBuilt } from '../test/harness/build';
import { ensureChromium } from '../test/harness/chromium';
import { runJest } from './jest';
import { ensureN8n } from '../test/harness/n8n';
import { runMain } from '../test/harness/main';

async function main(): Promise<number> {
	ensureBuilt();
	await ensureN8n();
	await ensureChromium();
	return await runJest('test/e2e/jest.config.js', process.argv.slice(2));
}

runMain(main);
