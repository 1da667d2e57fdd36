import * as fc from 'fast-check';

import type { BatchCall, BatchRule } from '../../../../nodes/TencentChatDesk/contract';
import { pairs } from '../../../harness/pairedItems';
import { label, parcel } from '../support/operations';
import { failures, run, type Item, type Outcome } from '../support/run';
import { codes, fine, inTurn, lost, refused, type Call, type Server } from '../support/server';

const continues = true;
const parcels = (count: number, more: Item = {}): Item[] =>
	Array.from({ length: count }, (_, index) => ({ text: `${index}`, ...more }));

const personIn = (text: string) => text.split(':', 1)[0]!;

const textsIn = ({ body }: Call) => (body.Parcels as string[]).join(' ');
const textsOf = ({ calls }: Outcome) => calls.map(textsIn);

/** Refuses what holds one of these. */
const refusing =
	(...texts: string[]): Server =>
	({ body }) =>
		(body.Parcels as string[]).some((text) => texts.includes(text))
			? refused(codes.permanent)
			: fine();

const batching = (rule: Partial<BatchRule>): BatchCall => ({
	...parcel,
	batch: { ...parcel.batch, ...rule },
});
/** So many items share a call. */
const large = (maxSize: number) => batching({ maxSize });

describe('items that can share calls', () => {
	it('go out as many together as the API takes, and the rest after them', async () => {
		const outcome = await run(parcel, parcels(7));
		expect(textsOf(outcome)).toEqual(['0 1 2', '3 4 5', '6']);
		expect(outcome.output).toEqual(
			parcels(7).map(({ text }, item) => ({
				json: { parcel: [text] },
				pairedItem: { item },
			})),
		);
	});

	it('go out in full calls when their number is right', async () => {
		expect(textsOf(await run(parcel, parcels(6)))).toEqual(['0 1 2', '3 4 5']);
	});

	it('fail together, and are not lost, where they cannot be put into one body', async () => {
		const fragile = batching({
			merge: (bodies) => {
				if (bodies.length > 1) throw new Error('planted');
				return parcel.batch.merge(bodies);
			},
		});
		const items = ['A', 'B', 'A'].map((street, index) => ({ street, text: `${index}` }));
		const outcome = await run(fragile, items, undefined, { continues });
		expect(textsOf(outcome)).toEqual(['1']);
		expect(failures(outcome).map((failure) => failure?.message)).toEqual([
			'planted',
			undefined,
			'planted',
		]);
	});

	it('stand in the order of the items, and calls that are not full in that of their first', async () => {
		const items = ['A', 'B', 'A', 'C', 'B'].map((street, index) => ({ street, text: `${index}` }));
		expect(textsOf(await run(parcel, items))).toEqual(['0 2', '1 4', '3']);
	});

	it.each<[string, Partial<BatchCall>, Item]>([
		['for another street', {}, { street: 'Side Street' }],
		['with other options', {}, { options: { maxRetries: 1 } }],
		[
			'of another path',
			{ path: (fields) => `post/${fields.optionalText('way', 'Way') ?? ''}` },
			{ way: 'air' },
		],
		[
			'that may be repeated otherwise',
			{
				retryOf: (fields) =>
					fields.optionalText('safe', 'Safe') === undefined ? parcel.retry : label.retry,
			},
			{ safe: 'yes' },
		],
	])('go apart from one %s', async (_, more, other) => {
		const [first, second, third] = parcels(3) as [Item, Item, Item];
		const outcome = await run({ ...parcel, ...more }, [first, { ...second, ...other }, third]);
		expect(textsOf(outcome)).toEqual(['0 2', '1']);
	});

	it('are kept in order with other calls of the conversation that their extra fields say', async () => {
		const items = parcels(4).map((item, index) => ({
			...item,
			options: { extraBody: `{ "Street": "S", "Loud": ${index % 2} }` },
		}));
		const { peak } = await run(parcel, items);
		expect(peak).toBe(1);
	});

	it('open a new call when one does not fit beside the others', async () => {
		const addressed = batching({ maxSize: 4, about: ({ Parcels }) => [...String(Parcels)] });
		const items = ['abcdefgh', 'ij', 'kl', 'mno', 'p', 'q'].map((text) => ({ text }));
		expect(textsOf(await run(addressed, items))).toEqual(['abcdefgh', 'ij kl', 'mno p', 'q']);
	});

	it('open a new call rather than fill one beyond what it takes', async () => {
		const addressed = batching({ maxSize: 4, about: ({ Parcels }) => [...String(Parcels)] });
		const items = ['abc', 'de', 'f'].map((text) => ({ text }));
		expect(textsOf(await run(addressed, items))).toEqual(['abc', 'de f']);
	});

	it('leave as soon as their call is full, and the others go on filling theirs', async () => {
		const items = ['B', 'A', 'A', 'A', 'B'].map((street, index) => ({ street, text: `${index}` }));
		expect(textsOf(await run(parcel, items))).toEqual(['1 2 3', '0 4']);
	});

	it('leave with nobody else whose call may wait behind theirs', async () => {
		const addressed = batching({ about: ({ Parcels }) => (Parcels as string[]).map(personIn) });
		const items = ['A x:0', 'B x:1', 'A y:2', 'A z:3', 'B w:4', 'B v:5'].map((words) => {
			const [street, text] = words.split(' ');
			return { street, text };
		});
		expect(textsOf(await run(addressed, items))).toEqual(['x:0 y:2 z:3', 'x:1 w:4 v:5']);
	});

	it('share a call though one that leaves before it is about the same person', async () => {
		const addressed = batching({ about: ({ Parcels }) => (Parcels as string[]).map(personIn) });
		const items = ['A x:0', 'B y:1', 'B x:2'].map((words) => {
			const [street, text] = words.split(' ');
			return { street, text };
		});
		expect(textsOf(await run(addressed, items))).toEqual(['x:0', 'y:1 x:2']);
	});

	it('are never twice about the same person in one call', async () => {
		const addressed = batching({ maxSize: 10, about: ({ Parcels }) => [String(Parcels)] });
		const items = ['a', 'b', 'a', 'c', 'a'].map((text) => ({ text }));
		expect(textsOf(await run(addressed, items))).toEqual(['a b', 'a c', 'a']);
	});

	it('leave in the order of the items for each person, whatever shares a call', async () => {
		const addressed: BatchCall = {
			...batching({ maxSize: 4, about: ({ Parcels }) => (Parcels as string[]).map(personIn) }),
			orderingKey: () => 'all',
		};
		const people = ['u1', 'u2', 'u3'];
		const item = fc.record({
			street: fc.constantFrom('A', 'B', 'C'),
			person: fc.constantFrom(...people),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 16 }), async (list) => {
				const items = list.map(({ street, person }, index) => ({
					street,
					text: `${person}:${index}`,
				}));
				const { calls } = await run(addressed, items);
				const arrived = calls.flatMap(({ body }) => body.Parcels as string[]);
				for (const person of people) {
					const own = ({ text }: { text: string }) => personIn(text) === person;
					expect(arrived.filter((text) => personIn(text) === person)).toEqual(
						items.filter(own).map(({ text }) => text),
					);
				}
			}),
			{ seed: 20_261, numRuns: 300 },
		);
	});

	it('do not all wait until the last one is read, where each is another', async () => {
		const items = Array.from({ length: 1_100 }, (_, index) => ({
			street: `${index}`,
			text: `${index}`,
		}));
		const { calls, error } = await run(parcel, [...items, {}]);
		expect(error?.message).toBe("'Text' is empty");
		expect(calls.length).toBeGreaterThan(0);
	});

	it('leave out those that are bad', async () => {
		const [first, , third] = parcels(3) as [Item, Item, Item];
		const outcome = await run(parcel, [first, {}, third], undefined, { continues });
		expect(textsOf(outcome)).toEqual(['0 2']);
		expect(failures(outcome)[1]?.message).toBe("'Text' is empty");
	});

	it('all fail when their call is too long', async () => {
		const outcome = await run({ ...parcel, maxBodyBytes: 20 }, parcels(2), undefined, {
			continues,
		});
		expect(outcome.calls).toEqual([]);
		expect(failures(outcome).map((failure) => failure?.message)).toEqual([
			expect.stringContaining('too long'),
			expect.stringContaining('too long'),
		]);
	});

	it('send nothing that was only collected when one before them stops the workflow', async () => {
		const { calls, error } = await run(parcel, [{ text: '0' }, {}]);
		expect(calls).toEqual([]);
		expect(error?.description).toContain('Stopped at the 2nd of 2 items: 1 failed, 1 not tried.');
		expect(error?.description).toContain('1 not tried.');
	});
});

