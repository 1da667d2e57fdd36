import { unfold } from '../../../nodes/TencentChatDesk/delivery/transport/unfold';

/** Each character of what a text unfolds to, with the part of the text that it stands for. */
function parts(source: string): Array<[string, string]> {
	const unfolded = unfold(source);
	return [...unfolded.text].map((char, at) => [
		char,
		source.slice(unfolded.startOf(at), unfolded.endOf(at)),
	]);
}

describe('the escapes of a text', () => {
	it.each([
		['%41%7a', 'Az'],
		['%2541', 'A'],
		[`%${'25'.repeat(10)}41`, 'A'],
		['100% of %zz and %4', '100% of %zz and %4'],
		['%25zz', '%zz'],
	])('are undone as in addresses: %s', (source, text) => {
		expect(unfold(source).text).toBe(text);
	});

	it.each([
		['\\u0041\\x42\\u{43}\\u{000044}', 'ABCD'],
		['\\\\\\u0041', 'A'],
		['\\"\\/\\\\', '"/'],
		['a\\nb\\rc\\td\\be\\ff', 'abc\td\be\ff'],
		['\\uFFFF', '\uffff'],
		['\\u{10000}', 'u{10000}'],
		['\\U0041\\X41', 'U0041X41'],
		['\\u004', 'u004'],
	])('are undone as in JSON and scripts: %s', (source, text) => {
		expect(unfold(source).text).toBe(text);
	});

	it.each([
		['&lt;&LT;&lt', '<<<'],
		['&#65;&#x42;&#67', 'ABC'],
		['&foo; &lt;', '&foo; <'],
		['&#65536; &lt;', '&#65536; <'],
		['a & b', 'a & b'],
	])('are undone as in HTML: %s', (source, text) => {
		expect(unfold(source).text).toBe(text);
	});

	it('are line breaks, too', () => {
		expect(unfold('one\r\ntwo\nthree\n').text).toBe('onetwothree');
	});

	it('are undone within each other, four deep', () => {
		expect(unfold('&amp;amp;amp;lt;').text).toBe('<');
		expect(unfold('&amp;amp;amp;amp;lt;').text).toBe('&lt;');
		expect(unfold('&amp;amp;amp;amp;amp;lt;').text).toBe('&amp;lt;');
	});
});

describe('a character of an unfolded text', () => {
	it('is where it was in a text without escapes', () => {
		expect(parts('ab c')).toEqual([
			['a', 'a'],
			['b', 'b'],
			[' ', ' '],
			['c', 'c'],
		]);
	});

	it('stands for its escape, the others for themselves', () => {
		expect(parts('ab%63d\ne&lt;\\u0041fg\n')).toEqual([
			['a', 'a'],
			['b', 'b'],
			['c', '%63'],
			['d', 'd'],
			['e', 'e'],
			['<', '&lt;'],
			['A', '\\u0041'],
			['f', 'f'],
			['g', 'g'],
		]);
	});

	it('stands for its escape with all backslashes before it', () => {
		expect(parts('\\\\\\u0041b')).toEqual([
			['A', '\\\\\\u0041'],
			['b', 'b'],
		]);
	});

	it('stands for all escapes within each other', () => {
		expect(parts('a&amp;#37;62c%26lt;d')).toEqual([
			['a', 'a'],
			['b', '&amp;#37;62'],
			['c', 'c'],
			['<', '%26lt;'],
			['d', 'd'],
		]);
	});
});
