import { Fields, withoutAbsent } from '../../nodes/TencentChatDesk/parameters/fields';
import { item, locator, refusal } from './item';

type Reader = (fields: Fields, name: string, label: string) => unknown;

/** Each reader with a value that it takes, and what it makes of it. */
const optionalReaders: Array<[kind: string, reader: Reader, good: unknown, expected: unknown]> = [
	['text', (f, n, l) => f.optionalText(n, l), 'Hello', 'Hello'],
	['ID', (f, n, l) => f.optionalId(n, l), 'user45', 'user45'],
	['whole number', (f, n, l) => f.optionalInteger(n, l), 60, 60],
	['number', (f, n, l) => f.optionalNumber(n, l, { min: -90, max: 90 }), 22.54, 22.54],
	['yes or no', (f, n, l) => f.optionalBoolean(n, l), false, false],
	['choice', (f, n, l) => f.optionalChoice(n, l, [1, 2]), 2, 2],
	['several choices', (f, n, l) => f.optionalChoices(n, l, ['a', 'b']), ['b'], ['b']],
	['JSON', (f, n, l) => f.optionalJson(n, l), '{"a":1}', { a: 1 }],
	['JSON object', (f, n, l) => f.optionalJsonObject(n, l), '{"a":1}', { a: 1 }],
	['JSON text', (f, n, l) => f.optionalJsonText(n, l), '{"a": 1}', '{"a": 1}'],
];
const requiredReaders: Array<[kind: string, reader: Reader, good: unknown, expected: unknown]> = [
	['text', (f, n, l) => f.text(n, l), 'Hello', 'Hello'],
	['ID', (f, n, l) => f.id(n, l), 'user45', 'user45'],
	['whole number', (f, n, l) => f.integer(n, l), 0, 0],
	['number', (f, n, l) => f.number(n, l, { min: -90, max: 90 }), 0, 0],
	['choice', (f, n, l) => f.choice(n, l, ['a', 'b']), 'a', 'a'],
	['text or JSON', (f, n, l) => f.textOrJson(n, l), { a: 1 }, '{"a":1}'],
];
const everyReader = [...optionalReaders, ...requiredReaders];

describe.each(everyReader)('a parameter that is a %s', (_kind, reader, good, expected) => {
	it('is read', () => {
		expect(reader(item({ p: good }), 'p', 'Parameter')).toEqual(expected);
	});

	it('is read out of a resource picker', () => {
		expect(reader(item({ p: locator(good) }), 'p', 'Parameter')).toEqual(expected);
	});

	it.each([
		['undefined', undefined],
		['not a number', Number.NaN],
		['undefined inside a resource picker', locator(undefined)],
	])('is refused by its label when an expression gives %s', (_what, value) => {
		const { problem, advice } = refusal(() => reader(item({ p: value }), 'p', 'My Label'));
		expect(problem).toBe("'My Label' is undefined");
		expect(advice).toContain('expression');
	});
});

describe.each(everyReader)('an expression for a %s', (_kind, reader) => {
	it('that fails is an error of its item, with the label and the reason', () => {
		const fields = new Fields(() => {
			throw new Error("Cannot read properties of undefined (reading 'id')");
		});
		expect(refusal(() => reader(fields, 'p', 'My Label')).problem).toBe(
			"The expression of 'My Label' fails: Cannot read properties of undefined (reading 'id')",
		);
	});
});

describe.each(optionalReaders)('an optional %s', (_kind, reader) => {
	it.each([
		['is empty', ''],
		['is null', null],
		['is an empty resource picker', locator('')],
		['is a resource picker that was added and left alone', { mode: 'list', value: '' }],
	])('counts as not given when it %s', (_what, value) => {
		expect(reader(item({ p: value }), 'p', 'Parameter')).toBeUndefined();
	});
});

describe.each(requiredReaders)('a required %s', (_kind, reader) => {
	it.each([
		['is empty', ''],
		['is null', null],
		['is an empty resource picker', locator('')],
	])('is asked for by its label when it %s', (_what, value) => {
		const { problem } = refusal(() => reader(item({ p: value }), 'p', 'My Label'));
		expect(problem).toBe("'My Label' is empty");
	});
});

describe('a text', () => {
	const text = (value: unknown) => item({ p: value }).text('p', 'Text');

	it.each([
		[' kept as it is\n', ' kept as it is\n'],
		[12345, '12345'],
		[0, '0'],
		[false, 'false'],
		[9007199254740993n, '9007199254740993'],
	])('given as %p is %j', (value, expected) => {
		expect(text(value)).toBe(expected);
	});

	it.each([[{ name: 'Mia' }], [['a', 'b']], [{}], [[]]])('is never made of %j', (value) => {
		const { problem, advice } = refusal(() => text(value));
		expect(problem).toBe("'Text' is not a text");
		expect(advice).toContain('JSON.stringify()');
	});
});

