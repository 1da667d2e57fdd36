import type { IDataObject } from 'n8n-workflow';

import type { ApiOperation, Body, RetryPolicy } from '../../../nodes/TencentChatDesk/contract';
import { encode, encodeCall } from '../../../nodes/TencentChatDesk/delivery/encode';
import { send } from '../../../nodes/TencentChatDesk/operations/directMessage/send';
import { sendText } from '../../../nodes/TencentChatDesk/operations/liveRoom/sendText';
import { sendMessage } from '../../../nodes/TencentChatDesk/operations/session/sendMessage';
import { refusal } from '../item';
import { singleCall } from './support/calls';
import { letter } from './support/operations';

const dedupe: RetryPolicy = { policy: 'dedupe', windowSeconds: 120 };
const unsafe: RetryPolicy = { policy: 'unsafe' };

type Encoded = Pick<ApiOperation, 'dedupeFields' | 'maxBodyBytes' | 'bodyLabels' | 'retry'>;

const message: Encoded = {
	dedupeFields: { random: 'MsgRandom', sequence: 'MsgSeq' },
	retry: dedupe,
};

const numbers = { random: 111, sequence: 222 };
const made = (payload: Body, extra?: IDataObject, change?: Partial<Encoded>) => {
	const operation = { ...message, ...change };
	return encode(operation, payload, numbers, extra, operation.retry);
};

describe('a composed request', () => {
	it('carries the numbers that tell the message from others', () => {
		expect(made({ To_Account: 'mia' }).body).toEqual({
			To_Account: 'mia',
			MsgRandom: 111,
			MsgSeq: 222,
		});
	});

	it('carries a random number alone where the API has no other', () => {
		const { body, retry } = made({ a: 1 }, undefined, { dedupeFields: { random: 'Random' } });
		expect(body).toEqual({ a: 1, Random: 111 });
		expect(retry).toEqual(dedupe);
	});

	it('carries no numbers where the API knows none, not even an empty field', () => {
		const change = { dedupeFields: undefined, retry: unsafe };
		expect(made({ a: 1 }, undefined, change).text).toBe('{"a":1}');
	});

	it("keeps the user's own numbers, zero included", () => {
		expect(made({ MsgRandom: 0, MsgSeq: 5 }).body).toEqual({ MsgRandom: 0, MsgSeq: 5 });
	});

	it('has the extra fields laid over everything else, last', () => {
		const payload = { To_Account: 'mia', OfflinePushInfo: { PushFlag: 0, Desc: 'a' } };
		const extra = { MsgRandom: 7, OfflinePushInfo: { Desc: null, New: 1 }, Unknown: [1] };
		expect(made(payload, extra).body).toEqual({
			To_Account: 'mia',
			MsgRandom: 7,
			MsgSeq: 222,
			OfflinePushInfo: { PushFlag: 0, New: 1 },
			Unknown: [1],
		});
	});

	it('is the same text for the same message and numbers, and its body is what the text says', () => {
		const payload = { To_Account: 'mia', MsgBody: [{ MsgType: 'TIMTextElem' }] };
		const first = made(payload, { Extra: { a: 1 } });
		expect(made(payload, { Extra: { a: 1 } }).text).toBe(first.text);
		expect(JSON.parse(first.text)).toEqual(first.body);
	});
});

describe('what may be repeated', () => {
	it.each<[string, IDataObject | undefined, RetryPolicy]>([
		['with both numbers', undefined, dedupe],
		['with numbers that the extra fields set', { MsgRandom: 1, MsgSeq: 0 }, dedupe],
		['without the random number', { MsgRandom: null }, unsafe],
		['without the sequence number', { MsgSeq: null }, unsafe],
		['with a number that became a text', { MsgRandom: '111' }, unsafe],
		['with a number that became a fraction', { MsgSeq: 0.5 }, unsafe],
	])('of a message %s', (_what, extra, expected) => {
		expect(made({}, extra).retry).toEqual(expected);
	});

	it.each<[RetryPolicy]>([[{ policy: 'idempotent' }], [unsafe]])(
		'does not depend on numbers under the rule %j',
		(retry) => {
			expect(made({}, { MsgRandom: null }, { retry }).retry).toEqual(retry);
		},
	);
});

