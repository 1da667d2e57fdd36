import type { Deliverable } from '../../../nodes/TencentChatDesk/contract';
import { readSettings } from '../../../nodes/TencentChatDesk/delivery/settings';
import { item, refusal } from '../item';

const operation: Deliverable = {
	path: 'service/command',
	request: () => ({}),
	conversation: () => '',
	repeat: { rule: 'idempotent' },
	pace: { usual: 50, documentedLimit: 200 },
	meaning: (output) => ({ done: true, output }),
};
const read = (options: unknown = {}, ownHost = false) =>
	readSettings(item({ options }), operation, ownHost);

describe('delivery settings', () => {
	it('are the usual ones of the operation when nothing was set', () => {
		expect(read()).toMatchObject({ requestsPerSecond: 50, keepOrder: true, dryRun: false });
		expect(read().extraBody).toBeUndefined();
		expect(read().deduplicationKey).toBeUndefined();
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
		};
		expect(read(options)).toEqual({
			simplify: true,
			importMissingAccount: false,
			limit: 1,
			requestsPerSecond: 0.5,
			maxConcurrency: 1,
			timeout: 5_000,
			maxRetries: 0,
			keepOrder: false,
			extraBody: { Field: null },
			dryRun: true,
			deduplicationKey: '4711',
		});
	});

	it("keep Tencent's own limit, but not on a host of the user's own", () => {
		expect(read({ requestsPerSecond: 200 }).requestsPerSecond).toBe(200);
		expect(refusal(() => read({ requestsPerSecond: 201 })).problem).toContain(
			"'Requests per Second' is 201",
		);
		expect(read({ requestsPerSecond: 5_000 }, true).requestsPerSecond).toBe(5_000);
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
		['Timeout', { timeout: 0 }],
		['Timeout', { timeout: 10_000_000 }],
		['Max Retries', { maxRetries: -1 }],
		['Max Retries', { maxRetries: 1_000 }],
		['Keep Order', { keepOrder: 'maybe' }],
		['Dry Run', { dryRun: undefined }],
		['Extra Body Fields (JSON)', { extraBody: '[1]' }],
		['Extra Body Fields (JSON)', { extraBody: '{' }],
		['Deduplication Key', { deduplicationKey: undefined }],
		['Deduplication Key', { deduplicationKey: { order: 1 } }],
	])('are refused by their label: %s, given as %j', (label, options) => {
		expect(refusal(() => read(options)).problem).toContain(`'${label}'`);
	});

	it('never take an empty key for a key', () => {
		expect(read({ deduplicationKey: '' }).deduplicationKey).toBeUndefined();
	});
});
