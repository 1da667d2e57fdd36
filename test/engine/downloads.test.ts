import { createServer, type Server } from 'node:http';

import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';

import { listen } from '../harness/ports';
import type { MessageElement } from '../../simulator';
import { app, testbeds, type Testbed } from '../harness/engineTestbed';
import { mp4File, pdfFile, pngFile } from '../harness/sampleFiles';
import { message, query, TriggerTestbed } from './trigger/support';

const open = testbeds();
const png = pngFile(40, 30);
const video = mp4File(3, 2_000);

const element = (MsgType: string, MsgContent: MessageElement['MsgContent']) => ({
	MsgType,
	MsgContent,
});

/** A picture in three sizes. */
const picture = (original: string, thumbnail = original) =>
	element('TIMImageElem', {
		UUID: 'A',
		ImageFormat: 3,
		ImageInfoArray: [
			{ Type: 1, Size: 0, Width: 0, Height: 0, URL: original },
			{ Type: 2, Size: 0, Width: 0, Height: 0, URL: original },
			{ Type: 3, Size: 0, Width: 0, Height: 0, URL: thumbnail },
		],
	});

const document = (Url: string, FileSize = 0) =>
	element('TIMFileElem', {
		Url,
		UUID: 'A',
		FileSize,
		FileName: '../Invoice: 4711.pdf',
		Download_Flag: 2,
	});

const clip = (VideoUrl: string) =>
	element('TIMVideoFileElem', {
		VideoUrl,
		VideoUUID: 'A',
		VideoSize: 0,
		VideoSecond: 3,
		VideoFormat: 'mp4',
		VideoDownloadFlag: 2,
		ThumbUrl: VideoUrl,
		ThumbUUID: 'A',
		ThumbSize: 0,
		ThumbWidth: 0,
		ThumbHeight: 0,
		ThumbFormat: 'JPG',
		ThumbDownloadFlag: 2,
	});

const bytesOf = ({ data }: IBinaryData) => Buffer.from(data, 'base64');

/** What a customer sends, kept for a time. */
const sent = ({ simulator }: Testbed, name: string, type: string, bytes: Buffer) =>
	simulator.files.keepForClient(name, type, bytes);

/** A trigger whose credential names the simulator's host. */
const triggerOf = (testbed: Testbed, options: INodeParameters = {}, more: INodeParameters = {}) =>
	new TriggerTestbed(
		{ ...more, options: { downloadFiles: true, ...options } },
		{ region: 'custom', customHost: testbed.simulator.url },
	);

describe('the trigger with Download Files', () => {
	it('answers Tencent, and brings the files of a message byte for byte', async () => {
		const testbed = await open();
		const MsgBody = [
			picture(sent(testbed, 'a.png', 'image/png', png)),
			document(sent(testbed, 'b.pdf', 'application/octet-stream', pdfFile)),
			clip(sent(testbed, 'c.mp4', 'video/mp4', video)),
		];

		const { data, response, item, binary } = await triggerOf(testbed).receive({
			body: message('', { MsgBody }),
		});

		expect(response.body).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0 });
		expect(data.noWebhookResponse).toBe(true);
		expect(bytesOf(binary!.data!).equals(png)).toBe(true);
		expect(bytesOf(binary!.data1!).equals(pdfFile)).toBe(true);
		expect(bytesOf(binary!.data2!).equals(video)).toBe(true);
		expect(binary).toMatchObject({
			data: { mimeType: 'image/png', fileName: 'image.png' },
			data1: { mimeType: 'application/pdf', fileName: 'Invoice_ 4711.pdf' },
			data2: { mimeType: 'video/mp4', fileName: 'video.mp4' },
		});
		expect(item!.files).toMatchObject([
			{ kind: 'image', property: 'data' },
			{ kind: 'file', property: 'data1' },
			{ kind: 'video', property: 'data2' },
		]);
	});

	it('answers before it loads', async () => {
		const testbed = await open();
		const url = sent(testbed, 'a.png', 'image/png', png);
		const trigger = triggerOf(testbed);
		let answeredBefore: boolean | undefined;
		const responses: Array<{ headersSent: boolean }> = [];
		testbed.simulator.app.server.on('request', () => {
			answeredBefore = responses[0]?.headersSent;
		});

		await trigger.receive({
			body: message('', { MsgBody: [picture(url)] }),
			onResponse: (response) => responses.push(response),
		});

		expect(answeredBefore).toBe(true);
	});

	it('takes the size of a picture that is chosen', async () => {
		const testbed = await open();
		const small = pngFile(4, 3);
		const MsgBody = [
			picture(
				sent(testbed, 'a.png', 'image/png', png),
				sent(testbed, 'small.png', 'image/png', small),
			),
		];

		const { binary } = await triggerOf(testbed, { imageSize: 'thumbnail' }).receive({
			body: message('', { MsgBody }),
		});

		expect(bytesOf(binary!.data!).equals(small)).toBe(true);
	});

	it.each<[string, (testbed: Testbed) => string, RegExp]>([
		[
			'has expired',
			({ simulator }) => simulator.files.keepForClient('a.png', 'image/png', png, 1),
			/is gone: its host answers with HTTP status 404/,
		],
		[
			'is larger than the limit',
			(testbed) => sent(testbed, 'a.png', 'image/png', Buffer.alloc(1024 * 1024 + 1)),
			/larger than 1 MB/,
		],
		['lies in a private network', () => 'https://192.168.1.1/a.png?secret=1', /private network/],
		['is not encrypted on its way', () => 'http://example.com/a.png', /https:/],
		['has no address', () => '', /no web address/],
	])('says of a file that it %s, and brings the rest', async (_what, address, says) => {
		const testbed = await open();
		const MsgBody = [
			picture(address(testbed)),
			document(sent(testbed, 'b.pdf', 'application/pdf', pdfFile)),
		];

		const { item, binary } = await triggerOf(testbed, { maxFileSize: 1 }).receive({
			body: message('', { MsgBody }),
		});

		const [first, second] = item!.files as IDataObject[];
		expect(first!.problem).toMatch(says);
		expect(String(first!.address)).not.toContain('secret');
		expect(second).toMatchObject({ kind: 'file', property: 'data' });
		expect(bytesOf(binary!.data!).equals(pdfFile)).toBe(true);
	});

	it('follows no redirect into a private network', async () => {
		const testbed = await open();
		testbed.failNext('cos/GetObject', { kind: 'redirect', to: 'http://127.0.0.1:9/secret' });

		const { item, binary } = await triggerOf(testbed).receive({
			body: message('', { MsgBody: [picture(sent(testbed, 'a.png', 'image/png', png))] }),
		});

		expect(binary).toBeUndefined();
		expect(item!.files).toMatchObject([{ problem: expect.stringMatching(/https:/) as string }]);
	});

	it('loads nothing where the workflow decides, and says so', async () => {
		const testbed = await open();
		const before = 'C2C.CallbackBeforeSendMsg';
		const trigger = triggerOf(testbed, {}, { events: [before], responseMode: 'responseNode' });

		const { item, binary } = await trigger.receive({
			query: query(before),
			body: message('', {
				CallbackCommand: before,
				MsgBody: [picture(sent(testbed, 'a.png', 'image/png', png))],
			}),
		});

		expect(binary).toBeUndefined();
		expect(item!.files).toMatchObject([
			{ problem: expect.stringContaining('Tencent waits for the decision') as string },
		]);
	});

	it('leaves a message without files as it was', async () => {
		const testbed = await open();

		const { data, item } = await triggerOf(testbed).receive({ body: message('hello') });

		expect(item).not.toHaveProperty('files');
		expect(data.webhookResponse).toBeDefined();
	});
});

