import { createHash } from 'node:crypto';
import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { sendmsg } from '../harness/commands';
import {
	direct,
	failureIn,
	onErrorBranch,
	pairs,
	testbeds,
	type Testbed,
} from '../harness/engineTestbed';
import { mp4File, pdfFile, pngFile } from '../harness/sampleFiles';
import { demoBucket } from '../../simulator';

const open = testbeds();

const binary = (bytes: Buffer, mimeType: string, fileName: string): IBinaryData => ({
	data: bytes.toString('base64'),
	mimeType,
	fileName,
});

const png = pngFile(40, 30);
const photo = binary(png, 'image/png', 'Mia at the sea.png');
const video = mp4File(7, 3_000);
const files = {
	photo,
	data: photo,
	video: binary(video, 'video/mp4', 'tour.mp4'),
	pdf: binary(pdfFile, 'application/pdf', 'Invoice 4711 für Mia.pdf'),
	page: binary(Buffer.from('<script>1</script>'), 'text/html', '../page.html'),
	empty: binary(Buffer.alloc(0), 'image/png', 'empty.png'),
};

const withFile = (messageType: string, more: INodeParameters = {}) =>
	direct({}, { messageType, fileSource: 'file', ...more });
const image = (more: INodeParameters = {}) => withFile('image', more);

const to = (count: number) =>
	Array.from({ length: count }, (_unused, index) => ({ to: `u${index % 40}`, index }));

interface Element {
	MsgType: string;
	MsgContent: Record<string, unknown>;
}

const elementOf = (testbed: Testbed, call = 0): Element => {
	const { MsgBody } = testbed.calls(sendmsg)[call]!.body as { MsgBody: Element[] };
	return MsgBody[0]!;
};

const actions = (testbed: Testbed) => testbed.simulator.files.calls.map(({ action }) => action);
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex').toUpperCase();

/** What somebody who opens the address gets. */
async function opened(address: unknown) {
	const response = await fetch(String(address));
	return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('a file of the item', () => {
	it('goes to the bucket, and the message carries its address and what the file says', async () => {
		const testbed = await open();

		const { output } = await testbed.run(image(), to(1), { files });

		expect(output).toHaveLength(1);
		const { MsgType, MsgContent } = elementOf(testbed);
		expect(MsgType).toBe('TIMImageElem');
		expect(MsgContent).toMatchObject({ UUID: md5(png), ImageFormat: 3 });
		const versions = MsgContent.ImageInfoArray as Array<Record<string, unknown>>;
		for (const version of versions) {
			expect(version).toMatchObject({ Size: png.length, Width: 40, Height: 30 });
		}
		const { response, bytes } = await opened(versions[0]!.URL);
		expect(bytes.equals(png)).toBe(true);
		expect(response.headers.get('content-type')).toBe('image/png');
		expect(response.headers.get('content-disposition')).toMatch(
			/^inline; filename="Mia at the sea.png"/,
		);
	});

	it('is stored under a key that says nothing of it', async () => {
		const testbed = await open();

		await testbed.run(image(), to(1), { files });

		const [stored] = testbed.simulator.files.list();
		expect(stored!.key).toMatch(/^n8n\/[0-9a-f]{40}\.png$/);
		expect(stored!.key).not.toContain(md5(png).toLowerCase().slice(0, 20));
	});

	it('is a video with its length and a picture before it is played', async () => {
		const testbed = await open();

		await testbed.run(
			withFile('video', { inputDataFieldName: 'video', stillFieldName: 'photo' }),
			to(1),
			{ files },
		);

		expect(elementOf(testbed).MsgContent).toMatchObject({
			VideoUUID: md5(video),
			VideoSize: video.length,
			VideoSecond: 7,
			VideoFormat: 'mp4',
			ThumbUUID: md5(png),
			ThumbSize: png.length,
			ThumbWidth: 40,
			ThumbHeight: 30,
			ThumbFormat: 'PNG',
		});
	});

	it('says that a video needs such a picture, before anything is uploaded', async () => {
		const testbed = await open();

		const { error } = await testbed.run(withFile('video', { inputDataFieldName: 'video' }), to(1), {
			files,
		});

		expect(error?.message).toContain("'Still Picture Field Name'");
		expect(actions(testbed)).toEqual([]);
	});

	it('is a document under its own name, or another one', async () => {
		const testbed = await open();
		const pdf = { inputDataFieldName: 'pdf' };

		await testbed.run(withFile('file', pdf), to(1), { files });
		await testbed.run(withFile('file', { ...pdf, shownFileName: 'Yours.pdf' }), to(1), { files });

		const first = elementOf(testbed).MsgContent;
		expect(first).toMatchObject({
			FileName: 'Invoice 4711 für Mia.pdf',
			FileSize: pdfFile.length,
			UUID: md5(pdfFile),
		});
		expect(elementOf(testbed, 1).MsgContent.FileName).toBe('Yours.pdf');
		const { response } = await opened(first.Url);
		expect(response.headers.get('content-disposition')).toBe(
			`attachment; filename="Invoice 4711 f_r Mia.pdf"; filename*=UTF-8''Invoice%204711%20f%C3%BCr%20Mia.pdf`,
		);
	});

	it('is never a page of the domain on which it lies', async () => {
		const testbed = await open();

		await testbed.run(withFile('file', { inputDataFieldName: 'page' }), to(1), { files });

		const { response } = await opened(elementOf(testbed).MsgContent.Url);
		expect(response.headers.get('content-disposition')).toMatch(
			/^attachment; filename="page.html"/,
		);
	});

	it('says that it wants a name where an expression gives what n8n knows of the file', async () => {
		const testbed = await open();

		const { error } = await testbed.run(
			withFile('sound', { inputDataFieldName: '={{ $binary.photo }}' }),
			to(1),
			{
				files,
			},
		);

		expect(error?.message).toBe("'Input Data Field Name' is not the name of a file");
		expect(error?.description).toContain("The item brings 'photo'");
	});

	it.each([
		['has another name', 'nothing', 'the item has no file of that name'],
		['is empty', 'empty', 'The file of the item is empty'],
	])('says so where it %s', async (_what, inputDataFieldName, says) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(image({ inputDataFieldName }), to(1), {
			...onErrorBranch,
			files,
		});

		expect(failureIn(errorOutput[0]!).message).toContain(says);
		expect(testbed.calls(sendmsg)).toEqual([]);
	});
});

