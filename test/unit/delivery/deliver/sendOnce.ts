import type {
	BatchCall,
	EffectLookup,
	SingleCall,
} from '../../../../nodes/TencentChatDesk/contract';
import { letter, parcel, visit } from '../support/operations';
import { failures, newCredential, run, type Item, type Outcome } from '../support/run';
import { codes, fine, lost, refused, type Server } from '../support/server';

/** Says at once whether a message arrived. */
const history = (found: boolean): EffectLookup => ({
	path: 'post/history',
	perSecond: 50,
	delay: 0,
	request: ({ To }) => ({ To }),
	interpret: () => (found ? { effect: 'done', output: { found } } : { effect: 'none' }),
});

const items = (count: number, more: Item = {}): Item[] =>
	Array.from({ length: count }, (_unused, index) => ({
		to: `to ${index}`,
		text: `${index}`,
		options: { sendOnce: true, deduplicationKey: `order ${index}` },
		...more,
	}));

/** An n8n whose database remembers, and whose node calls always the same app. */
const newN8n = () => ({ memory: new Set<string>(), credential: newCredential() });

const parcelsOf = ({ calls }: Outcome) =>
	calls.map(({ body }) => (body.Parcels as string[]).join(' '));

/** An n8n that died while this operation was sending one item. */
async function diedSending(operation: SingleCall) {
	const { memory, credential } = newN8n();
	let left = new Set<string>();
	await run(
		operation,
		items(1),
		() => {
			left = new Set(memory);
			return fine();
		},
		{ memory, credential },
	);
	return { memory: left, credential, continues: true };
}

describe('a message that is sent once', () => {
	it.each([visit, letter])('is not sent by a later execution ($path)', async (operation) => {
		const n8n = newN8n();
		const first = await run(operation, items(2), undefined, n8n);
		const second = await run(operation, items(3), undefined, n8n);
		expect(first.output.map(({ json }) => json)).toEqual([{ key: 'key 0' }, { key: 'key 1' }]);
		expect(second.calls.map(({ body }) => body.To)).toEqual(['to 2']);
		expect(second.output.map(({ json }) => json)).toEqual([
			{ alreadySent: true, deduplicationKey: 'order 0' },
			{ alreadySent: true, deduplicationKey: 'order 1' },
			{ key: 'key 0' },
		]);
	});

	it('is sent by a later execution when it was refused', async () => {
		const n8n = newN8n();
		await run(visit, items(1), () => refused(codes.permanent), n8n);
		expect((await run(visit, items(1), undefined, n8n)).calls).toHaveLength(1);
	});

	it('was sent all the same when the database can take nothing more: the log says so', async () => {
		const { memory, credential } = newN8n();
		const full = (): never => {
			throw new Error('disk full');
		};
		const { output, log } = await run(
			visit,
			items(1),
			() => {
				memory.add = full;
				return fine({ Key: 'k' });
			},
			{ memory, credential },
		);
		expect(output[0]?.json).toEqual({ key: 'k' });
		expect(log).toEqual(['warn: Send: what was sent could not be remembered. disk full']);
	});

	it('of an earlier execution is seen before the next one: that leaves a second later', async () => {
		const n8n = newN8n();
		await run(letter, items(1, { to: 'a' }), undefined, n8n);
		const { calls } = await run(letter, items(2, { to: 'a' }), undefined, n8n);
		expect(calls.map(({ body }) => body.Text)).toEqual(['1']);
		expect(calls[0]!.at).toBeGreaterThan(900);
	});

	it('counts as already sent, apart from what this execution has sent', async () => {
		const n8n = newN8n();
		await run(visit, items(2), undefined, n8n);
		const { hints } = await run(visit, items(3), undefined, n8n);
		expect(hints[0]?.message).toMatch(/^1 of 3 sent, 2 already sent,/);
	});

	it('is not sent when n8n cannot say whether it was: the item fails with the reason', async () => {
		const { memory, credential } = newN8n();
		memory.has = () => {
			throw new Error('database is locked');
		};
		const outcome = await run(visit, items(1), undefined, { memory, credential, continues: true });
		expect(outcome.calls).toEqual([]);
		expect(String(failures(outcome)[0]?.message)).toContain('database is locked');
	});

	it('fails alone where it cannot share a call, and the others go out', async () => {
		const fragile: BatchCall = {
			...parcel,
			batch: {
				...parcel.batch,
				key: ({ Parcels }) => {
					if (String(Parcels) === '1') throw new Error('planted');
					return 'all';
				},
			},
		};
		const outcome = await run(fragile, items(3), undefined, { ...newN8n(), continues: true });
		expect(parcelsOf(outcome)).toEqual(['0 2']);
		expect(failures(outcome).map((failure) => failure?.message)).toEqual([
			undefined,
			'planted',
			undefined,
		]);
	});

	it('keeps its place among messages that are not', async () => {
		const [first, second, third] = items(3, { to: 'a' }) as [Item, Item, Item];
		const { calls } = await run(
			visit,
			[first, { ...second, options: {} }, third],
			undefined,
			newN8n(),
		);
		expect(calls.map(({ body }) => body.Text)).toEqual(['0', '1', '2']);
	});

	it('is not sent again after a death of n8n: nobody knows whether it arrived', async () => {
		const outcome = await run(visit, items(1), undefined, await diedSending(visit));
		expect(outcome.calls).toEqual([]);
		expect(failures(outcome)[0]).toMatchObject({
			message: 'An earlier execution began to send this message and did not come to its end',
			mayHaveBeenSent: true,
		});
	});

	it.each([
		[true, ['history']],
		[false, ['history', 'visit']],
	])('is looked for after a death of n8n (found: %s)', async (found, paths) => {
		const watched: SingleCall = { ...visit, lookup: () => history(found) };
		const { calls, output } = await run(watched, items(1), undefined, await diedSending(watched));
		expect(calls.map(({ path }) => path.slice(5))).toEqual(paths);
		expect(output[0]?.json).toEqual(found ? { found, verified: true } : { key: 'key 1' });
	});

	it('is known as sent when the second try of its node has sent it', async () => {
		const n8n = newN8n();
		const tries = { ...n8n, retryOnFail: true, execution: 'once in two tries' };
		await run(letter, items(1, { delivery: { maxRetries: 0 } }), () => lost, tries);
		const second = await run(letter, items(1), undefined, tries);
		expect(second.calls).toHaveLength(1);
		const { calls, output } = await run(letter, items(1), undefined, n8n);
		expect(calls).toEqual([]);
		expect(output[0]?.json.alreadySent).toBe(true);
	});
});

