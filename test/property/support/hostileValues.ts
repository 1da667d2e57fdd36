import { DateTime } from 'luxon';

/** A value that an expression may put in place of what is meant; made anew for each use. */
export interface HostileValue {
	name: string;
	make(): unknown;
	/** Takes long to read: tried where a control has a reader of its own. */
	isLarge?: true;
}

const value = (name: string, made: unknown): HostileValue => ({ name, make: () => made });
const fresh = (name: string, make: () => unknown): HostileValue => ({ name, make });
const large = (name: string, make: () => unknown): HostileValue => ({ name, make, isLarge: true });

const megabyte = 1024 * 1024;

function nested(depth: number): unknown {
	let inner: unknown = {};
	for (let level = 0; level < depth; level += 1) inner = { inner };
	return inner;
}

function endlessly(): unknown {
	const loop: Record<string, unknown> = {};
	loop.loop = loop;
	return loop;
}

export const locator = (inner?: unknown) => ({ __rl: true, mode: 'id', value: inner });

const harmful = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';

/** Values of the wrong type, out of range, or made to break something. */
export const hostileValues: HostileValue[] = [
	value('undefined', undefined),
	value('null', null),
	value('NaN', Number.NaN),
	value('Infinity', Number.POSITIVE_INFINITY),
	value('minus Infinity', Number.NEGATIVE_INFINITY),
	value('minus one', -1),
	value('minus zero', -0),
	value('a half', 0.5),
	value('2^32', 2 ** 32),
	value('2^53', 2 ** 53),
	value('a huge number', 1e300),
	value('a tiny number', 5e-324),
	value('a bigint', 2n ** 64n),
	value('a number as text', '42'),
	value('a number with blanks', ' 42 '),
	value('an exponent as text', '1e3'),
	value('a hexadecimal text', '0x10'),
	value('a huge number as text', '9'.repeat(40)),
	value('a negative number as text', '-5'),
	value('Infinity as text', 'Infinity'),
	value('true', true),
	value('true as text', 'true'),
	value('False as text', 'False'),
	value('blanks', ' \t '),
	value('an emoji of seven code points', '👩‍👩‍👧‍👦'),
	value('half an emoji', 'Hello \ud83d'),
	value('the other half', '\ude00 Hello'),
	value('control characters', 'a\u0000b\u0007c\u001b[31m\u2028'),
	value('a header behind a line break', 'a\r\nX-Injected: yes'),
	value('a path upwards', '../../v4/im_open_login_svc/account_delete'),
	value('a query', 'openim/sendmsg?identifier=somebody#fragment'),
	value('an encoded slash', 'openim%2f..%2fsendmsg'),
	value('a full URL', 'https://evil.example/v4/openim/sendmsg'),
	value('__proto__', '__proto__'),
	value('constructor', 'constructor'),
	value('toString', 'toString'),
	value('a date long ago', '1000-01-01T00:00:00Z'),
	value('a date far ahead', '+275760-09-13T00:00:00Z'),
	value('no JSON', '{"a": '),
	value('JSON with prototype keys', harmful),
	value('a JSON list of odd parts', '[null, {}, [[]], 1, "a"]'),
	fresh('prototype keys', () => JSON.parse(harmful)),
	fresh('an object without a text', () => ({ toString: 1, valueOf: 1 })),
	fresh('an object without a prototype', () => Object.create(null)),
	fresh('an empty object', () => ({})),
	fresh('an empty list', () => []),
	fresh('a list of texts', () => ['a', 'b']),
	fresh('a list of one number', () => [7]),
	fresh('a list of odd parts', () => [null, {}, [['a']], Number.NaN, 'a']),
	fresh('a list with a gap', () => ['a', undefined]),
	fresh('an object that holds itself', endlessly),
	fresh('a list with a bigint', () => [{ big: 1n }]),
	fresh('an object with a bigint', () => ({ big: 1n })),
	fresh('a function', () => () => 'text'),
	fresh('a symbol', () => Symbol('text')),
	fresh('a Date', () => new Date(1_740_000_000_000)),
	fresh('an invalid Date', () => new Date(Number.NaN)),
	fresh('a DateTime', () => DateTime.fromSeconds(1_740_000_000)),
	fresh('an invalid DateTime', () => DateTime.invalid('test')),
	fresh('a Buffer', () => Buffer.from('text')),
	fresh('a Map', () => new Map([['a', 1]])),
	fresh('a locator of nothing', () => ({ __rl: true })),
	fresh('a locator of null', () => locator(null)),
	fresh('a locator of an object', () => locator({ id: 1 })),
	fresh('a locator of a list', () => locator(['a'])),
	fresh('a locator of a locator', () => locator(locator('a'))),
	fresh('a locator of a number', () => locator(7)),
	large('a deeply nested object', () => nested(100_000)),
	large('deeply nested JSON', () => '[{"a":'.repeat(50_000) + '1' + '}]'.repeat(50_000)),
	large('a megabyte of letters', () => 'x'.repeat(megabyte)),
	large('a megabyte of blanks', () => `a${' '.repeat(megabyte)}b`),
	large('a megabyte of digits', () => '1'.repeat(megabyte)),
	large('a megabyte of commas', () => 'a,'.repeat(megabyte / 2)),
	large('a megabyte of brackets', () => '['.repeat(megabyte)),
];
