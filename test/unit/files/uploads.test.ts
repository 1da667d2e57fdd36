import { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { Uploads } from '../../../nodes/TencentChatDesk/delivery/files/uploads';
import { cosCredentials } from './support/cos';

const link = { kind: 'publicBucket' } as const;
const fileOf = (bytes: Buffer, fileName = 'a.bin'): IBinaryData => ({
	mimeType: 'application/pdf',
	fileName,
	data: bytes.toString('base64'),
});

/** Uploads whose requests end when the test says so. */
function uploadsTo() {
	const asked: IHttpRequestOptions[] = [];
	const ends: Array<() => void> = [];
	const context = {
		getInputData: () => [],
		getCredentials: async () => await Promise.resolve(cosCredentials),
		logger: { debug: () => undefined },
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				asked.push(options);
				await new Promise<void>((resolve) => ends.push(resolve));
				return { statusCode: 200, headers: {}, body: Readable.from([Buffer.alloc(0)]) };
			},
		},
	} as unknown as IExecuteFunctions;
	return { uploads: new Uploads(context), asked, ends };
}

const turn = async () => await new Promise((resolve) => setImmediate(resolve));
async function turns(count: number): Promise<void> {
	for (let done = 0; done < count; done += 1) await turn();
}

describe('the uploads of a run', () => {
	it('are two at a time, and the next one begins when one has ended', async () => {
		const { uploads, asked, ends } = uploadsTo();
		const running = ['a', 'b', 'c', 'd'].map((name) =>
			uploads.finish(uploads.of(fileOf(Buffer.from(name)), link)),
		);
		while (asked.length < 2) await turn();
		await turns(20);
		expect(asked).toHaveLength(2);
		ends.shift()!();
		while (asked.length < 3) await turn();
		await turns(20);
		expect(asked).toHaveLength(3);
		while (ends.length > 0) {
			ends.shift()!();
			await turns(20);
		}
		const results = await Promise.all(running);
		expect(results.map((result) => 'file' in result)).toEqual([true, true, true, true]);
		expect(asked).toHaveLength(4);
	});

	it('fail where the file is empty, and nothing is asked for', async () => {
		const { uploads, asked } = uploadsTo();
		expect(await uploads.finish(uploads.of(fileOf(Buffer.alloc(0)), link))).toMatchObject({
			error: {
				problem: 'The file of the item is empty',
				advice: 'Check the node that makes or reads it.',
			},
		});
		expect(asked).toEqual([]);
	});

	it('do not begin after a stop', async () => {
		const { uploads, asked } = uploadsTo();
		uploads.stop();
		expect(await uploads.finish(uploads.of(fileOf(Buffer.from('a')), link))).toMatchObject({
			error: { message: 'The execution was stopped while the file was uploaded' },
		});
		expect(asked).toEqual([]);
	});

	it.each([
		[20 * 1024 * 1024, 'PUT'],
		[20 * 1024 * 1024 + 1, 'POST'],
	])(
		'of %d bytes begin with %s: in one request up to 20 MB, in parts beyond',
		async (size, method) => {
			const { uploads, asked } = uploadsTo();
			void uploads.finish(uploads.of(fileOf(Buffer.alloc(size, 1)), link));
			while (asked.length === 0) await turn();
			expect(asked[0]!.method).toBe(method);
		},
	);
});