describe('many messages that are sent once', () => {
	it('follow each other without a gap, because the next ones are asked for in time', async () => {
		const watched: SingleCall = { ...visit, lookup: () => history(true) };
		const options = { requestsPerSecond: 100 };
		const list = items(100).map((item) => ({ ...item, delivery: options }));
		const { calls } = await run(watched, list, undefined, newN8n());
		const gaps = calls.slice(1).map(({ at }, index) => at - calls[index]!.at);
		expect(calls).toHaveLength(100);
		expect(Math.max(...gaps)).toBeLessThan(15);
	});

	it('are read two at a time while those before them leave', async () => {
		const watched: SingleCall = { ...visit, lookup: () => history(true) };
		let read = 0;
		const list = items(64).map((item) => ({
			...item,
			delivery: { requestsPerSecond: 100 },
			get text() {
				read += 1;
				return 'hello';
			},
		}));
		const readAtCall: number[] = [];
		const server: Server = () => {
			readAtCall.push(read);
			return fine();
		};
		await run(watched, list, server, newN8n());
		expect(readAtCall.slice(0, 16)).toEqual(
			Array.from({ length: 16 }, (_unused, index) => 18 + 2 * index),
		);
	});

	it('wait for those behind them to share a call with, while n8n is asked about those', async () => {
		const n8n = newN8n();
		await run(parcel, items(15), undefined, n8n);
		expect(parcelsOf(await run(parcel, items(18), undefined, n8n))).toEqual(['15 16 17']);
	});

	it('share calls, which leave when they are full or nothing else can', async () => {
		expect(parcelsOf(await run(parcel, items(24), undefined, newN8n()))).toEqual([
			...['0 1 2', '3 4 5', '6 7 8', '9 10 11', '12 13 14', '15'],
			...['16 17 18', '19 20 21', '22 23'],
		]);
	});
});