describe('the link to a file', () => {
	it('is signed for seven days unless somebody says otherwise', async () => {
		const testbed = await open();

		await testbed.run(image(), to(1), { files });

		const versions = elementOf(testbed).MsgContent.ImageInfoArray as Array<{ URL: string }>;
		const address = new URL(versions[0]!.URL);
		const [from, until] = address.searchParams.get('q-sign-time')!.split(';').map(Number);
		expect(until! - from!).toBe(7 * 86_400);
		expect((await opened(`${address.origin}${address.pathname}`)).response.status).toBe(403);
		testbed.simulator.behaviour.cosClockMs = 8 * 86_400_000;
		expect((await opened(address)).response.status).toBe(403);
	});

	it('is public, where the file is to be', async () => {
		const testbed = await open();

		await testbed.run(image({ fileLink: 'publicObject' }), to(1), { files });

		const versions = elementOf(testbed).MsgContent.ImageInfoArray as Array<{ URL: string }>;
		expect(versions[0]!.URL).not.toContain('?');
		expect((await opened(versions[0]!.URL)).bytes.equals(png)).toBe(true);
	});

	it('leaves the rights of the file alone where the bucket is public', async () => {
		const testbed = await open();

		await testbed.run(image({ fileLink: 'publicBucket' }), to(1), { files });

		expect(testbed.simulator.files.list()[0]!.publicRead).toBe(false);
		const versions = elementOf(testbed).MsgContent.ImageInfoArray as Array<{ URL: string }>;
		expect(versions[0]!.URL).not.toContain('?');
	});

	it('leads to the custom domain', async () => {
		const testbed = await open();

		await testbed.run(image({ fileLink: 'publicObject' }), to(1), {
			files,
			cos: { customDomain: 'files.example.com' },
		});

		const versions = elementOf(testbed).MsgContent.ImageInfoArray as Array<{ URL: string }>;
		expect(versions[0]!.URL).toMatch(/^https:\/\/files\.example\.com\/n8n\/[0-9a-f]{40}\.png$/);
	});
});

