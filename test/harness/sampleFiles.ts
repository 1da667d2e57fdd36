import { deflateSync } from 'node:zlib';

const crcTable = Array.from({ length: 256 }, (_unused, number) => {
	let value = number;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value >>> 0;
});

function crc(bytes: Buffer): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = crcTable[(value ^ byte) & 0xff]! ^ (value >>> 8);
	return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	sum.writeUInt32BE(crc(named));
	return Buffer.concat([length, named, sum]);
}

/** A picture of one colour that browsers show. */
export function pngFile(width: number, height: number, grey = 0x80): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, grey)]);
	const rows = Buffer.concat(Array.from({ length: height }, () => row));
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function box(type: string, ...parts: Buffer[]): Buffer {
	const data = Buffer.concat(parts);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(data.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, data]);
}

/** What a video's boxes look like, with a movie header of so many seconds; nothing plays it. */
export function mp4File(seconds: number, bytes: number, movieFirst = false): Buffer {
	const header = Buffer.alloc(100);
	header.writeUInt32BE(1000, 12);
	header.writeUInt32BE(Math.round(seconds * 1000), 16);
	const type = box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2', 'latin1'));
	const movie = box('moov', box('mvhd', header));
	const rest = Math.max(0, bytes - type.length - movie.length - 8);
	const media = box('mdat', Buffer.alloc(rest, 'media '));
	return Buffer.concat(movieFirst ? [type, movie, media] : [type, media, movie]);
}

/** A page of a document. */
export const pdfFile = Buffer.from(
	'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
	'latin1',
);
