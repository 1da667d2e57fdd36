import { item, refusal } from './item';

const idsIn = (value: unknown) => item({ users: value }).ids('users', 'User IDs');

describe('a list of IDs', () => {
	it.each([
		['a list', ['a', 'b']],
		['a JSON list', '["a", "b"]'],
		['a JSON list with space around it', ' ["a","b"] '],
		['a text with commas', 'a, b'],
		['a text with commas too many and repeated IDs', ' a,,b ,a,'],
		['a list with gaps', ['a', '', null, ' b ', 'a']],
	])('may be given as %s', (_case, value) => {
		expect(idsIn(value)).toEqual(['a', 'b']);
	});

	it.each([
		['a list of numbers', [1, 2]],
		['a JSON list of numbers', '[1, 2]'],
		['digits with commas', '1,2'],
	])('holds texts, also from %s', (_case, value) => {
		expect(idsIn(value)).toEqual(['1', '2']);
	});

	it('may be a single number', () => {
		expect(idsIn(12345)).toEqual(['12345']);
	});

	it.each([
		["'User IDs' is empty", ''],
		["'User IDs' is empty", []],
		["'User IDs' is empty", ' , '],
		["'User IDs' is undefined", undefined],
		["'User IDs' is undefined", ['a', undefined]],
		["'User IDs' is not an ID", [{ id: 'a' }]],
		["'User IDs' is not a whole number that is exact", [2 ** 60]],
	])('is refused: %s', (problem, value) => {
		expect(refusal(() => idsIn(value)).problem).toBe(problem);
	});

	it.each([
		['lines', 'a\nb'],
		['lines of Windows', 'a\r\nb\r\n'],
		['semicolons', 'a; b;'],
		['tabs', 'a\tb'],
		['Chinese commas', 'a，b'],
		['Chinese semicolons', 'a；b'],
		['the Chinese comma of lists', 'a、b'],
		['several of them', '\na ,\n b;；\u00a0'],
	])('may be a text with %s between them', (_case, value) => {
		expect(idsIn(value)).toEqual(['a', 'b']);
	});

	it.each([
		['a space between what may be two IDs', 'a b'],
		['a space in one of them', 'c, a b'],
		['a space of Chinese text', 'a\u3000b'],
		['quotes', '"a","b"'],
	])('is refused for %s, with how to write it', (_case, value) => {
		const { problem, advice } = refusal(() => idsIn(value));
		expect(problem).toMatch(/^'User IDs' holds '.*', which has a space or quotes in it$/);
		expect(advice).toContain('JSON list');
	});

	it('may hold IDs with spaces where it says which is which', () => {
		expect(idsIn(['mia 1', 'b'])).toEqual(['mia 1', 'b']);
		expect(idsIn('["mia 1", "b"]')).toEqual(['mia 1', 'b']);
	});

	it.each([[['a,b']], ['["a;b"]'], [['a\nb', 'c']]])(
		'is refused for an entry that is a list itself: %j',
		(value) => {
			expect(refusal(() => idsIn(value)).problem).toContain('looks like a list');
		},
	);

	it.each(['a\u200b, b', ['a', 'b\u0000'], '["a\u00a0b"]'])(
		'is refused for a character that nobody sees: %j',
		(value) => {
			expect(refusal(() => idsIn(value)).problem).toContain('a character that no ID has (U+');
		},
	);

	it('may be left out where it is optional, and is counted after repeated IDs are gone', () => {
		const read = (users: unknown) => item({ users }).optionalIds('users', 'User IDs', { max: 2 });
		expect(read('')).toBeUndefined();
		expect(read('a,b,a')).toEqual(['a', 'b']);
		expect(refusal(() => read('a,b,c')).problem).toBe(
			"'User IDs' holds 3 entries, more than the 2 that Tencent takes",
		);
	});
});

describe('an ID', () => {
	const idIn = (value: unknown, many?: string) =>
		item({ user: value }).id('user', 'User ID', { many });

	it.each([
		'@TGS#2J4SZEAEL',
		'@customer_service_account',
		'@RBT#001',
		'mia@example.com',
		'fd8a2e30-54de-4e40-bcaf-02718409c5cf',
		'31906_833502_1572869830',
		'mia 1',
		"o'neill",
		'[bot]',
		'{42}',
		'a.b+c=d/e',
	])('of signs that Tencent allows stays as it is: %s', (id) => {
		expect(idIn(id)).toBe(id);
	});

	it.each(['\u00a0a', 'a\ufeff', '\u3000a\n', '\t a \r\n'])(
		'loses the white space around it, of any script: %j',
		(value) => {
			expect(idIn(value)).toBe('a');
		},
	);

	it.each([
		'a, b',
		'a;b',
		'a\nb',
		'a\r\nb',
		'a\tb',
		'a，b',
		'a；b',
		'a、b',
		'["a","b"]',
		'["a"]',
		'[]',
	])('is not a list: %j', (value) => {
		const { problem, advice } = refusal(() => idIn(value, "Use 'Send to Many'."));
		expect(problem).toBe(`'User ID' takes one ID, and '${value}' looks like a list`);
		expect(advice).toMatch(/^Give one ID for each item; .*\. Use 'Send to Many'\.$/);
	});

	it.each(['[object Object]', 'user[object Object]', '{"id": 1}', '{"id": 1, "name": "a"}'])(
		'is not an object: %s',
		(value) => {
			expect(refusal(() => idIn(value)).problem).toBe(
				`'User ID' holds an object in place of its ID: '${value}'`,
			);
		},
	);

	it.each([
		['a zero-width space', 'U+200B', 'alice\u200b'],
		['a zero-width joiner', 'U+200D', 'ali\u200dce'],
		['a mark for writing from right to left', 'U+202E', '\u202ealice'],
		['a soft hyphen', 'U+00AD', 'ali\u00adce'],
		['a byte order mark inside', 'U+FEFF', 'ali\ufeffce'],
		['a fixed space inside', 'U+00A0', 'ali\u00a0ce'],
		['a zero byte', 'U+0000', 'alice\u0000'],
		['an escape sequence', 'U+001B', '\u001b[31malice'],
		['a variation selector', 'U+FE0F', 'alice\ufe0f'],
		['half an emoji', 'U+FFFD', 'alice\ud83d'],
		['a line separator inside', 'U+2028', 'ali\u2028ce'],
	])('is refused with %s, which would be a stranger', (_case, name, value) => {
		expect(refusal(() => idIn(value)).problem).toContain(
			`'User ID' holds a character that no ID has (${name})`,
		);
	});
});

describe('the ID of a group or a room', () => {
	const idIn = (value: unknown) => item({ group: value }).id('group', 'Group', { kind: 'place' });

	it('may hold any printable ASCII', () => {
		expect(idIn('order, 4711; @TGS#_"a"')).toBe('order, 4711; @TGS#_"a"');
	});

	it.each(['a\nb', 'a，b', '["a","b"]', 'a\u200b', '[object Object]'])('is not %j', (value) => {
		expect(refusal(() => idIn(value)).problem).toContain("'Group'");
	});
});

describe('a name of the user’s own', () => {
	const wordsIn = (value: unknown) => item({ tags: value }).ids('tags', 'Tags', { kind: 'word' });

	it('may be of any words, in a list like one of IDs', () => {
		expect(wordsIn('new york, 北京；gold\n"vip"')).toEqual(['new york', '北京', 'gold', '"vip"']);
		expect(wordsIn(['a,b', ' c;d '])).toEqual(['a,b', 'c;d']);
	});
});