describe('one file for many customers', () => {
	it('is uploaded once for a thousand messages', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			image({ options: { requestsPerSecond: 2_000, maxConcurrency: 256 } }),
			to(1_000),
			{ files },
		);

		expect(output).toHaveLength(1_000);
		expect(actions(testbed)).toEqual(['PutObject']);
		expect(testbed.calls(sendmsg)).toHaveLength(1_000);
	});

	it('goes out in one call where a call takes many', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			{
				resource: 'directMessage',
				operation: 'sendToMany',
				toAccounts: '={{ $json.to }}',
				messageType: 'image',
				fileSource: 'file',
			},
			to(20),
			{ files },
		);

		expect(output).toHaveLength(20);
		const calls = testbed.calls('openim/batchsendmsg');
		expect(calls).toHaveLength(1);
		expect(JSON.stringify(calls[0]!.body)).not.toContain('.invalid');
		expect(actions(testbed)).toEqual(['PutObject']);
	});

	it('is another file where the bytes differ', async () => {
		const testbed = await open();

		const { output } = await testbed.run(image(), to(3), {
			files: (item) => ({ data: binary(pngFile(4, 4, item), 'image/png', 'a.png') }),
		});

		expect(pairs(output)).toEqual([0, 1, 2]);
		expect(actions(testbed)).toEqual(['PutObject', 'PutObject', 'PutObject']);
		const keys = testbed.simulator.files.list().map(({ key }) => key);
		expect(new Set(keys).size).toBe(3);
		for (const call of testbed.calls(sendmsg)) {
			expect(JSON.stringify(call.body)).not.toContain('.invalid');
		}
	});
});

describe('a file of more than 20 MB', () => {
	const large = mp4File(60, 21 * 1024 * 1024);
	const clip = {
		video: binary(large, 'video/mp4', 'clip.mp4'),
		photo,
	};
	const parameters = withFile('video', { inputDataFieldName: 'video', stillFieldName: 'photo' });

	it('goes up in parts, one after another, and is whole', async () => {
		const testbed = await open();

		await testbed.run(parameters, to(1), { files: clip });

		const uploaded = actions(testbed).filter((action) => action !== 'PutObject');
		expect(uploaded).toEqual([
			'InitiateMultipartUpload',
			'UploadPart',
			'UploadPart',
			'UploadPart',
			'CompleteMultipartUpload',
		]);
		const { VideoUrl, VideoSize, VideoSecond } = elementOf(testbed).MsgContent;
		expect([VideoSize, VideoSecond]).toEqual([large.length, 60]);
		expect((await opened(VideoUrl)).bytes.equals(large)).toBe(true);
		expect(testbed.simulator.files.pending()).toBe(0);
	});

	it('makes only the part again that broke off', async () => {
		const testbed = await open();
		testbed.failNext('cos/UploadPart', { kind: 'delay', ms: 0 }, { kind: 'reset' });

		await testbed.run(parameters, to(1), { files: clip });

		expect(actions(testbed).filter((action) => action === 'UploadPart')).toHaveLength(4);
		expect((await opened(elementOf(testbed).MsgContent.VideoUrl)).bytes.equals(large)).toBe(true);
	});

	it('is found where only the response to the end of the upload was lost', async () => {
		const testbed = await open();
		testbed.failNext('cos/CompleteMultipartUpload', { kind: 'loseResponse' });

		const { output } = await testbed.run(parameters, to(1), { files: clip });

		expect(output).toHaveLength(1);
		expect(actions(testbed)).toContain('HeadObject');
	});

	it('leaves no parts behind, and sends no message, where it cannot be finished', async () => {
		const testbed = await open();
		testbed.simulator.behaviour.cosDenied = ['CompleteMultipartUpload'];

		const { errorOutput } = await testbed.run(parameters, to(1), { ...onErrorBranch, files: clip });

		expect(failureIn(errorOutput[0]!).message).toContain('may not do this in the bucket');
		expect(actions(testbed)).toContain('AbortMultipartUpload');
		expect(testbed.simulator.files.pending()).toBe(0);
		expect(testbed.calls(sendmsg)).toEqual([]);
	});

	it('stops in the middle when somebody stops the execution', async () => {
		const testbed = await open();
		const controller = new AbortController();
		testbed.simulator.behaviour.failNext.push({
			path: 'cos/UploadPart',
			fault: { kind: 'hang' },
		});
		testbed.simulator.app.server.on('request', ({ url }: { url: string }) => {
			if (url.includes('partNumber=1')) controller.abort();
		});

		await testbed.run(parameters, to(1), { files: clip, signal: controller.signal });

		expect(testbed.simulator.files.pending()).toBe(0);
		expect(testbed.calls(sendmsg)).toEqual([]);
	});
});

