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

	it('may be left out where it is optional, and is counted after repeated IDs are gone', () => {
		const read = (users: unknown) => item({ users }).optionalIds('users', 'User IDs', { most: 2 });
		expect(read('')).toBeUndefined();
		expect(read('a,b,a')).toEqual(['a', 'b']);
		expect(refusal(() => read('a,b,c')).problem).toBe(
			"'User IDs' holds 3 entries, more than the 2 that Tencent takes",
		);
	});
});
