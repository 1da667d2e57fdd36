import * as fc from 'fast-check';

import type * as Module from '../../../nodes/TencentChatDesk/delivery/dedupeNumbers';

const day = 86_400_000;
const hour = 3_600_000;
const midnight = Date.UTC(2026, 0, 15);
const noon = midnight + day / 2;

/** The numbers of a process that has just started. */
async function fresh(): Promise<typeof Module> {
	jest.resetModules();
	return await import('../../../nodes/TencentChatDesk/delivery/dedupeNumbers');
}

const isUnsigned = (value: number) => Number.isInteger(value) && value >= 0 && value < 2 ** 32;

describe('the numbers of a new message', () => {
	it('never repeat their random part, 200,000 messages long', async () => {
		const { newDedupeNumbers } = await fresh();
		const seen = new Set<number>();
		for (let count = 0; count < 200_000; count += 1) seen.add(newDedupeNumbers(noon).random);
		expect(seen.size).toBe(200_000);
		expect([...seen].every(isUnsigned)).toBe(true);
	});

	it('start somewhere else in every process', async () => {
		const first = new Set<number>();
		for (let count = 0; count < 20; count += 1)
			first.add((await fresh()).newDedupeNumbers().random);
		expect(first.size).toBe(20);
	});

	it('grow in the order of the calls, though many fall into one millisecond', async () => {
		const { newDedupeNumbers } = await fresh();
		const sequence = Array.from({ length: 1_000 }, () => newDedupeNumbers(noon).sequence);
		expect(new Set(sequence).size).toBe(sequence.length);
		expect([...sequence].sort((one, other) => one - other)).toEqual(sequence);
	});

	it('grow with the clock', async () => {
		const { newDedupeNumbers } = await fresh();
		const { sequence } = newDedupeNumbers(noon);
		expect(newDedupeNumbers(noon + 1).sequence).toBe(sequence + 1);
		expect(newDedupeNumbers(noon + 1_000).sequence).toBe(sequence + 1_000);
	});

	it('grow past a millisecond into which more of them fell than fit', async () => {
		const { newDedupeNumbers } = await fresh();
		let last = 0;
		for (let count = 0; count < 1_000; count += 1) last = newDedupeNumbers(noon).sequence;
		expect(newDedupeNumbers(noon + 1).sequence).toBeGreaterThan(last);
	});

	it('grow from one process to the next, so that a restart does not turn the order round', async () => {
		const before = (await fresh()).newDedupeNumbers(noon).sequence;
		expect((await fresh()).newDedupeNumbers(noon + 5_000).sequence).toBeGreaterThan(before);
	});

	it.each([
		['a second', 1_000],
		['an hour', 3_600_000],
		['past midnight', day],
	])('still grow when the clock is set back by %s', async (_what, back) => {
		const { newDedupeNumbers } = await fresh();
		const { sequence } = newDedupeNumbers(noon);
		expect(newDedupeNumbers(noon - back).sequence).toBeGreaterThan(sequence);
	});

	it.each([
		['midnight UTC', midnight + day],
		['midnight in China', midnight + day - 8 * hour],
		['the end of a year', Date.UTC(2027, 0, 1)],
	])('go on growing around %s, whichever second the server counts', async (_what, moment) => {
		const { newDedupeNumbers } = await fresh();
		const sequence = Array.from({ length: 20 }, (_, index) =>
			newDedupeNumbers(moment - 50 + index * 5),
		);
		const sorted = [...sequence].sort((one, other) => one.sequence - other.sequence);
		expect(sequence).toEqual(sorted);
	});

	it('start again once in seven weeks, early on a Monday in China', async () => {
		const start = Date.UTC(1970, 0, 4, 19);
		const period = 49 * day;
		const next = start + Math.ceil((midnight - start) / period) * period;
		const { newDedupeNumbers } = await fresh();
		expect(newDedupeNumbers(next - 1).sequence).toBe(period - 1);
		expect(newDedupeNumbers(next).sequence).toBe(0);
		expect(newDedupeNumbers(next).sequence).toBe(1);
	});

	it('fit into 32 bits at any time, whatever the clock does', async () => {
		const { newDedupeNumbers } = await fresh();
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: midnight, max: midnight + 3 * day }), { minLength: 1 }),
				(times) =>
					times.map(newDedupeNumbers).every((n) => isUnsigned(n.random) && isUnsigned(n.sequence)),
			),
			{ seed: 20260101 },
		);
	});
});

describe("the numbers that follow from the user's key", () => {
	const make = async (key: string, conversation: string, content: string) =>
		(await fresh()).dedupeNumbersFromKey(key, conversation, content);

	it('are the same in another process, or the second copy would not be dropped', async () => {
		const first = await make('order-4711', '["mia"]', '{"a":1}');
		expect(await make('order-4711', '["mia"]', '{"a":1}')).toEqual(first);
		// Nor may an update of the node between the two make others.
		expect(first).toEqual({ random: 430_913_307, sequence: 3_269_670_281 });
	});

	it.each([
		['key', 'order-4712', '["mia"]', '{"a":1}'],
		['conversation', 'order-4711', '["tom"]', '{"a":1}'],
		['content', 'order-4711', '["mia"]', '{"a":2}'],
		['key, though put together it reads alike', 'order-471', '1["mia"]', '{"a":1}'],
	])('are others for another %s', async (_what, key, conversation, content) => {
		const first = await make('order-4711', '["mia"]', '{"a":1}');
		const other = await make(key, conversation, content);
		expect(other.random).not.toBe(first.random);
		expect(other.sequence).not.toBe(first.sequence);
	});

	it('fit into 32 bits for any key', async () => {
		const { dedupeNumbersFromKey } = await fresh();
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), (key, conversation, content) => {
				const { random, sequence } = dedupeNumbersFromKey(key, conversation, content);
				return isUnsigned(random) && isUnsigned(sequence);
			}),
			{ seed: 20260101 },
		);
	});
});
