/**
 * npm run pictures [-- --only docs --only session]
 *
 * Takes the pictures of README and docs from the real n8n of n8n/ and the simulator's inbox, in a
 * headless Chromium, and writes them to docs/images. The panel of each operation, as it opens, goes
 * to .cache/pictures/panels/<resource>/<operation>.png. With --only, some of them: "docs" stands for
 * those in docs/images, "desk" for those of Desk's own messages, which need no n8n, "files" for those
 * of files, the name of a resource for its panels.
 */
import { parseArgs } from 'node:util';

import { resources } from '../nodes/TencentChatDesk/operations';
import { ensureBuilt } from '../test/harness/build';
import { ensureChromium } from '../test/harness/chromium';
import { ensureN8n } from '../test/harness/n8n';
import { withProgress } from '../test/harness/packages.cjs';
import { takeDeskPictures } from './pictures/deskMessages';
import { docsWorkflows, takeDocsPictures } from './pictures/docs';
import { filesWorkflows, takeFilesPictures } from './pictures/files';
import { panelWorkflow, takePanelPictures } from './pictures/panels';
import { withEditorPage } from './pictures/editorPage';
import { runMain } from '../test/harness/main';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { only: { type: 'string', multiple: true, default: [] } },
	});
	const { only } = values;
	const isWanted = (name: string) => only.length === 0 || only.includes(name);
	const names = ['docs', 'desk', 'files', ...resources.map(({ value }) => value)];
	const unknown = only.filter((name) => !names.includes(name));
	if (unknown.length > 0) throw new Error(`--only is one of ${names.join(', ')}.`);
	await ensureChromium();
	if (isWanted('desk')) await takeDeskPictures();
	if (only.length > 0 && only.every((name) => name === 'desk')) return;
	ensureBuilt();
	await ensureN8n();
	console.log('Taking pictures. This usually takes three to five minutes.');
	await withProgress('pictures', async () => {
		const workflows = [panelWorkflow, ...docsWorkflows, ...filesWorkflows];
		await withEditorPage(workflows, async (editor) => {
			for (const resource of resources) {
				if (isWanted(resource.value)) await takePanelPictures(editor, resource);
			}
			if (isWanted('docs')) await takeDocsPictures(editor);
			if (isWanted('files')) await takeFilesPictures(editor);
		});
	});
}

runMain(main);