describe('an upload that goes wrong', () => {
	const cases: Array<[string, Record<string, string>, object, string]> = [
		['a wrong key', { secretKey: 'wrong' }, {}, "'SecretKey' does not belong"],
		['an unknown key', { secretId: 'AKIDnobody' }, {}, "does not know this 'SecretId'"],
		['a wrong bucket', { bucket: 'other-1250000000' }, {}, "does not know this 'Bucket'"],
		['a wrong clock', {}, { cosClockMs: 3_600_000 }, 'the time of the request is wrong'],
		['missing rights', {}, { cosDenied: ['PutObject'] }, 'may not do this in the bucket'],
		['a full storage', {}, { cosFull: true }, 'The storage is full'],
	];

	it.each(cases)('tells %s, once for all items, and sends nothing', async (...row) => {
		const [, cos, behaviour, says] = row;
		const testbed = await open();
		Object.assign(testbed.simulator.behaviour, behaviour);

		const { output, errorOutput } = await testbed.run(image(), to(5), {
			...onErrorBranch,
			files,
			cos,
		});

		expect(output).toEqual([]);
		expect(pairs(errorOutput).sort()).toEqual([0, 1, 2, 3, 4]);
		for (const failed of errorOutput) {
			const { message, advice, mayHaveBeenSent } = failureIn(failed);
			expect(message).toContain(says);
			expect(advice).not.toBe('');
			expect(mayHaveBeenSent).toBe(false);
		}
		expect(actions(testbed)).toHaveLength(1);
		expect(testbed.calls(sendmsg)).toEqual([]);
	});

	it('tells a wrong region, whose host does not exist', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(image(), to(1), {
			...onErrorBranch,
			files,
			cos: { customHost: 'https://cos.nowhere.invalid' },
		});

		expect(failureIn(errorOutput[0]!).message).toContain('host of the bucket was not found');
	});

	it('is made again where the connection breaks, and the message goes out', async () => {
		const testbed = await open();
		testbed.failNext('cos/PutObject', { kind: 'reset' }, { kind: 'status502' });

		const { output } = await testbed.run(image(), to(1), { files });

		expect(output).toHaveLength(1);
		expect(actions(testbed)).toEqual(['PutObject', 'PutObject', 'PutObject']);
	});

	it('says which credential is missing', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(image(), to(1), {
			...onErrorBranch,
			files,
			withoutCos: true,
		});

		expect(failureIn(errorOutput[0]!).message).toContain("'Tencent COS API' is missing");
	});

	it('stops the workflow with the item it belongs to', async () => {
		const testbed = await open();

		const { error } = await testbed.run(image(), to(1), { files, cos: { secretKey: 'wrong' } });

		expect(error?.message).toContain("'SecretKey' does not belong");
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
	});
});

describe('a message that fails behind a good upload', () => {
	it('says where the file is', async () => {
		const testbed = await open();
		testbed.failNext(sendmsg, { kind: 'errorCode', code: 20003 });

		const { errorOutput } = await testbed.run(image(), to(1), { ...onErrorBranch, files });

		const failure = failureIn(errorOutput[0]!);
		const { key } = testbed.simulator.files.list()[0]!;
		const address = `${testbed.simulator.url}/${demoBucket.name}/${key}`;
		expect(failure.advice).toContain(`is kept at ${address}.`);
		expect(failure).toMatchObject({ ErrorCode: 20003, uploadedFiles: [address] });
	});
});

describe('a workflow that sends no file of the item', () => {
	it('is not asked for the credential of files', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			direct({}, { messageType: 'image', imageUrl: 'https://example.com/a.png' }),
			to(1),
			{ withoutCos: true, files },
		);

		expect(output).toHaveLength(1);
	});

	it('uploads nothing in a dry run', async () => {
		const testbed = await open();

		const { output } = await testbed.run(image({ options: { dryRun: true } }), to(1), { files });

		expect(output[0]!.json.dryRun).toBe(true);
		expect(actions(testbed)).toEqual([]);
	});
});
