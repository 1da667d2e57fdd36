import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Locator, Page } from 'playwright-core';

import type { Simulator } from '../../simulator';
import { demoCosCredentialFor } from '../../test/harness/demoCredential';
import { Installation } from '../../test/harness/editor/installation';
import { EditorTestbed } from '../../test/harness/editor/testbed';
import type { WorkflowJson } from '../../test/harness/workflow';

/** An editor that is open and logged in, and the service that its credential reaches. */
export interface EditorPage {
	/** Where n8n is, without a slash at the end. */
	url: string;
	page: Page;
	simulator: Simulator;
}

/** A part of a page, in pixels from its upper left corner. */
export interface Frame {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Opens the editor of a fresh n8n that holds these workflows, and clears everything away. */
export async function withEditorPage(
	workflows: WorkflowJson[],
	use: (editor: EditorPage) => Promise<void>,
): Promise<void> {
	const installation = await Installation.create();
	await installation.importCredentials(demoCosCredentialFor(installation.simulator.url));
	const editor = await EditorTestbed.open(installation, ...workflows);
	try {
		await use({ url: editor.url, page: editor.page, simulator: installation.simulator });
	} finally {
		await editor.close();
	}
}

/** The smallest frame around elements that are in view. */
export async function frameAround(...elements: Locator[]): Promise<Frame> {
	const boxes = (await Promise.all(elements.map(async (one) => await one.boundingBox()))).filter(
		(box) => box !== null,
	);
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	return {
		x,
		y,
		width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
		height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
	};
}

/** So often is a page looked at that goes on changing. */
const maxLooks = 20;

/** Saves what the page shows, or a part of it, once it looks the same twice in a row. */
export async function takePicture(page: Page, file: string, clip?: Frame): Promise<void> {
	mkdirSync(dirname(file), { recursive: true });
	const look = async () =>
		await page.screenshot({ animations: 'disabled', ...(clip ? { clip } : {}) });
	let before = await look();
	for (let looks = 1; looks < maxLooks; looks += 1) {
		const now = await look();
		if (now.equals(before)) break;
		before = now;
	}
	writeFileSync(file, before);
}
