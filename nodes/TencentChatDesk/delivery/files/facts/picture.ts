import type { PictureFacts } from '../../../parameters/attachedFile';

type Reader = (bytes: Buffer) => PictureFacts | undefined;

const startsWith = (bytes: Buffer, text: string, at = 0) =>
	bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/** PNG specification, 5.2 and 11.2.2: the header chunk is the first. */
const png: Reader = (bytes) =>
	startsWith(bytes, '\x89PNG\r\n\x1a\n') && bytes.length >= 24
		? { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
		: undefined;

/** GIF89a, 18: the logical screen. */
const gif: Reader = (bytes) =>
	(startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) && bytes.length >= 10
		? { format: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
		: undefined;

/** BITMAPINFOHEADER and later; a negative height says that the top row comes first. */
const bmp: Reader = (bytes) =>
	startsWith(bytes, 'BM') && bytes.length >= 26 && bytes.readUInt32LE(14) >= 40
		? { format: 'bmp', width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) }
		: undefined;

/** RFC 9649: lossy, lossless and extended files. */
const webp: Reader = (bytes) => {
	if (!startsWith(bytes, 'RIFF') || !startsWith(bytes, 'WEBP', 8) || bytes.length < 30) {
		return undefined;
	}
	if (startsWith(bytes, 'VP8X', 12)) {
		const [width, height] = [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
		return { format: 'webp', width, height };
	}
	if (startsWith(bytes, 'VP8L', 12) && bytes[20] === 0x2f) {
		const bits = bytes.readUInt32LE(21);
		return { format: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
	}
	if (startsWith(bytes, 'VP8 ', 12)) {
		const [width, height] = [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
		return { format: 'webp', width, height };
	}
	return undefined;
};

/** Frame headers of all kinds; C4, C8 and CC are something else (ITU-T T.81, table B.1). */
const isFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const jpg: Reader = (bytes) => {
	if (!startsWith(bytes, '\xff\xd8\xff')) return undefined;
	let at = 2;
	while (at + 9 <= bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1]!;
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (isFrame(marker)) {
			const [width, height] = [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
			return { format: 'jpg', width, height };
		}
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return undefined;
};

const readers: readonly Reader[] = [png, jpg, gif, webp, bmp];

/** Bytes from its start in which a picture says how large it is; a photo's preview comes before. */
export const pictureHead = 256 * 1024;

/** What a picture says of itself; undefined for anything else. */
export function pictureFacts(head: Buffer): PictureFacts | undefined {
	for (const read of readers) {
		const facts = read(head);
		if (facts) return facts;
	}
	return undefined;
}
