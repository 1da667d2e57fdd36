import type { IDataObject } from 'n8n-workflow';

import { mergePatch } from '../../../nodes/TencentChatDesk/delivery/mergePatch';

function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
	return Object.freeze(value);
}

const patched = (target: string, patch: string) =>
	JSON.stringify(
		mergePatch(frozen(JSON.parse(target) as IDataObject), frozen(JSON.parse(patch) as IDataObject)),
	);

describe('a merge patch', () => {
	/** Appendix A of RFC 7396, the rows whose target and patch are objects. */
	it.each([
		['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
		['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
		['{"a":"b"}', '{"a":null}', '{}'],
		['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
		['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
		['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
		['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
		['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
		['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
		['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
	])('turns %s with %s into %s, changing neither', (target, patch, expected) => {
		expect(patched(target, patch)).toBe(expected);
	});

	/** The rows whose target is a list, one level down. */
	it('replaces a list by what the patch makes of an empty object', () => {
		expect(patched('{"x":[1,2]}', '{"x":{"a":"b","c":null}}')).toBe('{"x":{"a":"b"}}');
	});

	it('keeps a null inside a list, where it removes nothing', () => {
		expect(patched('{"a":1}', '{"a":[null,{"b":null}]}')).toBe('{"a":[null,{"b":null}]}');
	});

	it('that is not given changes nothing', () => {
		expect(mergePatch({ a: 1 }, undefined)).toEqual({ a: 1 });
	});

	it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
		'treats the name %s as any other',
		(name) => {
			const patch = `{"${name}":{"planted":true}}`;
			expect(patched('{"a":1}', patch)).toBe(`{"a":1,"${name}":{"planted":true}}`);
			expect(patched(`{"a":{"${name}":1}}`, `{"a":{"${name}":null}}`)).toBe('{"a":{}}');
			expect(({} as IDataObject).planted).toBeUndefined();
			expect(mergePatch({}, JSON.parse(patch) as IDataObject).planted).toBeUndefined();
		},
	);
});
