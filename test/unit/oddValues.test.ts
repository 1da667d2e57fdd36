import { DateTime } from 'luxon';

import type { Fields } from '../../nodes/TencentChatDesk/parameters/fields';
import { apiOperation } from '../support/operation';
import { item, refusal } from './item';

const inField = (value: unknown): Fields => item({ field: value });

const loop: Record<string, unknown> = {};
loop.loop = loop;

describe('a date object of an expression', () => {
	const seconds = 1_740_000_000;

	it.each([
		['$now', DateTime.fromSeconds(seconds, { zone: 'UTC' })],
		['new Date()', new Date(seconds * 1000)],
	])('is its text and its moment: %s', (_expression, value) => {
		expect(inField(value).text('field', 'Text')).toMatch(/^2025-02-19T21:20:00\.000(Z|\+00:00)$/);
		expect(inField(value).seconds('field', 'From')).toBe(seconds);
	});

	it.each([
		['$now', DateTime.fromSeconds(seconds)],
		['new Date()', new Date()],
	])('is no JSON object whose insides would go out: %s', (_expression, value) => {
		const { problem } = refusal(() => inField(value).optionalJsonObject('field', 'Extra Body'));
		expect(problem).toBe("'Extra Body' is not valid JSON");
	});

	it.each([
		['a Date', new Date(Number.NaN)],
		['a DateTime', DateTime.invalid('unparsable')],
	])('that is invalid is refused, and not left out: %s', (_what, value) => {
		const { problem, advice } = refusal(() => inField(value).optionalSeconds('field', 'To'));
		expect(problem).toBe("'To' holds what JSON cannot hold");
		expect(advice).toContain('invalid date');
	});
});

describe('an object that has no text', () => {
	// The groups of a regular expression are such an object, and so is what JSON may spell.
	it.each([
		['without a prototype', /(?<word>\w)/.exec('a')?.groups],
		['with a field toString', { toString: 1, valueOf: 1 }],
	])('is refused by the name of the control: %s', (_what, value) => {
		const fields = inField(value);
		const readers = [
			() => fields.choice('field', 'Change', ['a', 'b']),
			() => fields.seconds('field', 'Change'),
			() => fields.text('field', 'Change'),
			() => fields.id('field', 'Change'),
		];
		for (const read of readers) expect(refusal(read).problem).toContain("'Change' is not");
	});

	it('is no list of one choice either', () => {
		expect(refusal(() => inField(['a']).choice('field', 'Change', ['a'])).problem).toContain(
			"'Change' is not one of its choices",
		);
	});
});

describe('an object that JSON cannot hold', () => {
	it.each([
		['inside itself', loop],
		['inside itself in a list', [loop]],
		['deep', JSON.parse('{"a":'.repeat(5000) + '1' + '}'.repeat(5000))],
	])('is refused before it breaks anything: %s', (_what, value: unknown) => {
		const text = refusal(() => inField(value).textOrJson('field', 'Data'));
		const json = refusal(() => inField(value).optionalJsonObject('field', 'Data'));
		for (const { problem } of [text, json]) expect(problem).toMatch(/^'Data' (holds|is)/);
	});

	it('is refused as a text too', () => {
		const text = '[{"a":'.repeat(5000) + '1' + '}]'.repeat(5000);
		expect(refusal(() => inField(text).optionalJson('field', 'Data')).problem).toBe(
			"'Data' has too many levels",
		);
	});
});

