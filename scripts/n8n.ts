/**
 * npm run n8n
 *
 * Installs what the end-to-end tests run in, and nothing else: the n8n of n8n/, or the one that
 * N8N_UNDER_TEST names, and a Chromium.
 */
import { ensureChromium } from '../test/harness/chromium';
import { ensureN8n } from '../test/harness/n8n';
import { runMain } from '../test/harness/main';

runMain(async () => {
	await ensureN8n();
	await ensureChromium();
});