describe('the response of a shared call', () => {
	const results = (...problems: Array<string | undefined>) =>
		fine({ Results: problems.map((Problem) => ({ Problem })) });

	it('says of each item what became of it', async () => {
		const outcome = await run(parcel, parcels(3), inTurn(results(undefined, 'Torn')), {
			continues,
		});
		expect(failures(outcome)).toEqual([
			undefined,
			{ message: 'Torn', advice: 'Wrap it better.', mayHaveBeenSent: false, ErrorCode: 5 },
			undefined,
		]);
	});

	it('that says nothing of an item is its output', async () => {
		const forgetful = batching({ interpret: () => [] });
		const { output } = await run(forgetful, parcels(2), inTurn(fine({ Well: true })));
		expect(output.map(({ json }) => json)).toEqual([
			{ ErrorCode: 0, Well: true },
			{ ErrorCode: 0, Well: true },
		]);
	});

	it('comes out as it is without "Simplify"', async () => {
		const { output } = await run(parcel, parcels(1), inTurn(fine({ Well: true })), {
			options: { simplify: false },
		});
		expect(output[0]?.json).toEqual({ ErrorCode: 0, Well: true });
	});

	describe('to a repeat after a lost one', () => {
		const retryable = { ...parcel, retry: label.retry };

		it('may say that the first had done the work', async () => {
			const { output, error } = await run(
				retryable,
				parcels(2),
				inTurn(lost, results('Known', undefined)),
			);
			expect(error).toBeUndefined();
			expect(output.map(({ json }) => json)).toEqual([{ before: ['0'] }, { parcel: ['1'] }]);
		});

		it('may say that one fails all the same', async () => {
			const outcome = await run(retryable, parcels(2), inTurn(lost, results('Torn')), {
				continues,
			});
			expect(failures(outcome).map((failure) => failure?.message)).toEqual(['Torn', undefined]);
		});

		it('may hold codes, or nothing of an item', async () => {
			const coded = (interpreted: 'code' | 'nothing'): BatchCall => ({
				...batching({
					interpret: () =>
						interpreted === 'nothing' ? [] : [{ done: false, code: codes.permanent, data: {} }],
				}),
				retry: label.retry,
			});
			const [code, nothing] = [
				await run(coded('code'), parcels(1), inTurn(lost), { continues }),
				await run(coded('nothing'), parcels(1), inTurn(lost, fine()), { continues }),
			];
			expect(failures(code)[0]?.mayHaveBeenSent).toBe(false);
			expect(nothing.output[0]?.json).toEqual({ ErrorCode: 0 });
		});
	});

	it('to a first attempt says of no item that it was done before', async () => {
		const outcome = await run(parcel, parcels(2), inTurn(results('Known')), { continues });
		expect(failures(outcome).map((failure) => failure?.message)).toEqual(['Known', undefined]);
	});
});