describe('a list of messages with Download Files', () => {
	const lists: Array<
		[string, INodeParameters, (testbed: Testbed, url: string) => Promise<unknown>]
	> = [
		[
			'direct messages',
			{
				resource: 'directMessage',
				operation: 'getMany',
				operatorAccount: 'u0',
				peerAccount: 'u1',
			},
			async ({ simulator }, url) =>
				await simulator.customer.write({ from: 'u0', to: 'u1', msgBody: [picture(url)] }),
		],
		[
			'a group',
			{
				resource: 'group',
				operation: 'getMessages',
				groupId: { __rl: true, mode: 'id', value: 'team' },
			},
			async ({ simulator }, url) =>
				await simulator.customer.write({ from: 'alice', groupId: 'team', msgBody: [picture(url)] }),
		],
	];

	it.each(lists)('brings the pictures of %s', async (_what, parameters, write) => {
		const testbed = await open();
		const url = sent(testbed, 'a.png', 'image/png', png);
		await write(testbed, url);

		const { output } = await testbed.run(
			{ ...parameters, limit: 1, options: { downloadFiles: true } },
			[{}],
		);

		expect(bytesOf(output[0]!.binary!.data!).equals(png)).toBe(true);
		expect(output[0]!.json.files).toMatchObject([{ kind: 'image', property: 'data' }]);
	});

	it('brings those of a session of Desk', async () => {
		const testbed = await open();
		const { simulator } = testbed;
		const url = sent(testbed, 'a.png', 'image/png', png);
		const { SessionId } = await simulator.customer.write({
			from: 'u0',
			serviceAccount: '@support',
			msgBody: [picture(url)],
		});

		const { output } = await testbed.run(
			{
				resource: 'session',
				operation: 'getMessages',
				sessionId: SessionId!,
				options: { downloadFiles: true },
			},
			[{}],
		);

		const found = output.find(({ binary }) => binary !== undefined)!;
		expect(bytesOf(found.binary!.data!).equals(png)).toBe(true);
	});

	it('brings none unless somebody wants them', async () => {
		const testbed = await open();
		const [, parameters, write] = lists[0]!;
		await write(testbed, sent(testbed, 'a.png', 'image/png', png));

		const { output } = await testbed.run(parameters, [{}]);

		expect(output[0]!.binary).toBeUndefined();
		expect(testbed.simulator.files.calls).toEqual([]);
	});
});

describe("an address of a customer's choice", () => {
	let server: Server | undefined;
	afterEach(async () => {
		await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
	});

	it('is never asked where it leads to this machine', async () => {
		const testbed = await open();
		let asked = 0;
		server = createServer((_request, response) => {
			asked += 1;
			response.end('secret');
		});
		const port = await listen(server);
		const addresses = [`http://127.0.0.1:${port}/a`, `https://127.0.0.1:${port}/a`];

		const { item } = await triggerOf(testbed).receive({
			body: message('', { MsgBody: addresses.map((address) => picture(address)) }),
		});

		expect(asked).toBe(0);
		expect(item!.files).toHaveLength(2);
		expect(app.sdkAppId).toBe(item!.sdkAppId);
	});
});
