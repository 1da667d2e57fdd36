import type { Browser } from 'playwright-core';
import type { INodeParameters } from 'n8n-workflow';

import { demoCosCredential, demoCosCredentialFor, demoCredential } from '../harness/demoCredential';
import { openBrowser } from '../harness/editor/browser';
import { openInbox, turnTo } from '../harness/editor/inbox';
import { Installation } from '../harness/editor/installation';
import { itemsOf, runOf } from '../harness/n8n/runRecord';
import { cosCredentialType, credentialType, packageName } from '../harness/project';
import { mp4File, pdfFile, pngFile } from '../harness/sampleFiles';
import { findSecrets } from '../harness/secrets';
import type { WorkflowJson } from '../harness/workflow';
import { demoApp, demoBucket } from '../../simulator';

const png = pngFile(64, 48);
const video = mp4File(42, 30 * 1024 * 1024);

/** Start, then a row of nodes for each branch. */
function branches(id: string, rows: Array<Array<[name: string, node: object]>>): WorkflowJson {
	const nodes = rows.flatMap((row, y) =>
		row.map(([name, node], x) => ({
			id: `${y}-${x}`,
			name,
			position: [200 * (x + 1), 200 * y] as [number, number],
			type: `${packageName}.tencentChatDesk`,
			typeVersion: 1,
			parameters: {},
			credentials: {
				[credentialType]: { ...demoCredential },
				[cosCredentialType]: { ...demoCosCredential },
			},
			...node,
		})),
	);
	const to = (node: string) => ({ node, type: 'main' as const, index: 0 });
	const after = rows.flatMap((row) =>
		row.slice(1).map(([name], index) => [row[index]![0], { main: [[to(name)]] }]),
	);
	return {
		id,
		name: id,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			...nodes,
		],
		connections: {
			Start: { main: [rows.map((row) => to(row[0]![0]))] },
			...Object.fromEntries(after),
		},
		settings: { executionOrder: 'v1' },
	} as WorkflowJson;
}

/** n8n's own node that loads a file into an item. */
const load = (url: string) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: { url, options: { response: { response: { responseFormat: 'file' } } } },
	credentials: {},
});

const send = (messageType: string, more: INodeParameters = {}) => ({
	parameters: {
		resource: 'directMessage',
		operation: 'send',
		toAccount: 'alice',
		messageType,
		fileSource: 'file',
		...more,
	},
});

describe('files in a real n8n', () => {
	let installation: Installation;
	let browser: Browser;

	const stored = () =>
		installation.simulator.files.list().filter(({ bucket }) => bucket === demoBucket.name);
	const bytesOf = (ending: string) => {
		const found = stored().find(({ key }) => key.endsWith(ending));
		return installation.simulator.files.bytes(demoBucket.name, found!.key)!;
	};

	beforeAll(async () => {
		installation = await Installation.create();
		({ browser } = await openBrowser());
		const { simulator } = installation;
		await installation.importCredentials(demoCosCredentialFor(simulator.url));
		const keep = simulator.files.keepForClient;
		const photo = keep('photo.png', 'image/png', png);
		await simulator.customer.write({
			from: 'alice',
			to: 'bob',
			msgBody: [
				{
					MsgType: 'TIMImageElem',
					MsgContent: {
						UUID: 'A',
						ImageFormat: 3,
						ImageInfoArray: [{ Type: 1, Size: 0, Width: 64, Height: 48, URL: photo }],
					},
				},
			],
		});
		await installation.importWorkflows(
			branches('out', [
				[
					['Load Picture', load(photo)],
					['Send Picture', send('image')],
				],
				[
					['Load Video', load(keep('tour.mp4', 'video/mp4', video))],
					['Send Video', send('video', { otherStillUrl: 'https://example.com/still.jpg' })],
				],
				[
					['Load Invoice', load(keep('invoice.pdf', 'application/pdf', pdfFile))],
					['Send Invoice', send('file')],
				],
			]),
			branches('back', [
				[
					[
						'Get Messages',
						{
							parameters: {
								resource: 'directMessage',
								operation: 'getMany',
								operatorAccount: 'bob',
								peerAccount: 'alice',
								options: { downloadFiles: true },
							},
						},
					],
					['Send Back', send('image', { toAccount: 'carol' })],
				],
			]),
		);
	});

	afterAll(async () => {
		await browser.close();
		await installation.remove();
	});

	it('go from an item to a customer, who sees them', async () => {
		const { code, output } = await installation.execute('out');

		expect([code, code === 0 ? '' : output.slice(-2_000)]).toEqual([0, '']);
		expect(bytesOf('.png').equals(png)).toBe(true);
		expect(bytesOf('.mp4').equals(video)).toBe(true);
		expect(bytesOf('.pdf').equals(pdfFile)).toBe(true);
		const actions = installation.simulator.files.calls.map(({ action }) => action);
		expect(actions.filter((action) => action === 'UploadPart')).toHaveLength(4);
		expect(findSecrets(output, { ...demoApp, cosSecretKey: demoBucket.secretKey })).toEqual([]);
		expect(
			findSecrets(installation.log(), { ...demoApp, cosSecretKey: demoBucket.secretKey }),
		).toEqual([]);

		const page = await openInbox(browser, installation.simulator.url);
		await turnTo(page, 'alice', 'administrator');
		await page.waitForFunction(() =>
			[...document.querySelectorAll('img')].some(({ naturalWidth }) => naturalWidth === 64),
		);
		expect(await page.locator('video').getAttribute('src')).toContain('.mp4?q-sign-algorithm=');
		expect(await page.locator('[data-kind=file]').textContent()).toContain('invoice.pdf');
		await page.context().close();
	});

	it('come from a customer byte for byte, and go on', async () => {
		const before = stored().length;

		const { code, output } = await installation.execute('back');

		expect([code, code === 0 ? '' : output.slice(-2_000)]).toEqual([0, '']);
		const [message] = itemsOf(runOf(output), 'Get Messages');
		expect(message!.json.files).toMatchObject([{ kind: 'image', property: 'data' }]);
		expect(message!.binary!.data).toMatchObject({ mimeType: 'image/png' });
		const after = stored();
		expect(after.length).toBeGreaterThan(before);
		const { key } = after.at(-1)!;
		expect(installation.simulator.files.bytes(demoBucket.name, key)!.equals(png)).toBe(true);
	});
});
