import type { Locator, Page } from 'playwright-core';

import { resources } from '../../nodes/TencentChatDesk/operations';
import type { Operation, Resource } from '../../nodes/TencentChatDesk/operations/operation';
import { named } from '../../test/harness/editor/browser';
import { openPanel } from '../../test/harness/editor/pages';
import { nodeVersions } from '../../nodes/TencentChatDesk/operations/versions';
import { sideBySide } from '../../test/harness/editor/workflows';
import { inProject } from '../../test/harness/project';
import { frameAround, takePicture } from './editorPage';
import type { EditorPage, Frame } from './editorPage';

/** Tall enough for the longest panel with its menu. */
export const tall = { width: 1280, height: 2000 };

const margin = 12;

/** Of the node, as it is when somebody adds it today. */
export const newestVersion = nodeVersions.at(-1)!;

/** A node for each resource, every other parameter at its default. */
export const panelWorkflow = sideBySide(
	'panels',
	resources.map(({ name, value: resource }) => ({
		name,
		typeVersion: newestVersion,
		parameters: { resource },
	})),
);

/** The editor shows a menu of eight entries, scrolls the others, and lets it grow slowly. */
const wholeMenus =
	'.el-select-dropdown__wrap { max-height: none !important; } * { transition: none !important; }';

/** The collection "Options", with which every panel ends. */
const options = (page: Page): Locator => named(page, 'collection-parameter-add').last();

/** Unfolds the menu of "Options" and gives its last entry. */
async function lastEntry(page: Page): Promise<Locator | undefined> {
	// With one entry there is a button in place of a menu, which adds it.
	if ((await options(page).locator('input').count()) === 0) return undefined;
	await options(page).click();
	const entries = named(page, 'collection-parameter-option').filter({ visible: true });
	await entries.first().waitFor();
	return entries.last();
}

/** The panel of the open node, from its first control to the end of its last one. */
export async function panelFrame(page: Page, unfolded?: Locator): Promise<Frame> {
	const { x, y, width } = await frameAround(named(page, 'node-parameters'));
	const last = await frameAround(options(page), ...(unfolded ? [unfolded] : []));
	return { x, y, width, height: last.y + last.height + margin - y };
}

/** Chooses an operation in the open panel, as a user does. */
async function choose(page: Page, operation: Operation): Promise<void> {
	const picker = named(page, 'parameter-input-operation').locator('input');
	if ((await picker.inputValue()) === operation.name) return;
	await picker.click();
	const name = page.getByText(operation.name, { exact: true });
	await page.getByRole('option').filter({ has: name, visible: true }).click();
}

/** Takes the panel of each operation as it opens, with the menu of "Options" unfolded. */
export async function takePanelPictures(
	{ page, url }: EditorPage,
	resource: Resource,
): Promise<void> {
	await page.setViewportSize(tall);
	const node = panelWorkflow.nodes.find(({ name }) => name === resource.name)!;
	await openPanel(page, url, panelWorkflow.id, node.id);
	await page.addStyleTag({ content: wholeMenus });
	for (const operation of resource.operations) {
		await choose(page, operation);
		const file = inProject(
			'.cache',
			'pictures',
			'panels',
			resource.value,
			`${operation.value}.png`,
		);
		await takePicture(page, file, await panelFrame(page, await lastEntry(page)));
		await page.keyboard.press('Escape');
	}
}