describe('an ID', () => {
	const id = (value: unknown) => item({ p: value }).id('p', 'User ID');

	it.each([
		[12345, '12345'],
		[0, '0'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[12345678901234567890n, '12345678901234567890'],
		['@customer_service_account', '@customer_service_account'],
		[' user45\n', 'user45'],
		['007', '007'],
		[locator(1289314544), '1289314544'],
	])('given as %p goes out as the text %j', (value, expected) => {
		expect(id(value)).toBe(expected);
	});

	it.each([[2 ** 53], [1.5], [Number.POSITIVE_INFINITY], [1e21]])(
		'that lost digits as a number, such as %d, is refused rather than sent to a stranger',
		(value) => {
			const { problem, advice } = refusal(() => id(value));
			expect(problem).toContain("'User ID'");
			expect(advice).toContain('Pass the ID as a text');
		},
	);

	it.each([[true], [{ id: 5 }], [['user45']], [{ value: 'user45' }]])(
		'is never made of %j',
		(value) => {
			expect(refusal(() => id(value)).problem).toBe("'User ID' is not an ID");
		},
	);

	it('of spaces alone is empty', () => {
		expect(refusal(() => id('  ')).problem).toBe("'User ID' is empty");
	});
});

describe('several IDs', () => {
	const ids = (value: unknown, max?: number) => item({ p: value }).ids('p', 'Users', { max });

	it.each([
		[
			['a', 'b'],
			['a', 'b'],
		],
		['a, b,,  c ', ['a', 'b', 'c']],
		['["a", 12345]', ['a', '12345']],
		[
			['b', 'a', 'b', '', ' a '],
			['b', 'a'],
		],
		[12345, ['12345']],
	])('given as %j are %j', (value, expected) => {
		expect(ids(value)).toEqual(expected);
	});

	it('that are all empty are none', () => {
		expect(refusal(() => ids(' , ')).problem).toBe("'Users' is empty");
		expect(item({ p: [] }).optionalIds('p', 'Users')).toBeUndefined();
	});

	it('may be as many as the API takes, copies not counted', () => {
		expect(ids('a,b,b', 2)).toEqual(['a', 'b']);
		expect(refusal(() => ids('a,b,c', 2)).problem).toBe(
			"'Users' holds 3 entries, more than the 2 that Tencent takes",
		);
	});

	it.each([[[{ id: 1 }]], [[true]], ['[{}]']])('are never made of %j', (value) => {
		expect(refusal(() => ids(value)).problem).toBe("'Users' is not an ID");
	});

	it('in broken JSON are refused', () => {
		expect(refusal(() => ids('["a"')).problem).toBe("'Users' is not valid JSON");
	});
});

describe('several texts', () => {
	const texts = (value: unknown) => item({ p: value }).optionalTexts('p', 'Questions');

	it.each([
		[
			['One, two?', '', 'Three'],
			['One, two?', 'Three'],
		],
		['One, two?', ['One, two?']],
		['["One", "Two"]', ['One', 'Two']],
		[[], undefined],
	])('given as %j are %j', (value, expected) => {
		expect(texts(value)).toEqual(expected);
	});
});

describe('a whole number', () => {
	const integer = (value: unknown, range = {}) => item({ p: value }).integer('p', 'Count', range);

	it.each([
		['60', 60],
		[' 60 ', 60],
		['60\u00a0', 60],
		['+60', 60],
		['60.0', 60],
		['6e1', 60],
		['0', 0],
		[-5, -5],
		[4294967295, 4294967295],
	])('given as %p is %d', (value, expected) => {
		expect(integer(value)).toBe(expected);
	});

	it.each([
		['sixty'],
		['1,000'],
		['1 000'],
		['1.000,5'],
		['0x10'],
		['0b11'],
		['Infinity'],
		['９'],
		['60s'],
		[1.5],
		['1.5'],
		[2 ** 53],
		[Number.POSITIVE_INFINITY],
		[true],
		[{}],
	])('is not %p', (value) => {
		expect(refusal(() => integer(value)).problem).toBe("'Count' is not a whole number");
	});

	it('may be at the ends of its range and not beyond', () => {
		const range = { min: 1, max: 256 };
		expect([integer(1, range), integer(256, range)]).toEqual([1, 256]);
		for (const outside of [0, 257]) {
			const { problem, advice } = refusal(() => integer(outside, range));
			expect(problem).toBe(`'Count' is ${outside}, out of its range`);
			expect(advice).toBe('Enter a number from 1 to 256.');
		}
		expect(refusal(() => integer(-1, { min: 0 })).advice).toBe('Enter 0 or more.');
	});
});

describe('a number with decimals', () => {
	const latitude = (value: unknown) =>
		item({ p: value }).number('p', 'Latitude', { min: -90, max: 90 });

	it('may be a text with a point', () => {
		expect([latitude('22.5405'), latitude(-90), latitude('90')]).toEqual([22.5405, -90, 90]);
	});

	it.each([['22,54'], ['0x16'], ['1e999'], ['north'], [true], [[]], [Number.POSITIVE_INFINITY]])(
		'is not %p',
		(value) => {
			expect(refusal(() => latitude(value)).problem).toBe("'Latitude' is not a number");
		},
	);

	it.each([[90.1], [-90.1]])('is refused out of its range at %d', (value) => {
		expect(refusal(() => latitude(value)).advice).toBe('Enter a number from -90 to 90.');
	});
});

describe('yes or no', () => {
	const flag = (value: unknown) => item({ p: value }).optionalBoolean('p', 'Dry Run');

	it.each([
		[true, true],
		['true', true],
		[1, true],
		['1', true],
		[false, false],
		['false', false],
		[0, false],
		['0', false],
		['TRUE', true],
		['True', true],
		[' true\n', true],
		[' 1 ', true],
		['FALSE', false],
		['False ', false],
	])('given as %p is %p', (value, expected) => {
		expect(flag(value)).toBe(expected);
	});

	it.each([['yes'], ['on'], ['t'], ['true, false'], [2], [{}], [[]], ['undefined']])(
		'is not guessed from %p',
		(value) => {
			expect(refusal(() => flag(value)).problem).toBe("'Dry Run' is neither true nor false");
		},
	);
});

describe('a choice', () => {
	it('of numbers may come as a text and goes out as a number', () => {
		expect(item({ p: '2' }).choice('p', 'Sync', [1, 2])).toBe(2);
	});

	it.each([' 2', '2\n'])('may have white space around it: %j', (value) => {
		expect(item({ p: value }).choice('p', 'Sync', [1, 2])).toBe(2);
	});

	it.each(['high', 'HIGH', ' High '])('may be written in any case: %j', (value) => {
		expect(item({ p: value }).choice('p', 'Priority', ['High', 'Low'])).toBe('High');
	});

	it('is taken by its case where only that tells it from another', () => {
		const read = (value: string) => item({ p: value }).choice('p', 'Kind', ['a', 'A']);
		expect([read('a'), read('A')]).toEqual(['a', 'A']);
	});

	it('that does not exist is refused with those that do', () => {
		const { problem, advice } = refusal(() => item({ p: 3 }).choice('p', 'Sync', [1, 2]));
		expect([problem, advice]).toEqual(["'Sync' is not one of its choices", 'Use one of: 1, 2.']);
	});
});

describe('several choices', () => {
	const controls = ['NoUnread', 'NoLastMsg'] as const;
	const choices = (value: unknown) => item({ p: value }).optionalChoices('p', 'Control', controls);

	it.each([
		[['NoLastMsg'], ['NoLastMsg']],
		['NoUnread', ['NoUnread']],
		[['NoUnread', 'NoUnread'], ['NoUnread']],
		['["NoUnread"]', ['NoUnread']],
		['["NoLastMsg", "NoUnread"]', ['NoUnread', 'NoLastMsg']],
		['NoUnread,NoLastMsg', ['NoUnread', 'NoLastMsg']],
		['NoUnread; nolastmsg\n', ['NoUnread', 'NoLastMsg']],
		[[' nounread '], ['NoUnread']],
		['[]', undefined],
		[' , ', undefined],
		[[], undefined],
	])('given as %j are %j', (value, expected) => {
		expect(choices(value)).toEqual(expected);
	});

	it.each([
		[['NoUnread', 'Loud']],
		['Loud'],
		['NoUnread,Loud'],
		['NoUnread NoLastMsg'],
		['["Loud"]'],
		[['NoUnread', undefined]],
		[{}],
		[[['NoUnread']]],
	])('are refused for one that does not exist: %j', (value) => {
		expect(refusal(() => choices(value)).advice).toBe('Use any of: NoUnread, NoLastMsg.');
	});
});

describe('JSON', () => {
	const json = (value: unknown) => item({ p: value }).optionalJson('p', 'Elements');
	const object = (value: unknown) => item({ p: value }).optionalJsonObject('p', 'Extra');
	const text = (value: unknown) => item({ p: value }).optionalJsonText('p', 'Extension');
	const sent = (value: unknown) => item({ p: value }).textOrJson('p', 'Data');

	it('may be a text or the value itself', () => {
		expect([json('[1]'), json([1]), json({ a: null }), json(5)]).toEqual([
			[1],
			[1],
			{ a: null },
			5,
		]);
	});

	it('of white space alone is not given', () => {
		expect([json(' \n'), object(' \n')]).toEqual([undefined, undefined]);
	});

	it.each([['{'], ["{'a':1}"], ['{"a":1,}'], ['hello']])('is not %s', (value) => {
		expect(refusal(() => json(value)).problem).toBe("'Elements' is not valid JSON");
		expect(refusal(() => object(value)).problem).toBe("'Extra' is not valid JSON");
		expect(refusal(() => text(value)).problem).toBe("'Extension' is not valid JSON");
	});

	it.each([['[]'], [[]], ['null'], ['5'], [5], ['"text"']])(
		'where an object is wanted is not %j',
		(value) => {
			expect(refusal(() => object(value)).problem).toBe("'Extra' is not a JSON object");
		},
	);

	it('keeps a field named __proto__ as a field', () => {
		const given = object('{"__proto__":{"admin":true}}');
		expect(JSON.stringify(given)).toBe('{"__proto__":{"admin":true}}');
		expect(given).not.toHaveProperty('admin');
	});

	it('that goes out as text is encoded once and not touched when it is a text already', () => {
		expect(text('{ "a" : 1 }')).toBe('{ "a" : 1 }');
		expect(text({ a: 'b"c' })).toBe('{"a":"b\\"c"}');
		expect(sent('{ "a" : 1 }')).toBe('{ "a" : 1 }');
		expect(sent({ a: [1] })).toBe('{"a":[1]}');
	});

	it('is not asked of data that may be any text', () => {
		expect([sent('hello'), sent(5), sent(true)]).toEqual(['hello', '5', 'true']);
	});
});

describe('a collection', () => {
	it('reads entries that were not added as not given', () => {
		const options = item({ options: { a: 1 } }).collection('options', 'Options');
		expect(options.optionalText('b', 'B')).toBeUndefined();
		expect(options.optionalText('toString', 'To String')).toBeUndefined();
	});

	it('refuses an entry that was added and whose expression gives nothing', () => {
		const options = item({ options: { a: undefined } }).collection('options', 'Options');
		expect(refusal(() => options.optionalText('a', 'Label')).problem).toBe("'Label' is undefined");
	});

	it.each([[''], [null], [undefined], [[]], [{}]])('that is %j is empty', (value) => {
		expect(
			item({ options: value }).collection('options', 'Options').optionalText('a', 'A'),
		).toBeUndefined();
	});

	it('whose expression fails is named', () => {
		const fields = new Fields(() => {
			throw new Error('broken');
		});
		const { problem } = refusal(() => fields.collection('options', 'Options'));
		expect(problem).toBe("The expression of 'Options' fails: broken");
	});

	it('is asked for once, however many of its entries are read', () => {
		const read = jest.fn(() => ({ a: 1, b: 2 }));
		const options = new Fields(read).collection('options', 'Options');
		expect([options.text('a', 'A'), options.text('b', 'B')]).toEqual(['1', '2']);
		expect(read).toHaveBeenCalledTimes(1);
	});
});

describe('a body', () => {
	it('has only what was given: false, zero and empty texts are given', () => {
		const body = { a: undefined, b: false, c: 0, d: '', e: null };
		expect(withoutAbsent(body)).toEqual({ b: false, c: 0, d: '', e: null });
		expect(Object.keys(withoutAbsent(body))).not.toContain('a');
	});
});

describe('a list of IDs', () => {
	const read = (value: unknown, max?: number) =>
		item({ list: value }).optionalIds('list', 'My Label', { max });

	it.each<[string, unknown]>([
		['a list', ['a', ' b ', 12]],
		['a JSON list', '["a", "b", 12]'],
		['a text with commas, gaps and doubles', ' a, b,,12 ,a'],
	])('is taken from %s', (_what, value) => {
		expect(read(value)).toEqual(['a', 'b', '12']);
	});

	it.each([[''], [null], [[]], ['[]'], [' , ']])('is not given when it is %j', (value) => {
		expect(read(value)).toBeUndefined();
		expect(refusal(() => item({ list: value }).ids('list', 'My Label')).problem).toBe(
			"'My Label' is empty",
		);
	});

	it('counts each entry once', () => {
		expect(read('a,b,a', 2)).toEqual(['a', 'b']);
		expect(refusal(() => read('a,b,c', 2)).problem).toBe(
			"'My Label' holds 3 entries, more than the 2 that Tencent takes",
		);
	});

	it.each<[string, unknown]>([
		["'My Label' is undefined", undefined],
		["'My Label' is not valid JSON", '["a"'],
		["'My Label' is not an ID", [{ id: 'a' }]],
		["'My Label' is not an ID", { id: 'a' }],
	])('is refused because %s', (problem, value) => {
		expect(refusal(() => read(value)).problem).toBe(problem);
	});
});