describe('the size of a request', () => {
	const limit = 12 * 1024;
	/** Bytes of the whole body around an empty text. */
	const frame = Buffer.byteLength(JSON.stringify({ MsgRandom: 111, MsgSeq: 222, Text: '' }));
	const give = (Text: string, extra?: IDataObject) =>
		made({ Text }, extra, { maxBodyBytes: limit });

	it.each([
		['letters of one byte', 'a', 1],
		['letters of two bytes', 'é', 2],
		['letters of three bytes', '中', 3],
		['emoji of four bytes', '📦', 4],
		['quotes, which JSON escapes', '"', 2],
		['line breaks, which JSON escapes', '\n', 2],
	])('is counted in bytes of what is sent, to the last one: %s', (_what, letter, bytes) => {
		const fits = letter.repeat(Math.floor((limit - frame) / bytes));
		const filled = fits + 'x'.repeat((limit - frame) % bytes);
		const { size, text } = give(filled);
		expect(size).toBe(limit);
		expect(Buffer.byteLength(text)).toBe(limit);
		expect(refusal(() => give(`${filled}x`)).problem).toContain(`${limit + 1} bytes of the 12288`);
	});

	it('includes the extra fields', () => {
		const filled = 'x'.repeat(limit - frame);
		const { problem, advice } = refusal(() => give(filled, { a: 1 }));
		expect(problem).toContain('too long');
		expect(advice).toMatch(/^Shorten the text, or split it into several messages\./);
		expect(give(filled, { MsgSeq: null }).size).toBeLessThan(limit);
	});

	it.each<[string, ApiOperation]>([
		['Desk', sendMessage],
		['direct', send],
		['in a live room', sendText],
	])('may be 12 KB for a message: %s', (_where, operation) => {
		const give = (Text: string) => encode(operation, { Text }, numbers, undefined, operation.retry);
		const empty = give('').size;
		const filled = 'x'.repeat(limit - empty);
		expect(give(filled).size).toBe(limit);
		expect(refusal(() => give(`${filled}x`)).problem).toContain('too long');
	});

	it('names the largest part that the panel has a field for, and its own size', () => {
		const bodyLabels = { Title: "'Title'", Text: "'Text'", Ext: "'Extra Data'" };
		const payload = { Title: 't'.repeat(400), Text: 'x'.repeat(900), Other: 'o'.repeat(2_000) };
		const { size } = made(payload);
		const { problem, advice } = refusal(() =>
			made(payload, undefined, { maxBodyBytes: 2_048, bodyLabels }),
		);
		expect(problem).toBe(
			`'Text' is too long: with it the request has ${size} bytes of the 2048 (2 KB) that Tencent takes`,
		);
		expect(advice).toMatch(/^Shorten it: 902 bytes of the request are its own\./);
	});

	it('is not limited where the API names no limit', () => {
		expect(made({ Text: 'x'.repeat(100_000) }).size).toBe(100_000 + frame);
	});
});

describe('the numbers of a call', () => {
	const numbersOf = (text: string, { once, key }: { once?: string; key?: string }) => {
		const call = singleCall(letter, { To: 'mia', Text: text });
		call.items[0]!.onceKey = once;
		call.settings = { ...call.settings, deduplicationKey: key };
		return encodeCall(call).numbers;
	};

	it('follow from the key of Send Once, also where the text was corrected', () => {
		expect(numbersOf('Helo', { once: 'o1', key: 'o1' })).toEqual(
			numbersOf('Hello', { once: 'o1', key: 'o1' }),
		);
		expect(numbersOf('Hello', { once: 'o1' })).not.toEqual(numbersOf('Hello', { once: 'o2' }));
	});

	it('follow from a key and the content without it, and from nothing without a key', () => {
		expect(numbersOf('Hello', { key: 'o1' })).toEqual(numbersOf('Hello', { key: 'o1' }));
		expect(numbersOf('Helo', { key: 'o1' })).not.toEqual(numbersOf('Hello', { key: 'o1' }));
		expect(numbersOf('Hello', {})).not.toEqual(numbersOf('Hello', {}));
	});
});