describe('a shared call that is refused as a whole', () => {
	it('is made again in halves, so that only those fail that it is refused for', async () => {
		const outcome = await run(large(10), parcels(8), refusing('5'), { continues });
		expect(textsOf(outcome)).toEqual([
			'0 1 2 3 4 5 6 7',
			'0 1 2 3',
			'4 5 6 7',
			'4 5',
			'4',
			'5',
			'6 7',
		]);
		expect(pairs(outcome.output)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(failures(outcome).map((failure) => failure?.ErrorCode)).toEqual(
			parcels(8).map((_, index) => (index === 5 ? codes.permanent : undefined)),
		);
	});

	it('puts the one in the middle into the first half', async () => {
		const outcome = await run(parcel, parcels(3), inTurn(refused(codes.permanent)));
		expect(textsOf(outcome)).toEqual(['0 1 2', '0 1', '2']);
	});

	it('is tried in halves after a code that no page explains, too', async () => {
		const outcome = await run(parcel, parcels(2), inTurn(refused(codes.unexplained)));
		expect(textsOf(outcome)).toEqual(['0 1', '0', '1']);
		expect(outcome.output).toHaveLength(2);
	});

	it('for asking too often is made again as it is', async () => {
		const outcome = await run(parcel, parcels(2), inTurn(refused(codes.frequency)));
		expect(textsOf(outcome)).toEqual(['0 1', '0 1']);
	});

	it.each([
		['its credential', refused(codes.credential), false],
		['the loss of its response', lost, true],
	])('is not tried in halves after %s', async (_, reaction, mayHaveBeenSent) => {
		const outcome = await run(parcel, parcels(3), inTurn(reaction), { continues });
		expect(outcome.calls).toHaveLength(1);
		expect(failures(outcome).map((failure) => failure?.mayHaveBeenSent)).toEqual([
			mayHaveBeenSent,
			mayHaveBeenSent,
			mayHaveBeenSent,
		]);
	});

	it('is not tried in halves when an attempt before it may have done the work', async () => {
		const retryable = { ...parcel, retry: label.retry };
		const outcome = await run(retryable, parcels(2), inTurn(lost, refused(codes.permanent)), {
			continues,
		});
		expect(outcome.calls).toHaveLength(2);
		expect(failures(outcome).map((failure) => failure?.mayHaveBeenSent)).toEqual([true, true]);
	});

	it('is given up when call after call is refused: it is about none of them in particular', async () => {
		const outcome = await run(large(500), parcels(300), () => refused(codes.permanent), {
			continues,
		});
		expect(failures(outcome).every((failure) => failure?.mayHaveBeenSent === false)).toBe(true);
		expect(outcome.output).toHaveLength(300);
		expect(outcome.calls.length).toBeLessThan(30);
	});

	it('is tried apart to the end when some of it gets through', async () => {
		const bad = Array.from({ length: 30 }, (_, index) => `${index * 2}`);
		const outcome = await run(large(500), parcels(60), refusing(...bad), { continues });
		expect(outcome.output.filter(({ json }) => 'error' in json)).toHaveLength(30);
		expect(new Set(textsOf(outcome).filter((text) => !text.includes(' '))).size).toBe(60);
	});

	it('tries each half as often as any call', async () => {
		const outcome = await run(
			parcel,
			parcels(2),
			inTurn(
				refused(codes.frequency),
				refused(codes.permanent),
				refused(codes.frequency),
				fine(),
				refused(codes.frequency),
				fine(),
			),
			{ options: { maxRetries: 1 } },
		);
		expect(textsOf(outcome)).toEqual(['0 1', '0 1', '0', '0', '1', '1']);
		expect(outcome.output).toHaveLength(2);
	});

	it('loses no item when a half of it cannot be put together', async () => {
		const fragile = batching({
			maxSize: 4,
			merge: (bodies) => {
				if (bodies.length === 2) throw new Error('planted');
				return parcel.batch.merge(bodies);
			},
		});
		const outcome = await run(fragile, parcels(4), refusing('0'), { continues });
		expect(textsOf(outcome)).toEqual(['0 1 2 3']);
		expect(failures(outcome).map((failure) => failure?.message)).toEqual(
			parcels(4).map(() => 'planted'),
		);
	});

	it('tries nothing more when the workflow is to stop', async () => {
		const { calls, error } = await run(parcel, parcels(3), refusing('0'));
		expect(calls.map(textsIn)).toEqual(['0 1 2', '0 1', '0']);
		expect(error?.description).toContain('Stopped at the 1st of 3 items: 1 failed, 2 not tried.');
	});

	it('is not tried in halves when another item has stopped the workflow', async () => {
		const items = [
			{ text: '0', street: 'A' },
			{ text: '1', street: 'B' },
			{ text: '2', street: 'B' },
		];
		const server: Server = ({ number }) => ({
			...refused(codes.permanent),
			takes: 10 + number * 50,
		});
		const { calls, error } = await run(parcel, items, server);
		expect(calls.map(textsIn)).toEqual(['0', '1 2']);
		expect(error?.description).toContain('of 3 items: 3 failed.');
	});

	it('tries no more halves once somebody stops the execution', async () => {
		const server: Server = () => ({ ...refused(codes.permanent), takes: 100 });
		const { calls, log } = await run(large(8), parcels(8), server, { stopAt: 150 });
		expect(calls.map(textsIn)).toEqual(['0 1 2 3 4 5 6 7', '0 1 2 3']);
		expect(log).toEqual(['warn: Send: the execution was stopped. 4 of 8 failed, 4 not tried.']);
	});
});
