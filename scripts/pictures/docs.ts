import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../nodes/TencentChatDesk/operations';
import type { Operation } from '../../nodes/TencentChatDesk/operations/operation';
import { named } from '../../test/harness/editor/browser';
import { findNode, openCredential, openPanel, runExample } from '../../test/harness/editor/pages';
import { bubbles, turnTo } from '../../test/harness/editor/inbox';
import { byId, sideBySide } from '../../test/harness/editor/workflows';
import { operationSamples } from '../../test/harness/operationSamples';
import { inProject } from '../../test/harness/project';
import { examples, readExample } from '../../test/harness/workflow';
import { newestVersion, panelFrame, tall } from './panels';
import { frameAround, takePicture } from './editorPage';
import type { EditorPage } from './editorPage';

const image = (...name: string[]) => inProject('docs', 'images', ...name);

const viewport = { width: 1280, height: 1000 };

/** For what fills a part of the panel only. */
const low = { width: 1280, height: 640 };

/** What pops up over the panel says the same again. */
const withoutToasts = '.el-notification { display: none !important; }';

/** A sample's parameters as the editor stores them: what a picker chose is more than its ID. */
function stored({ properties }: Operation, parameters: INodeParameters): INodeParameters {
	const pickers = new Set(
		properties.filter(({ type }) => type === 'resourceLocator').map(({ name }) => name),
	);
	return Object.fromEntries(
		Object.entries(parameters).map(([name, value]) => [
			name,
			pickers.has(name) ? byId(value as string | number) : value,
		]),
	);
}

/** For each resource, the operation that it opens with, filled in. */
const filledIn = sideBySide(
	'filled-in',
	resources.map(({ name, value: resource, operations }) => {
		const operation = operations[0]!;
		const { parameters } = operationSamples[`${resource}.${operation.value}`]!;
		return {
			name,
			typeVersion: newestVersion,
			parameters: { resource, operation: operation.value, ...stored(operation, parameters) },
		};
	}),
);

/** One node that fails and one that gives a list. */
const runs = sideBySide('runs', [
	{
		name: 'Contact customer',
		typeVersion: newestVersion,
		parameters: {
			resource: 'session',
			operation: 'contactUser',
			serviceAccount: byId('@support'),
			userId: 'alice',
			memberId: byId('noah@example.com'),
		},
	},
	{
		name: 'List the agents',
		typeVersion: newestVersion,
		parameters: { resource: 'agent', operation: 'getMany' },
	},
]);

/** What n8n has to hold for the pictures. */
export const docsWorkflows = [...examples.map(readExample), filledIn, runs];

async function takeFilledPanels({ page, url }: EditorPage): Promise<void> {
	await page.setViewportSize(tall);
	for (const [index, { value }] of resources.entries()) {
		await openPanel(page, url, filledIn.id, filledIn.nodes[index + 1]!.id);
		await takePicture(page, image('panels', `${value}.png`), await panelFrame(page));
	}
}

async function takeRun({ page, url }: EditorPage, index: number, name: string): Promise<void> {
	await page.setViewportSize(low);
	await openPanel(page, url, runs.id, runs.nodes[index]!.id);
	await page.addStyleTag({ content: withoutToasts });
	await named(page, 'node-execute-button').click();
	const output = named(page, 'output-panel');
	await output.locator('[data-test-id="node-error-message"], table').first().waitFor();
	await takePicture(page, image(`${name}.png`), await frameAround(output));
}

/** Takes the pictures that README and docs show, into docs/images. */
export async function takeDocsPictures(editor: EditorPage): Promise<void> {
	const { page, url, simulator } = editor;
	await takeFilledPanels(editor);
	await takeRun(editor, 1, 'error');
	await takeRun(editor, 2, 'output');
	await page.setViewportSize(viewport);
	await findNode(page, url, runs.id);
	await takePicture(page, image('node-panel.png'));
	const form = await openCredential(page, url);
	await takePicture(page, image('credential.png'), await frameAround(form));
	for (const name of examples) {
		await runExample(page, url, readExample(name).id ?? '');
		await takePicture(page, image(`${name}.png`));
	}
	await simulator.customer.write({
		from: 'alice',
		serviceAccount: '@customer_service_account',
		text: 'Friday is fine, thank you!',
	});
	await page.setViewportSize(low);
	await page.goto(`${simulator.url}/`);
	await turnTo(page, 'alice', 'Desk session');
	await bubbles(page).getByText('Friday is fine').waitFor();
	await takePicture(page, image('inbox.png'));
}
