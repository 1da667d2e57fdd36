import { Readable } from 'node:stream';

import {
	type ByteStream,
	isByteStream,
	maxResponseBytes,
	readCapped,
} from '../../../nodes/TencentChatDesk/delivery/transport/reading';

const streamOf = (...chunks: Array<Uint8Array | string>): ByteStream => Readable.from(chunks);

describe('the body of a response', () => {
	it('is put together from its pieces, letters cut in two included', async () => {
		const text = '{"ErrorInfo":"用户不存在 📦"}';
		const bytes = Buffer.from(text);
		for (let cut = 0; cut <= bytes.length; cut += 1) {
			const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
			expect(await readCapped(streamOf(...pieces))).toBe(text);
		}
		expect(await readCapped(streamOf(...[...bytes].map((byte) => Uint8Array.of(byte))))).toBe(text);
	});

	it('may come as text', async () => {
		expect(await readCapped(streamOf('{"Error', 'Code":0}'))).toBe('{"ErrorCode":0}');
	});

	it('may be empty', async () => {
		expect(await readCapped(streamOf())).toBe('');
	});

	it('is read up to the last byte that is allowed', async () => {
		const full = Buffer.alloc(maxResponseBytes, 'a');
		expect((await readCapped(streamOf(full)))?.length).toBe(maxResponseBytes);
		expect(await readCapped(streamOf(full, Buffer.from('a')))).toBeUndefined();
		expect(await readCapped(streamOf('é'.repeat(maxResponseBytes / 2 + 1)))).toBeUndefined();
	});

	it('that never ends is given up soon after the limit, and its connection closed', async () => {
		let given = 0;
		const endless = Readable.from(
			(function* chunks() {
				for (;;) {
					given += 65_536;
					yield Buffer.alloc(65_536);
				}
			})(),
			{ highWaterMark: 1 },
		);
		expect(await readCapped(endless)).toBeUndefined();
		expect(endless.destroyed).toBe(true);
		expect(given).toBeLessThan(2 * maxResponseBytes);
	});

	it('that is too large is told to end, for not every stream ends by not being read', async () => {
		const destroy = jest.fn();
		const stream: ByteStream = {
			destroy,
			[Symbol.asyncIterator]: () => ({
				next: () => Promise.resolve({ done: false, value: Buffer.alloc(maxResponseBytes) }),
			}),
		};
		expect(await readCapped(stream)).toBeUndefined();
		expect(destroy).toHaveBeenCalled();
	});

	it('that breaks off is an error, not a shorter answer', async () => {
		const breaking = Readable.from(
			(function* chunks() {
				yield Buffer.from('{"ErrorCode":0}');
				throw new Error('reset');
			})(),
		);
		await expect(readCapped(breaking)).rejects.toThrow('reset');
	});
});

describe('a byte stream', () => {
	it.each([
		['a text', '{"ErrorCode":0}'],
		['an object', { ErrorCode: 0 }],
		['a list', [1]],
		['bytes', Buffer.from('a')],
		['nothing', undefined],
		['null', null],
		['a function', Object.assign(() => {}, { destroy() {}, [Symbol.asyncIterator]() {} })],
		['what cannot be read', { destroy() {} }],
		['what cannot be ended', { async *[Symbol.asyncIterator]() {} }],
		['what has no way to end it', { async *[Symbol.asyncIterator]() {}, destroy: true }],
	])('is not %s', (_what, value) => {
		expect(isByteStream(value)).toBe(false);
	});

	it('is what Node reads from a connection', () => {
		expect(isByteStream(Readable.from([]))).toBe(true);
	});
});
