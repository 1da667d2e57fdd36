import { readFileSync } from 'node:fs';

import type { Locator, Page } from 'playwright-core';

import { named } from '../harness/editor/browser';
import { Installation } from '../harness/editor/installation';
import { EditorTestbed } from '../harness/editor/testbed';
import { inProject } from '../harness/project';

/** "Your first workflow" of the README, and how many clicks it promises. */
const [, section = '', promised = ''] =
	/## Your first workflow\n([^]*? (\d+) clicks[^]*?)\n\n##? /.exec(
		readFileSync(inProject('README.md'), 'utf8'),
	) ?? [];

/** Follows the section with mouse and keyboard; what is picked by its name has to be in it. */
class Reader {
	clicks = 0;

	constructor(
		private readonly page: Page,
		private readonly text: string,
	) {}

	async click(target: Locator): Promise<void> {
		this.clicks += 1;
		await target.click();
	}

	/** The name of something, as the README has it. */
	read(name: string): string {
		expect(this.text).toContain(name);
		return name;
	}

	async pressPlus(): Promise<void> {
		await this.click(named(this.page, 'node-creator-plus-button'));
		await named(this.page, 'node-creator-search-bar').waitFor();
	}

	/** Adds our node behind what is there, with one of its actions. */
	async add(action: string): Promise<void> {
		const { page } = this;
		await this.pressPlus();
		await page.keyboard.type(this.read('Tencent'));
		const entry = named(page, 'node-creator-item-name');
		await this.click(entry.getByText(this.read('Tencent Chat Desk'), { exact: true }).first());
		await this.click(page.getByText(this.read(action), { exact: true }));
		await named(page, 'node-parameters').waitFor();
	}

	async closePanel(): Promise<void> {
		await this.click(named(this.page, 'ndv-close-button'));
		await named(this.page, 'ndv').waitFor({ state: 'detached' });
	}

	/** Picks one thing of a list that n8n reads from the simulator. */
	async pick(label: string, parameter: string, item: string): Promise<void> {
		this.read(label);
		const locator = named(this.page, `resource-locator-${parameter}`);
		await this.click(named(locator, 'rlc-input').first());
		await this.click(named(this.page, 'rlc-item').getByText(item).first());
	}

	async choose(label: string, parameter: string, option: string): Promise<void> {
		this.read(label);
		const name = this.page.getByText(this.read(option), { exact: true });
		await this.click(named(this.page, `parameter-input-${parameter}`));
		await this.click(this.page.getByRole('option').filter({ has: name, visible: true }).first());
	}

	async fill(parameter: string, text: string): Promise<void> {
		await this.click(named(this.page, `parameter-input-${parameter}`));
		await this.page.keyboard.type(text);
	}

	/** Drags a field of the input, which n8n knows before the first run, into the control of its name. */
	async drag(field: string): Promise<void> {
		this.clicks += 1;
		const { mouse } = this.page;
		const pill = named(this.page, 'run-data-schema-node-name');
		const from = await centreOf(pill.getByText(this.read(field), { exact: true }));
		const to = await centreOf(named(this.page, `parameter-input-${field}`));
		await mouse.move(...from);
		await mouse.down();
		await mouse.move(...to, { steps: 8 });
		await mouse.up();
		await this.page.getByText(`$json.${field}`).waitFor();
	}
}

async function centreOf(target: Locator): Promise<[number, number]> {
	const { x, y, width, height } = (await target.boundingBox())!;
	return [x + width / 2, y + height / 2];
}

describe('the first workflow, from an empty canvas', () => {
	let editor: EditorTestbed;
	let page: Page;

	beforeAll(async () => {
		editor = await EditorTestbed.open(await Installation.create());
		({ page } = editor);
	});

	afterAll(async () => await editor?.close());

	it('delivers a card in as many clicks as the README says', async () => {
		const reader = new Reader(page, section);
		await page.goto(`${editor.url}/workflow/new`);
		await reader.click(named(page, 'canvas-add-button'));
		await reader.click(page.getByText(reader.read('Trigger manually')).first());
		await named(page, 'canvas-node').waitFor();

		await reader.add('Contact a user in a desk session');
		await reader.pick('Service Account', 'serviceAccount', '@support');
		await reader.fill('userId', 'alice');
		await reader.closePanel();

		await reader.add('Send a message in a desk session');
		await reader.choose('Send To', 'sendTo', 'User');
		await reader.choose('Message Type', 'messageType', 'Card');
		await reader.fill('cardTitle', 'Your order is on its way');
		await reader.fill('cardDescription', 'Arriving on Friday');
		await reader.fill('cardPictureUrl', 'https://example.com/parcel.jpg');
		await reader.fill('cardLinkUrl', 'https://example.com/orders/4711');
		await reader.drag('serviceAccount');
		await reader.drag('userId');
		await reader.closePanel();

		await reader.click(named(page, 'execute-workflow-button').first());
		await page.getByText('Workflow executed successfully').waitFor();

		const [conversation] = editor.installation.simulator.conversations();
		expect(conversation?.participants).toEqual(['@support', 'alice']);
		expect(conversation?.entries.at(-1)?.text).toContain('Your order is on its way');
		expect(`${reader.clicks} clicks`).toBe(`${promised} clicks`);
	});
});
