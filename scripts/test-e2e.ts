/**
 * npm run test:e2e [-- --update-pictures] [jest arguments]
 *
 * Runs the examples in the real n8n of n8n/ and opens its editor in a headless Chromium. Pictures
 * of the editor go to .cache/pictures; with --update-pictures, to docs/images.
 */
import { ensureBuilt } from './build';
import { ensureChromium } from './chromium';
import { runJest } from './jest';
import { ensureN8n } from './n8n';
import { inProject } from './project';

const UPDATE = '--update-pictures';

async function main(): Promise<number> {
	const args = process.argv.slice(2);
	ensureBuilt();
	await ensureN8n();
	await ensureChromium();
	const pictures = args.includes(UPDATE) ? inProject('docs/images') : inProject('.cache/pictures');
	return await runJest(
		'test/e2e/jest.config.js',
		args.filter((arg) => arg !== UPDATE),
		{ ...process.env, PICTURES_FOLDER: pictures },
	);
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(error.message);
		process.exit(1);
	},
);
