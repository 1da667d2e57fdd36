import { PassThrough, Readable } from 'node:stream';

import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readAccount } from '../../../credentials/account';
import { Client } from '../../../nodes/TencentChatDesk/delivery/transport/client';
import { useFakeTimers, useRealTimers } from '../fakeTimers';
import { credentials } from './support/accounts';

const address = 'https://files.myqcloud.com/a?sign=s3cret';

/** Reads a file from a function in place of a server, and notes what comes of it. */
function reader(server: (options: IHttpRequestOptions) => unknown, host?: string) {
	const asked: IHttpRequestOptions[] = [];
	const context = {
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				asked.push(options);
				return await server(options);
			},
		},
	} as unknown as IExecuteFunctions;
	const account = readAccount(
		host === undefined ? credentials : { ...credentials, region: 'custom', customHost: host },
	);
	const pieces: string[] = [];
	const read = async (from = address, wanted = Number.POSITIVE_INFINITY) =>
		await new Client(context, account, credentials).download(from, 1_000, (piece) => {
			pieces.push(piece instanceof Uint8Array ? Buffer.from(piece).toString() : 'no bytes');
			return pieces.length < wanted;
		});
	return { read, asked, pieces };
}

const serving =
	(body: unknown, statusCode = 200) =>
	() => ({ statusCode, body });

describe('a file of Tencent', () => {
	it('is read piece by piece, without the signature and without a redirect', async () => {
		const body = Readable.from([Buffer.from('one'), 'two']);
		const { read, asked, pieces } = reader(serving(body));
		expect(await read()).toBeUndefined();
		expect(pieces).toEqual(['one', 'two']);
		expect(asked).toMatchObject([
			{ method: 'GET', url: address, encoding: 'stream', disableFollowRedirect: true },
		]);
	});

	it('is left where enough of it was read', async () => {
		const body = Readable.from(['one', 'two', 'three']);
		const { read, pieces } = reader(serving(body));
		expect(await read(address, 2)).toBeUndefined();
		expect(pieces).toEqual(['one', 'two']);
		expect(body.destroyed).toBe(true);
	});

	it.each(['nowhere', '', 'http://files.myqcloud.com/a', 'ftp://files.myqcloud.com/a'])(
		'is not asked for at "%s"',
		async (from) => {
			const { read, asked } = reader(serving(Readable.from([])));
			expect(await read(from)).toMatchObject({ kind: 'permanent' });
			expect(asked).toEqual([]);
		},
	);

	it.each(['http://127.0.0.1:8080/a', 'https://files.myqcloud.com/a'])(
		'is asked for at "%s" where the calls themselves are not encrypted',
		async (from) => {
			const { read, asked } = reader(serving(Readable.from(['one'])), 'http://127.0.0.1:8080');
			expect(await read(from)).toBeUndefined();
			expect(asked).toHaveLength(1);
		},
	);

	it('fails with its status where it is gone, and nothing of it is read', async () => {
		const body = new PassThrough();
		const { read, pieces } = reader(serving(body, 404));
		const failure = await read();
		expect(failure).toMatchObject({ kind: 'transient', data: { httpStatus: 404 } });
		expect(JSON.stringify(failure)).not.toContain('s3cret');
		expect([pieces, body.destroyed]).toEqual([[], true]);
	});

	it.each<[string, (options: IHttpRequestOptions) => unknown]>([
		['no stream', serving('a text')],
		['an error', () => Promise.reject(new Error(`GET ${address} failed`))],
		['a connection that breaks', serving(Readable.from(failing()))],
	])('fails without its address where there is %s', async (_what, server) => {
		const failure = await reader(server).read();
		expect(failure).toMatchObject({ message: 'A file of Tencent could not be read' });
		expect(JSON.stringify(failure)).not.toContain('s3cret');
	});

	describe('that is slow', () => {
		beforeEach(() => useFakeTimers());
		afterEach(useRealTimers);

		it('takes its time as long as something comes, and is given up when nothing does', async () => {
			const body = new PassThrough();
			const { read, pieces } = reader(({ abortSignal }) => {
				abortSignal?.addEventListener?.('abort', () => body.destroy(new Error('canceled')));
				return { statusCode: 200, body };
			});
			const outcome = read();
			for (const piece of ['one', 'two', 'three']) {
				await jest.advanceTimersByTimeAsync(900);
				body.write(piece);
				await jest.advanceTimersByTimeAsync(1);
			}
			await jest.advanceTimersByTimeAsync(1_200);
			expect(await outcome).toMatchObject({
				message: 'Nothing more came of a file of Tencent in time',
			});
			expect(pieces).toEqual(['one', 'two', 'three']);
		});
	});
});

async function* failing(): AsyncGenerator<Buffer> {
	yield await Promise.resolve(Buffer.from('one'));
	throw new Error(`GET ${address} failed`);
}
