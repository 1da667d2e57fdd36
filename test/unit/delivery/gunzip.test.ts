import { gzipSync } from 'node:zlib';

import { Unpacker } from '../../../nodes/TencentChatDesk/delivery/transport/gunzip';

/** What comes out for these pieces, and in how many. */
function unpacked(...pieces: Uint8Array[]): { content: Buffer; count: number } {
	const found: Uint8Array[] = [];
	const unpacker = new Unpacker((piece) => found.push(piece));
	for (const piece of pieces) unpacker.add(piece);
	return { content: Buffer.concat(found), count: found.length };
}

const text = Buffer.from(Array.from({ length: 4_000 }, (_, line) => `message ${line}\n`).join(''));
const packed = gzipSync(text);

describe('a packed file', () => {
	it('is unpacked, in one piece or in many', () => {
		expect(unpacked(packed).content.equals(text)).toBe(true);
		const pieces = Array.from({ length: Math.ceil(packed.length / 100) }, (_, index) =>
			packed.subarray(100 * index, 100 * (index + 1)),
		);
		expect(unpacked(...pieces).content.equals(text)).toBe(true);
	});

	it('is unpacked where nothing comes first', () => {
		expect(unpacked(Buffer.alloc(0), packed).content.equals(text)).toBe(true);
	});

	it('is told by its first two bytes, of its first piece only', () => {
		for (const other of [[0x1f, 0x8c], [0x1e, 0x8b], [0x1f]]) {
			expect([...unpacked(Buffer.from(other)).content]).toEqual(other);
		}
		const behind = unpacked(Buffer.from('text'), packed).content;
		expect(behind.equals(Buffer.concat([Buffer.from('text'), packed]))).toBe(true);
	});

	it('is unpacked a little at a time, so that one that swells fills no memory', () => {
		const { content, count } = unpacked(gzipSync(Buffer.alloc(16 * 1024 * 1024)));
		expect(content).toHaveLength(16 * 1024 * 1024);
		expect(count).toBeGreaterThan(3);
	});

	it('that is damaged is refused', () => {
		expect(() =>
			unpacked(Buffer.concat([packed.subarray(0, 10), Buffer.alloc(50, 0xff)])),
		).toThrow();
	});
});
