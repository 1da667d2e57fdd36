/**
 * npm run pictures [-- --only session --only push]
 *
 * Takes the pictures of README and docs from the real n8n of n8n/ and the simulator's inbox, in a
 * headless Chromium, and writes them to docs/images. The panel of each operation, as it opens, goes
 * to .cache/pictures/panels/<resource>/<operation>.png; with --only, those of a resource alone.
 */
import { parseArgs } from 'node:util';

import { resources } from '../nodes/TencentChatDesk/operations';
import { ensureBuilt } from './build';
import { ensureChromium } from './chromium';
import { ensureN8n } from './n8n';
import { withProgress } from './packages.cjs';
import { docsWorkflows, takeDocsPictures } from './pictures/docs';
import { panelWorkflow, takePanelPictures } from './pictures/panels';
import { withEditor } from './pictures/stage';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { only: { type: 'string', multiple: true, default: [] } },
	});
	const wanted = resources.filter(
		({ value }) => values.only.length === 0 || values.only.includes(value),
	);
	if (wanted.length === 0) throw new Error('--only names no resource of the node.');
	ensureBuilt();
	await ensureN8n();
	await ensureChromium();
	console.log('Taking pictures. This usually takes three to five minutes.');
	await withProgress('pictures', async () => {
		const workflows = [...wanted.map(panelWorkflow), ...docsWorkflows];
		await withEditor(workflows, async (editor) => {
			for (const resource of wanted) await takePanelPictures(editor, resource);
			if (values.only.length === 0) await takeDocsPictures(editor);
		});
	});
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		console.error(error.message);
		process.exit(1);
	},
);
