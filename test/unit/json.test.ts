import { parseGiven, parseReceived } from '../../nodes/TencentChatDesk/parameters/json';
import { item, refusal } from './item';

const beyond = '12345678901234567890';

describe('JSON that Tencent sent', () => {
	it.each<[string, unknown]>([
		[`{"Next":${beyond}}`, { Next: beyond }],
		[`[-${beyond}, 9007199254740993]`, [`-${beyond}`, '9007199254740993']],
		[`{"a":[{"b": ${beyond} }],"c":1}`, { a: [{ b: beyond }], c: 1 }],
		[beyond, beyond],
	])('keeps every digit of a whole number beyond 2^53, as a text: %s', (text, value) => {
		expect(parseReceived(text)).toEqual(value);
	});

	it.each<[string, unknown]>([
		['9007199254740991', 9007199254740991],
		['-9007199254740991', -9007199254740991],
		[
			`[1e21, 0.1, 1.2345678901234567890, ${beyond}.5, 1E+30]`,
			[1e21, 0.1, 1.2345678901234567, 12345678901234567890.5, 1e30],
		],
		[`{"a":"${beyond}","${beyond}":"b"}`, { a: beyond, [beyond]: 'b' }],
		[
			JSON.stringify({ Data: `{"id":${beyond},"q":"\\"${beyond}"}` }),
			{ Data: `{"id":${beyond},"q":"\\"${beyond}"}` },
		],
		[
			JSON.stringify([`\\`, Number.MAX_SAFE_INTEGER, `\\"${beyond}`]),
			['\\', Number.MAX_SAFE_INTEGER, `\\"${beyond}`],
		],
		['null', null],
	])('is otherwise what it says: %s', (text, value) => {
		expect(parseReceived(text)).toEqual(value);
	});

	it.each(['', '{', `{"a":${beyond}`, `"${beyond}`, '{"a":1}x', '0123456789012345678'])(
		'is none in %j',
		(text) => {
			expect(parseReceived(text)).toBeUndefined();
			expect(parseGiven(text)).toBeUndefined();
		},
	);

	it('is read in one go, however hard it is to tell where its texts end', () => {
		const text = '\\"'.repeat(500_000);
		expect(parseReceived(`["${text}",${beyond}]`)).toEqual(['"'.repeat(500_000), beyond]);
		expect(parseReceived(`"${text},${beyond}`)).toBeUndefined();
	});
});

describe('a number beyond 2^53 in what a user writes', () => {
	const tooLarge =
		"'Extra Body' holds the number 12345678901234567890, which is too large to be exact";
	const extra = (value: unknown) => item({ p: value }).optionalJsonObject('p', 'Extra Body');

	it('is refused with its digits', () => {
		const { problem, advice } = refusal(() => extra(`{"a":[{"Id": ${beyond}}]}`));
		expect(problem).toBe(tooLarge);
		expect(advice).toContain('double quotes');
	});

	it('is refused where an expression has lost its digits already', () => {
		const { problem } = refusal(() => extra({ a: [{ Id: 2 ** 60 }] }));
		expect(problem).toContain("'Extra Body' holds the number 1152921504606847000");
		expect(refusal(() => item({ p: [2 ** 60] }).textOrJson('p', 'Data')).problem).toContain(
			"'Data'",
		);
	});

	it.each<[unknown, unknown]>([
		[`{"Id":"${beyond}"}`, { Id: beyond }],
		['{"a":1e21,"b":0.1,"c":9007199254740991}', { a: 1e21, b: 0.1, c: 9007199254740991 }],
		[
			{ a: 1e21, b: 0.1 },
			{ a: 1e21, b: 0.1 },
		],
		[JSON.stringify({ Data: `{"id":${beyond}}` }), { Data: `{"id":${beyond}}` }],
	])('is none in %j', (given, value) => {
		expect(extra(given)).toEqual(value);
	});

	it('stays in JSON that goes out as the text that it is', () => {
		const text = `{ "id": ${beyond} }`;
		expect(item({ p: text }).textOrJson('p', 'Data')).toBe(text);
		expect(item({ p: text }).optionalJsonText('p', 'Extension')).toBe(text);
	});

	it('stays in a list of IDs', () => {
		expect(item({ p: `[${beyond}, "a"]` }).ids('p', 'Users')).toEqual([beyond, 'a']);
	});
});

describe('JSON that is broken', () => {
	it('tells how an expression puts a text into it', () => {
		const { advice } = refusal(() =>
			item({ p: '{"Text": "She said "yes""}' }).optionalJson('p', 'Message Elements'),
		);
		expect(advice).toContain('.toJsonString()');
		expect(advice).toContain('JSON.stringify()');
	});
});
