import { Lines } from '../../../nodes/TencentChatDesk/delivery/transport/lines';

/** The lines of a text that comes in these pieces. */
function linesOf(...pieces: Array<string | Uint8Array>): string[] {
	const found: string[] = [];
	const lines = new Lines((line) => found.push(line));
	for (const piece of pieces) lines.add(typeof piece === 'string' ? Buffer.from(piece) : piece);
	lines.end();
	return found;
}

describe('the lines of a text', () => {
	it('are the same, however the text is cut into pieces', () => {
		const text = '{"a":1}\n\n{"b":"中文"}\nlast';
		const bytes = Buffer.from(text);
		for (let at = 0; at <= bytes.length; at += 1) {
			expect(linesOf(bytes.subarray(0, at), bytes.subarray(at))).toEqual(text.split('\n'));
		}
	});

	it('do not include an empty one behind the last line break', () => {
		expect(linesOf('one\n')).toEqual(['one']);
		expect(linesOf()).toEqual([]);
	});

	it('are given out as soon as they are complete, and the last one once', () => {
		const found: string[] = [];
		const lines = new Lines((line) => found.push(line));
		lines.add(Buffer.from('one\ntwo'));
		expect(found).toEqual(['one']);
		lines.end();
		lines.end();
		expect(found).toEqual(['one', 'two']);
	});

	it('may have 1 MB each, and not one letter more', () => {
		const megabyte = 'x'.repeat(1024 * 1024);
		expect(linesOf(megabyte)).toEqual([megabyte]);
		expect(() => linesOf(`${megabyte}x`)).toThrow(new RangeError('A line of the file is too long'));
	});
});
