import { inspect } from '../../../nodes/TencentChatDesk/delivery/files/facts/inspect';
import {
	pictureFacts,
	pictureHead,
} from '../../../nodes/TencentChatDesk/delivery/files/facts/picture';
import { pngFile } from '../../harness/sampleFiles';

const bytes = (...parts: Array<string | readonly number[]>) =>
	Buffer.concat(
		parts.map((part) =>
			typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
		),
	);

async function pictureOf(file: Buffer, piece = file.length) {
	async function* inPieces() {
		for (let at = 0; at < file.length; at += piece) yield file.subarray(at, at + piece);
	}
	return (await inspect(inPieces(), () => undefined)).picture;
}

const png = pngFile(40, 30).subarray(0, 24);
const gif = bytes('GIF87a', [0x40, 0x01, 0xf0, 0x00]);
const bmp = (headerSize: number, width: number, height: number) => {
	const file = Buffer.alloc(26);
	file.write('BM', 'latin1');
	file.writeUInt32LE(headerSize, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	return file;
};
const webp = (chunk: string, data: readonly number[], riff = 'RIFF', form = 'WEBP') =>
	bytes(`${riff}\0\0\0\0${form}${chunk}\0\0\0\0`, data);
const extended = [0, 0, 0, 0, 0x3f, 0x01, 0x00, 0xef, 0x00, 0x00];
const lossy = [0, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00];
const lossless = [0x2f, 0x3f, 0xc1, 0x3b, 0x00, 0, 0, 0, 0, 0];

/** A segment of a JPEG that gives a size where it is a frame header. */
const segment = (marker: number, width: number, height: number) => {
	const data = Buffer.from([0xff, marker, 0, 7, 8, 0, 0, 0, 0]);
	data.writeUInt16BE(height, 5);
	data.writeUInt16BE(width, 7);
	return [...data];
};
const jpgStart = [0xff, 0xd8];
const frame = segment(0xc0, 320, 240);

describe('the size of a picture', () => {
	it.each([
		['PNG', png, { format: 'png', width: 40, height: 30 }],
		['GIF', gif, { format: 'gif', width: 320, height: 240 }],
		['BMP', bmp(40, 320, 240), { format: 'bmp', width: 320, height: 240 }],
		['WebP', webp('VP8X', extended), { format: 'webp', width: 320, height: 240 }],
		['JPEG', bytes(jpgStart, frame), { format: 'jpg', width: 320, height: 240 }],
	])('needs the whole header of a %s and nothing behind it', (_kind, header, facts) => {
		expect(pictureFacts(header)).toEqual(facts);
		expect(pictureFacts(header.subarray(0, -1))).toBeUndefined();
	});

	it.each([
		['a BMP of OS/2, whose header is shorter', bmp(12, 320, 240)],
		['a BMP whose header is a byte short', bmp(39, 320, 240)],
		['a file that is no RIFF', webp('VP8X', extended, 'RIFX')],
		['a RIFF of another kind', webp('VP8X', extended, 'RIFF', 'WAVE')],
		['a WebP that begins with another chunk', webp('ALPH', lossy)],
		['a lossless WebP without its signature', webp('VP8L', [0x2e, ...lossless.slice(1)])],
		['a JPEG without its signature', bytes([0, 0], frame)],
		[
			'a JPEG with something between its segments',
			bytes(jpgStart, frame.with(1, 0xe0), [0], frame),
		],
		['a JPEG without a frame', bytes(jpgStart, segment(0xe0, 1, 1), segment(0xda, 1, 1))],
	])('is unknown for %s', (_what, file) => {
		expect(pictureFacts(file)).toBeUndefined();
	});

	it('is read from a lossy WebP whose data begins like that of a lossless one', () => {
		const file = webp('VP8 ', [0x2f, ...lossy.slice(1)]);
		expect(pictureFacts(file)).toEqual({ format: 'webp', width: 320, height: 240 });
	});

	it.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])(
		'is read from segment %i of a JPEG, which is a frame header',
		(marker) => {
			const file = bytes(jpgStart, segment(marker, 320, 240), segment(0xc0, 1, 2));
			expect(pictureFacts(file)).toEqual({ format: 'jpg', width: 320, height: 240 });
		},
	);

	it.each([0xbf, 0xc4, 0xc8, 0xcc, 0xd0])(
		'is not read from segment %i of a JPEG, which is none',
		(marker) => {
			const file = bytes(jpgStart, segment(marker, 1, 2), frame);
			expect(pictureFacts(file)).toEqual({ format: 'jpg', width: 320, height: 240 });
		},
	);

	it.each([
		['width', pngFile(0, 30)],
		['height', pngFile(40, 0)],
		['width below zero', bmp(40, -320, 240)],
	])('is left out where there is no %s', async (_side, file) => {
		expect(await pictureOf(file)).toBeUndefined();
	});

	it('counts from one pixel', async () => {
		expect(await pictureOf(pngFile(1, 1))).toEqual({ format: 'png', width: 1, height: 1 });
	});

	it('is not a property of a file that is no picture', async () => {
		async function* text() {
			yield Buffer.from('Hello');
		}
		const facts = await inspect(text(), () => undefined);
		expect(Object.keys(facts).sort()).toEqual(['md5', 'sha256', 'size']);
	});
});

describe('the beginning in which a picture gives its size', () => {
	/** A JPEG that holds nothing but previews before a place, and frame headers from there to its end. */
	const withFramesFrom = (at: number) => {
		const file = Buffer.alloc(pictureHead * 3);
		file.set(jpgStart);
		let next = 2;
		while (next < at) {
			const length = Math.min(0xffff, at - next - 2);
			file.set([0xff, 0xe1, length >> 8, length & 0xff], next);
			next += 2 + length;
		}
		for (; next + frame.length <= file.length; next += 16) file.set(frame, next);
		return file;
	};

	it.each([100_000, 65_536, pictureHead, pictureHead * 3])(
		'counts up to its last byte and no further, in pieces of %i',
		async (piece) => {
			const lastFrame = pictureHead - frame.length;
			expect(await pictureOf(withFramesFrom(lastFrame), piece)).toEqual({
				format: 'jpg',
				width: 320,
				height: 240,
			});
			expect(await pictureOf(withFramesFrom(lastFrame + 1), piece)).toBeUndefined();
			expect(await pictureOf(withFramesFrom(pictureHead), piece)).toBeUndefined();
		},
	);
});
