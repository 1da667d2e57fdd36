import type { ListRule, SingleCall } from '../../../nodes/TencentChatDesk/contract';
import { readPreview, readSettings } from '../../../nodes/TencentChatDesk/delivery/settings';
import { item, refusal } from '../item';

const call = {
	path: 'service/command',
	request: () => ({}),
	orderingKey: () => '',
	retry: { policy: 'idempotent' as const },
	rateLimit: { default: 50, max: 200 },
};
const operation: SingleCall = {
	...call,
	shape: 'single',
	interpret: (output) => ({ done: true, output }),
};
const read = (options: unknown = {}, ownHost = false) =>
	readSettings(item({ options }), operation, ownHost);

const readBoth = (options: unknown, delivery: unknown) =>
	readSettings(item({ options, delivery }), operation, false);

/** The settings of an operation that reads a list. */
const readList = (panel: Record<string, unknown>, rule: Partial<ListRule> = {}) =>
	readSettings(
		item(panel),
		{ ...call, shape: 'list', list: { records: () => [], nextPage: () => undefined, ...rule } },
		false,
	);

describe('delivery settings', () => {
	it('are the usual ones of the operation when nothing was set', () => {
		expect(read()).toEqual({
			requestsPerSecond: 50,
			maxConcurrency: 256,
			timeout: 10_000,
			maxRetries: 6,
			keepOrder: true,
			extraBody: undefined,
			dryRun: false,
			deduplicationKey: undefined,
			sendOnce: false,
			simplify: true,
			importMissingAccount: false,
			limit: 1,
		});
		expect(read('')).toEqual(read({}));
	});

	it('are those that were set, numbers and objects as text included', () => {
		const options = {
			requestsPerSecond: '0.5',
			maxConcurrency: '1',
			timeout: 5_000,
			maxRetries: 0,
			keepOrder: false,
			extraBody: '{"Field":null}',
			dryRun: true,
			deduplicationKey: 4711,
			sendOnce: true,
			simplify: false,
			importMissingAccount: true,
		};
		expect(read(options)).toEqual({
			simplify: false,
			importMissingAccount: true,
			limit: 1,
			requestsPerSecond: 0.5,
			maxConcurrency: 1,
			timeout: 5_000,
			maxRetries: 0,
			keepOrder: false,
			extraBody: { Field: null },
			dryRun: true,
			deduplicationKey: '4711',
			sendOnce: true,
		});
	});

	it("keep Tencent's own limit, but not on a host of the user's own", () => {
		expect(read({ requestsPerSecond: 200 }).requestsPerSecond).toBe(200);
		expect(refusal(() => read({ requestsPerSecond: 201 })).problem).toContain(
			"'Requests per Second' is 201",
		);
		expect(read({ requestsPerSecond: 100_000 }, true).requestsPerSecond).toBe(100_000);
		expect(() => read({ requestsPerSecond: 100_001 }, true)).toThrow("'Requests per Second'");
	});

	it.each([
		['requestsPerSecond', 0.1, 200],
		['maxConcurrency', 1, 256],
		['timeout', 1_000, 120_000],
		['maxRetries', 0, 20],
	])('may be the least and the most of their range: %s', (name, min, max) => {
		expect(read({ [name]: min })).toMatchObject({ [name]: min });
		expect(read({ [name]: max })).toMatchObject({ [name]: max });
	});

	it('leave Tencent more time than the three seconds that it takes itself', () => {
		expect(read().timeout).toBeGreaterThan(3_000);
	});

	it.each([
		['Requests per Second', { requestsPerSecond: 0 }],
		['Requests per Second', { requestsPerSecond: -1 }],
		['Max Concurrency', { maxConcurrency: 0 }],
		['Max Concurrency', { maxConcurrency: 257 }],
		['Max Concurrency', { maxConcurrency: 1.5 }],
		['Timeout (Milliseconds)', { timeout: 999 }],
		['Timeout (Milliseconds)', { timeout: 120_001 }],
		['Max Retries', { maxRetries: -1 }],
		['Max Retries', { maxRetries: 21 }],
		['Keep Order', { keepOrder: 'maybe' }],
		['Dry Run', { dryRun: undefined }],
		['Extra Body Fields (JSON)', { extraBody: '[1]' }],
		['Extra Body Fields (JSON)', { extraBody: '{' }],
		['Simplify', { simplify: 'maybe' }],
		['Import Missing Account', { importMissingAccount: 'maybe' }],
		['Options', 'a text'],
		['Deduplication Key', { deduplicationKey: undefined }],
		['Deduplication Key', { deduplicationKey: { order: 1 } }],
		['Send Once', { sendOnce: 'maybe', deduplicationKey: 'k' }],
	])('are refused by their label: %s, given as %j', (label, options) => {
		expect(refusal(() => read(options)).problem).toContain(`'${label}'`);
	});

	it('are those under "Delivery", and those of older nodes where nothing is there', () => {
		const options = { maxRetries: 2, keepOrder: true, timeout: 5_000, requestsPerSecond: 7 };
		const delivery = { maxRetries: 0, keepOrder: false, timeoutSeconds: 2.5, dryRun: true };
		expect(readBoth(options, delivery)).toMatchObject({
			maxRetries: 0,
			keepOrder: false,
			timeout: 2_500,
			dryRun: true,
			requestsPerSecond: 7,
		});
		expect(readBoth(options, {})).toMatchObject({ maxRetries: 2, timeout: 5_000 });
	});

	it.each([0.5, 121])('refuse a timeout of %d seconds', (timeoutSeconds) => {
		const { problem } = refusal(() => readBoth({}, { timeoutSeconds }));
		expect(problem).toContain("'Timeout (Seconds)'");
	});

	it('need a key where it is to be sent once', () => {
		const { problem, advice } = refusal(() => read({ sendOnce: true }));
		expect(problem).toContain("'Deduplication Key'");
		expect(advice).toContain('what names this message alone');
	});

	it('refuse a key that tells Tencent nothing, where nothing is sent once', () => {
		const { problem, advice } = refusal(() => read({ deduplicationKey: 'k' }));
		expect(problem).toBe("'Deduplication Key' does nothing here without 'Send Once'");
		expect(advice).toContain("Turn on the option 'Send Once'");
		expect(read({ deduplicationKey: 'k', sendOnce: true }).deduplicationKey).toBe('k');
	});

	it('are refused by the name of their group where that is none', () => {
		expect(refusal(() => readBoth({}, 'a text')).problem).toContain("'Delivery'");
	});

	it('never take an empty key for a key', () => {
		expect(read({ deduplicationKey: '' }).deduplicationKey).toBeUndefined();
	});
});