describe('half a character, as .slice() leaves it of an emoji', () => {
	const cut = 'Hello 😀'.slice(0, -1);

	it('becomes a sign that says so, and the rest goes out', () => {
		expect(inField(cut).text('field', 'Text')).toBe('Hello \ufffd');
		expect(inField('\ude00 Hello').text('field', 'Text')).toBe('\ufffd Hello');
		expect(inField('Hello 😀').text('field', 'Text')).toBe('Hello 😀');
	});

	it.each<[string, (fields: Fields) => unknown, unknown, unknown]>([
		['a list', (f) => f.optionalTexts('field', 'Field'), [cut, 'b'], ['Hello \ufffd', 'b']],
		['an object', (f) => f.optionalJson('field', 'Field'), { a: [cut] }, { a: ['Hello \ufffd'] }],
		['a name', (f) => f.optionalJson('field', 'Field'), { [cut]: 1 }, { 'Hello \ufffd': 1 }],
		['JSON', (f) => f.optionalJson('field', 'Field'), `["${cut}"]`, ['Hello \ufffd']],
		['escaped JSON', (f) => f.optionalJson('field', 'Field'), '["\\uD83D"]', ['\ufffd']],
		['nested JSON', (f) => f.textOrJson('field', 'Field'), { a: cut }, '{"a":"Hello \ufffd"}'],
		['what looks like it', (f) => f.optionalJson('field', 'F'), { a: '\\ud83d' }, { a: '\\ud83d' }],
	])('is mended in %s too', (_where, read, given, expected) => {
		expect(read(inField(given))).toEqual(expected);
	});
});

describe('a number without an end', () => {
	it.each([1 / 0, -1 / 0])('never goes out as a text: %s', (value) => {
		expect(refusal(() => inField(value).text('field', 'Text')).problem).toBe(`'Text' is ${value}`);
		expect(refusal(() => inField(value).textOrJson('field', 'Text')).problem).toBe(
			`'Text' is ${value}`,
		);
	});
});

describe('a moment that cannot be', () => {
	it.each([1e300, '1000-01-01T00:00:00Z', '1969-12-31'])('is refused: %s', (value) => {
		expect(refusal(() => inField(value).seconds('field', 'From')).problem).toBe(
			"'From' is not a date and time",
		);
	});
});

describe('a collection', () => {
	it.each([
		['a text', 'dryRun'],
		['a list', ['dryRun']],
		['a number', 1],
	])('that is %s is refused, for its options would be lost', (_what, value) => {
		expect(refusal(() => item({ options: value }).collection('options', 'Options')).problem).toBe(
			"'Options' does not hold fields",
		);
	});

	it.each([
		['nothing', undefined],
		['null', null],
		['an empty list', []],
	])('that is %s holds no options', (_what, value) => {
		const options = item({ options: value }).collection('options', 'Options');
		expect(options.optionalText('dryRun', 'Dry Run')).toBeUndefined();
	});

	it.each([
		['directMessage', 'setExtensions', { extensions: { pair: [{ key: 'a', value: undefined }] } }],
		['user', 'updateProfile', { customFields: { field: [{ key: 'a', value: undefined }] } }],
		['liveRoom', 'setMetadata', { metadata: { entry: [{ key: 'a', value: undefined }] } }],
	])('of rows refuses a value that its expression missed: %s %s', (resource, name, rows) => {
		const given = {
			...{ fromAccount: 'alice', toAccount: 'bob', msgKey: '1_2_3', operateType: 1 },
			...{ userId: 'alice', roomId: 'room1', ...rows },
		};
		const read = () => apiOperation(resource, name).request(item(given));
		expect(refusal(read).problem).toBe("'Value' is undefined");
	});

	it('of rows refuses a row that is none', () => {
		const given = { userId: 'alice', customFields: { field: ['vip', { key: 'a', value: 'b' }] } };
		const read = () => apiOperation('user', 'updateProfile').request(item(given));
		expect(refusal(read).problem).toBe("'Custom Fields' does not hold fields");
	});
});

describe('the number of a group', () => {
	it.each(['9'.repeat(40), 2n ** 64n])('that would lose digits is refused: %s', (groupIds) => {
		const given = { memberMail: 'a@example.com', nickName: 'A', options: { groupIds } };
		const { problem } = refusal(() => apiOperation('agent', 'create').request(item(given)));
		expect(problem).toMatch(/^'Agent Group IDs' holds '\d{20,50}', which is not a number$/);
	});
});

describe('a text that is far too long to be streamed', () => {
	it('is refused before n8n stands still over it', () => {
		const given = {
			...{ sessionId: 's1', chunksFrom: 'text', splitAt: 'sentences' },
			text: 'x'.repeat(1_000_000),
		};
		const { problem } = refusal(() => apiOperation('session', 'sendStream').request(item(given)));
		expect(problem).toContain("'Text' is too long to be streamed: 1000000 characters");
	});
});
