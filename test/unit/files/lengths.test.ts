import { inspect } from '../../../nodes/TencentChatDesk/delivery/files/facts/inspect';

async function secondsOf(file: Buffer, piece: number) {
	async function* inPieces() {
		for (let at = 0; at < file.length; at += piece) yield file.subarray(at, at + piece);
	}
	return (await inspect(inPieces(), () => undefined)).seconds;
}

/** A box of a movie with the size it has, or that it claims. */
function box(type: string, data: Buffer, claimed = data.length + 8): Buffer {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(claimed);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, data]);
}

/** A box whose size is written in eight bytes. */
function longBox(type: string, data: Buffer): Buffer {
	const size = Buffer.alloc(8);
	size.writeBigUInt64BE(BigInt(data.length + 16));
	return box(type, Buffer.concat([size, data]), 1);
}

function header(scale: number, duration: number): Buffer {
	const data = Buffer.alloc(32);
	data.writeUInt32BE(scale, 12);
	data.writeUInt32BE(duration, 16);
	return box('mvhd', data);
}

/** A movie header with times of eight bytes. */
function longHeader(scale: number, duration: bigint): Buffer {
	const data = Buffer.alloc(32);
	data[0] = 1;
	data.writeUInt32BE(scale, 20);
	data.writeBigUInt64BE(duration, 24);
	return box('mvhd', data);
}

const start = box('ftyp', Buffer.from('isom\0\0\x02\0', 'latin1'));
const movie = (...boxes: Buffer[]) => box('moov', Buffer.concat(boxes));
const file = (...boxes: Buffer[]) => Buffer.concat([start, ...boxes]);
const filler = (size: number) => box('free', Buffer.alloc(size - 8, 'free'));
const sevenSeconds = movie(header(600, 4_200));

describe('the length of a movie', () => {
	it.each([
		['a header with times of four bytes', file(sevenSeconds), 7],
		['a header with times of eight bytes', file(movie(longHeader(600, 5_400n))), 9],
		['the greatest length that four bytes hold', file(movie(header(1e8, 0xffff_fffe))), 43],
		['a header behind a box without content', file(box('wide', Buffer.alloc(0)), sevenSeconds), 7],
		['a header behind a box of one byte', file(box('free', Buffer.alloc(1)), sevenSeconds), 7],
		[
			'a header behind a box with a size of eight bytes',
			file(longBox('mdat', Buffer.alloc(100, 'media')), sevenSeconds),
			7,
		],
		['a movie box with a size of eight bytes', file(longBox('moov', header(600, 4_200))), 7],
		[
			'a movie box that was cut off behind the header',
			file(box('moov', header(600, 4_200), 2_000)),
			7,
		],
		[
			'a header at the end of what is looked at',
			file(movie(filler(4_096 - 8 - 40), header(600, 4_200), filler(500))),
			7,
		],
	])('is told by %s', async (_what, bytes, seconds) => {
		for (const piece of [bytes.length, 11, 1]) expect(await secondsOf(bytes, piece)).toBe(seconds);
	});

	it.each([
		['the header lacks its last byte', file(sevenSeconds.subarray(0, -1))],
		['its header is too far inside', file(movie(filler(4_096 - 8 - 39), header(600, 4_200)))],
		['its movie box has no header', file(box('moov', Buffer.alloc(64, 1)))],
		['a header comes behind its movie box', file(movie(filler(100)), header(600, 4_200))],
		['its movie box is empty', file(movie(), sevenSeconds)],
		['its movie box holds an empty box', file(movie(filler(8)), sevenSeconds)],
		['its time has no unit', file(movie(header(0, 4_200)))],
		['the header says that it is unknown', file(movie(header(600, 0xffff_ffff)))],
		[
			'a header with times of eight bytes says that it is unknown',
			file(movie(longHeader(600, 0xffff_ffff_ffff_ffffn))),
		],
		['it does not begin with its type', Buffer.concat([filler(16), sevenSeconds])],
		[
			'a box claims to be smaller than its head',
			file(box('free', Buffer.alloc(0), 7), sevenSeconds),
		],
	])('is unknown where %s', async (_what, bytes) => {
		for (const piece of [bytes.length, 11, 1]) {
			expect(await secondsOf(bytes, piece)).toBeUndefined();
		}
	});

	it('is one second at least', async () => {
		const bytes = file(movie(header(600, 0)));
		expect(await secondsOf(bytes, bytes.length)).toBe(1);
	});
});

function wave(perSecond: number, data: number, riff = 'RIFF', form = 'WAVEfmt '): Buffer {
	const bytes = Buffer.alloc(44 + data);
	bytes.write(riff, 0, 'latin1');
	bytes.write(form, 8, 'latin1');
	bytes.writeUInt32LE(perSecond, 28);
	return bytes;
}

describe('the length of a WAV', () => {
	it.each([
		['leaves its header out', wave(8, 80), 10],
		['is rounded to whole seconds', wave(8, 84), 11],
		['is one second at least', wave(8, 0), 1],
	])('%s', async (_what, bytes, seconds) => {
		for (const piece of [bytes.length, 7]) expect(await secondsOf(bytes, piece)).toBe(seconds);
	});

	it.each([
		['its header lacks a byte', wave(8, 0).subarray(0, 43)],
		['nothing but its type is there', wave(8, 0).subarray(0, 16)],
		['it is no RIFF', wave(8, 80, 'RIFX')],
		['it is a RIFF of another kind', wave(8, 80, 'RIFF', 'AVI LIST')],
		['a second takes no bytes', wave(0, 80)],
	])('is unknown where %s', async (_what, bytes) => {
		expect(await secondsOf(bytes, bytes.length)).toBeUndefined();
	});
});
