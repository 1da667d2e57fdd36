import type { Locator, Page } from 'playwright-core';

import type { Resource } from '../../nodes/TencentChatDesk/operations/operation';
import { named } from '../../test/e2e/support/browser';
import { openPanel } from '../../test/e2e/support/editor';
import { sideBySide } from '../../test/e2e/support/workflows';
import { inProject } from '../project';
import { frameAround, takePicture } from './stage';
import type { Editor } from './stage';

/** Tall enough for the longest panel with its menu. */
const viewport = { width: 1280, height: 1500 };

/** A node for each operation of a resource, every parameter at its default. */
export const panelWorkflow = ({ value: resource, operations }: Resource) =>
	sideBySide(
		`panels-${resource}`,
		operations.map(({ name, value: operation }) => ({
			name,
			parameters: { resource, operation },
		})),
	);

/** Unfolds the menu of "Options" and gives its first and its last entry. */
async function openedMenu(page: Page): Promise<Locator[]> {
	const add = named(page, 'collection-parameter-add').last();
	await add.click();
	// With one entry there is a button in place of a menu, which adds it.
	if ((await add.locator('input').count()) === 0) return [];
	const entries = named(page, 'collection-parameter-option').filter({ visible: true });
	await entries.first().waitFor();
	return [entries.first(), entries.last()];
}

/** Takes the panel of each operation as it opens, with the menu of "Options" unfolded. */
export async function takePanelPictures({ page, url }: Editor, resource: Resource): Promise<void> {
	await page.setViewportSize(viewport);
	const { id, nodes } = panelWorkflow(resource);
	for (const [index, { value }] of resource.operations.entries()) {
		await openPanel(page, url, id, nodes[index + 1]!.id);
		const panel = named(page, 'node-parameters');
		const file = inProject('.cache', 'pictures', 'panels', resource.value, `${value}.png`);
		await takePicture(page, file, await frameAround(panel, ...(await openedMenu(page))));
	}
}