describe('the settings that a preview needs', () => {
	it('are what is laid over the body, and whether it goes out at all', () => {
		const options = { dryRun: true, extraBody: '{"Field":1}' };
		expect(readPreview(item({ options }))).toEqual({ dryRun: true, extraBody: { Field: 1 } });
		const delivery = { dryRun: false, extraBody: '{"Field":2}' };
		expect(readPreview(item({ options, delivery }))).toEqual({
			dryRun: false,
			extraBody: { Field: 2 },
		});
		expect(readPreview(item({}))).toEqual({ dryRun: false, extraBody: undefined });
	});

	it.each([
		["'Options'", { options: 'a text' }],
		["'Delivery'", { delivery: 'a text' }],
		["'Dry Run'", { options: { dryRun: 'maybe' } }],
		["'Extra Body Fields (JSON)'", { delivery: { extraBody: '[1]' } }],
	])('are refused by the label %s', (label, panel) => {
		expect(refusal(() => readPreview(item(panel))).problem).toContain(label);
	});
});

describe('how much of a list is read', () => {
	it.each<[string, Record<string, unknown>, Partial<ListRule>, number]>([
		['the usual first page', {}, {}, 50],
		['as much as was asked for', { limit: 7 }, {}, 7],
		['one record at least', { limit: 1 }, {}, 1],
		['all of it where that was asked for', { returnAll: true, limit: 7 }, {}, Infinity],
		['no more than asked for, if not all', { returnAll: false, limit: 7 }, {}, 7],
		['all of it where a part would mislead', { limit: 7 }, { alwaysComplete: true }, Infinity],
		['as much as its operation finds enough', { limit: 7 }, { enough: () => 3 }, 3],
	])('is %s', (_what, panel, rule, limit) => {
		expect(readList(panel, rule).limit).toBe(limit);
	});

	it.each([
		['Limit', { limit: 0 }],
		['Limit', { limit: 1.5 }],
		['Return All', { returnAll: 'maybe' }],
	])("is refused by the label '%s', given as %j", (label, panel) => {
		expect(refusal(() => readList(panel)).problem).toContain(`'${label}'`);
	});
});
