import { createHash } from 'node:crypto';

import { inspect } from '../../../nodes/TencentChatDesk/delivery/files/facts/inspect';
import { partsOf } from '../../../nodes/TencentChatDesk/delivery/files/binary';
import { mp4File, pdfFile, pngFile } from '../../harness/sampleFiles';

async function* inPieces(bytes: Buffer, size: number) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const factsOf = async (bytes: Buffer, size = bytes.length || 1) =>
	await inspect(inPieces(bytes, size), () => undefined);

const bytes = (...parts: Array<string | number[]>) =>
	Buffer.concat(
		parts.map((part) =>
			typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
		),
	);
const padded = (start: Buffer) => Buffer.concat([start, Buffer.alloc(64)]);

describe('what a file says of itself', () => {
	it('is its size and its MD5, whatever it is', async () => {
		const md5 = createHash('md5').update(pdfFile).digest('hex').toUpperCase();
		const { sha256, ...facts } = await factsOf(pdfFile, 7);
		expect(facts).toEqual({ size: pdfFile.length, md5 });
		expect(sha256).toBe(createHash('sha256').update(pdfFile).digest('hex'));
	});

	it.each([
		['PNG', pngFile(40, 30), 'png', 40, 30],
		['GIF', bytes('GIF89a', [0x40, 0x01, 0xf0, 0x00], [0, 0, 0]), 'gif', 320, 240],
		[
			'JPEG, behind what a camera writes',
			padded(
				bytes(
					[0xff, 0xd8, 0xff, 0xe1, 0x00, 0x08, 1, 2, 3, 4, 5, 6],
					[0xff, 0xff, 0xff, 0xc2, 0x00, 0x11, 8, 0x00, 0xf0, 0x01, 0x40, 3],
				),
			),
			'jpg',
			320,
			240,
		],
		[
			'BMP, from top to bottom',
			padded(
				bytes(
					'BM',
					[0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0],
					[40, 0, 0, 0],
					[0x40, 0x01, 0, 0],
					[0x10, 0xff, 0xff, 0xff],
				),
			),
			'bmp',
			320,
			240,
		],
		[
			'WebP, lossy',
			padded(
				bytes(
					'RIFF\0\0\0\0WEBPVP8 \0\0\0\0',
					[0, 0, 0, 0x9d, 0x01, 0x2a],
					[0x40, 0x01, 0xf0, 0x00],
				),
			),
			'webp',
			320,
			240,
		],
		[
			'WebP, lossless',
			padded(bytes('RIFF\0\0\0\0WEBPVP8L\0\0\0\0', [0x2f, 0x3f, 0xc1, 0x3b, 0x00])),
			'webp',
			320,
			240,
		],
		[
			'WebP, extended',
			padded(
				bytes('RIFF\0\0\0\0WEBPVP8X\n\0\0\0', [0, 0, 0, 0], [0x3f, 0x01, 0x00], [0xef, 0x00, 0x00]),
			),
			'webp',
			320,
			240,
		],
	])('is the width and the height of a %s', async (_kind, file, format, width, height) => {
		for (const size of [file.length, 5]) {
			expect((await factsOf(file, size)).picture).toEqual({ format, width, height });
		}
	});

	it.each([
		['at its end', mp4File(12.4, 200_000), 12],
		['at its start', mp4File(3, 200_000, true), 3],
		['and is shorter than a second', mp4File(0.2, 1_000), 1],
	])('is the length of an MP4 that tells it %s', async (_where, file, seconds) => {
		for (const size of [file.length, 4_096, 3]) {
			expect(await factsOf(file, size)).toMatchObject({ seconds, size: file.length });
		}
	});

	it('is the length of a WAV', async () => {
		const header = bytes('RIFF\0\0\0\0WAVEfmt ', [16, 0, 0, 0, 1, 0, 1, 0]);
		const rest = Buffer.alloc(20);
		rest.writeUInt32LE(8_000, 0);
		rest.writeUInt32LE(8_000, 4);
		const file = Buffer.concat([header, rest, Buffer.alloc(32_000)]);
		expect((await factsOf(file)).seconds).toBe(4);
	});

	it.each([
		['half a header', pngFile(4, 4).subarray(0, 20)],
		['an MP4 whose boxes have no size', bytes([0, 0, 0, 0], 'ftyp', 'isomisomisomisom')],
		['an MP4 that was cut off', mp4File(5, 4_000).subarray(0, 3_900)],
		['a text', Buffer.from('Hello, I am a text and nothing else.')],
		['nothing', Buffer.alloc(0)],
	])('is no more than its size where it is %s', async (_what, file) => {
		const { picture, seconds, size } = await factsOf(file);
		expect([picture, seconds, size]).toEqual([undefined, undefined, file.length]);
	});
});

describe('the parts of a file', () => {
	it.each([
		[10, 4],
		[10, 10],
		[3, 10],
		[25, 7],
	])('in pieces of %i are put together to %i bytes each', async (piece, part) => {
		const file = Buffer.from(Array.from({ length: 57 }, (_unused, at) => at));
		const parts: Buffer[] = [];
		for await (const one of partsOf(inPieces(file, piece), part)) parts.push(Buffer.from(one));
		expect(Buffer.concat(parts)).toEqual(file);
		expect(parts.slice(0, -1).every(({ length }) => length === part)).toBe(true);
	});
});
