import { bubbles, turnTo } from '../../test/harness/editor/inbox';
import { openCredential, openPanel, runExample } from '../../test/harness/editor/pages';
import { demoCosCredential } from '../../test/harness/demoCredential';
import { inProject } from '../../test/harness/project';
import { pngFile } from '../../test/harness/sampleFiles';
import { readExample } from '../../test/harness/workflow';
import { frameAround, takePicture } from './editorPage';
import type { EditorPage } from './editorPage';
import { panelFrame, tall } from './panels';

const image = (name: string) => inProject('docs', 'images', 'files', `${name}.png`);

const invoice = readExample('invoice-by-chat');
const photo = readExample('ai-agent-photo');

/** What n8n has to hold for the pictures. */
export const filesWorkflows = [invoice, photo];

/** Pictures of files on their way to a customer, and back. */
export async function takeFilesPictures({ page, url, simulator }: EditorPage): Promise<void> {
	await page.setViewportSize(tall);
	await openPanel(page, url, String(invoice.id), 'send');
	await takePicture(page, image('source'), await panelFrame(page));
	await openPanel(page, url, String(photo.id), 'trigger');
	await takePicture(page, image('download'), await panelFrame(page));

	await page.setViewportSize({ width: 1280, height: 1000 });
	const form = await openCredential(page, url, demoCosCredential.name);
	await takePicture(page, image('credential'), await frameAround(form));

	const address = simulator.files.keepForClient('mug.png', 'image/png', pngFile(160, 120, 0xc8));
	const version = { Type: 1, Size: 0, Width: 160, Height: 120, URL: address };
	const MsgContent = { UUID: 'A', ImageFormat: 3, ImageInfoArray: [version] };
	const msgBody = [{ MsgType: 'TIMImageElem', MsgContent }];
	await simulator.customer.write({ from: 'alice', to: 'administrator', msgBody });
	await runExample(page, url, String(invoice.id));
	await page.setViewportSize({ width: 1280, height: 560 });
	await page.goto(`${simulator.url}/`);
	await turnTo(page, 'alice', 'administrator');
	await bubbles(page).getByText('Invoice 4711.pdf').waitFor();
	await takePicture(page, image('inbox'));
}
