import type { Locator, Page } from 'playwright-core';

import { demoCredential } from '../demoCredential';
import { setUpOwner } from '../n8n';
import { named } from './browser';
import { owner } from '../owner';

/** Creates the owner of a fresh n8n and logs in to its editor. */
export async function signIn(page: Page, url: string): Promise<void> {
	await setUpOwner(url, owner);
	await page.goto(`${url}/signin`);
	await named(page, 'emailOrLdapLoginId').locator('input').fill(owner.email);
	await named(page, 'password').locator('input').fill(owner.password);
	await named(page, 'form-submit-button').click();
	await page.waitForURL(({ pathname }) => !pathname.includes('signin'));
}

/**
 * Lists what this package's node can do, as somebody sees who looks for "Tencent" in a workflow
 * that has a trigger. In one without, n8n offers the triggers first.
 */
export async function findNode(page: Page, url: string, workflowId: string): Promise<void> {
	await page.goto(`${url}/workflow/${workflowId}`);
	await named(page, 'canvas-node').first().waitFor();
	await named(page, 'node-creator-plus-button').click();
	await named(page, 'node-creator-search-bar').waitFor();
	await page.keyboard.type('Tencent');
	await named(page, 'node-creator-item-name').getByText('Tencent Chat Desk').first().click();
	await page.getByText('Contact a user in a desk session').waitFor();
}

/** Opens a credential by its name, which n8n then tests. */
export async function openCredential(
	page: Page,
	url: string,
	name: string = demoCredential.name,
): Promise<Locator> {
	await page.goto(`${url}/home/credentials`);
	await named(page, 'resources-list-item').filter({ hasText: name }).click();
	const form = named(page, 'editCredential-modal');
	await form.getByText('Connection tested successfully').waitFor();
	return form;
}

/** Opens the panel of a node by its ID. */
export async function openPanel(
	page: Page,
	url: string,
	workflowId: string,
	nodeId: string,
): Promise<void> {
	await page.goto(`${url}/workflow/${workflowId}/${nodeId}`);
	await named(page, 'node-parameters').waitFor();
}

/** Runs one of the examples to its end with the editor's button. */
export async function runExample(page: Page, url: string, workflowId: string): Promise<void> {
	await page.goto(`${url}/workflow/${workflowId}`);
	await named(page, 'canvas-node').first().waitFor();
	await named(page, 'execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').waitFor();
	// The canvas is drawn once more, with how many items each node gave.
	await page
		.getByText(/^\d+ items?$/)
		.first()
		.waitFor();
}
