import type {
	BatchCall,
	Body,
	ChainCall,
	SingleCall,
} from '../../../../nodes/TencentChatDesk/contract';
import { letter, parcel } from '../support/operations';
import { failures, type Outcome, run } from '../support/run';
import { fine, lost, silent } from '../support/server';

const link = { kind: 'publicBucket' } as const;
const files = { first: 'one', second: 'two', third: 'three', empty: '' };

/** A letter with an enclosure. */
const enclosing: SingleCall = {
	...letter,
	request: (fields) => ({
		To: fields.id('to', 'To'),
		Link: fields.file('file', 'File', link).address,
	}),
};

/** Parcels, each with a picture on it. */
const pictured: BatchCall = {
	...parcel,
	request: (fields) => ({
		Street: 'Main Street',
		Parcels: [fields.file('file', 'File', link).address],
	}),
};

/** A call for each of two files. */
const twofold: ChainCall = {
	...letter,
	shape: 'chain',
	request: (fields) => ({
		To: 'a',
		Links: ['one', 'other'].map((name) => fields.file(name, name, link).address),
	}),
	chain: {
		bodies: ({ To, Links }) => (Links as string[]).map((Link): Body => ({ To, Link })),
		nextBody: (body) => body,
	},
};

/** What stands in the files of these addresses. */
const textsAt = ({ uploads }: Outcome, addresses: unknown) =>
	(addresses as string[]).map((one) => uploads.find(({ address }) => address === one)?.text);

const inParcels = (outcome: Outcome) =>
	outcome.calls.map(({ body }) => textsAt(outcome, body.Parcels));

describe('files that go to the bucket before their message', () => {
	it('set out two at a time, and the message follows when both are there', async () => {
		const outcome = await run(twofold, [{ one: 'first', other: 'second' }], undefined, {
			files,
			bucket: () => ({ answer: {}, takes: 500 }),
		});
		const { calls, uploads } = outcome;
		expect(uploads[1]!.at - uploads[0]!.at).toBeLessThan(100);
		expect(calls[0]!.at).toBeGreaterThanOrEqual(500);
		expect(calls.map(({ body }) => [body.To, ...textsAt(outcome, [body.Link])])).toEqual([
			['a', 'one'],
			['a', 'two'],
		]);
	});

	it('leave their addresses in a call that several items share', async () => {
		const items = ['first', 'second', 'third'].map((file) => ({ file }));
		const outcome = await run(pictured, items, undefined, {
			files,
			bucket: () => ({ answer: {}, takes: 500 }),
		});
		const [first, second] = outcome.uploads;
		expect(second!.at - first!.at).toBeLessThan(100);
		expect(inParcels(outcome)).toEqual([['one', 'two', 'three']]);
	});

	it('that fail keep back their own item, and no other of the call', async () => {
		const items = ['first', 'empty', 'third'].map((file) => ({ file }));
		const outcome = await run(pictured, items, undefined, { files, continues: true });
		expect(inParcels(outcome)).toEqual([['one', 'three']]);
		expect(failures(outcome).map((failure) => failure?.message)).toEqual([
			undefined,
			'The file of the item is empty',
			undefined,
		]);
	});

	it('go out with parcels that have none', async () => {
		const optional: BatchCall = {
			...pictured,
			request: (fields) => ({
				Street: 'Main Street',
				Parcels: [fields.optionalFile('file', 'File', link)?.address ?? ''],
			}),
		};
		const outcome = await run(optional, [{}, { file: 'first' }, {}], undefined, { files });
		expect(inParcels(outcome)).toEqual([[undefined, 'one', undefined]]);
	});

	it('that all fail leave no call', async () => {
		const items = [{ file: 'empty' }, { file: 'empty' }];
		const { calls, output } = await run(pictured, items, undefined, { files, continues: true });
		expect([calls, output.length]).toEqual([[], 2]);
	});

	it('are named where their message fails: they stay in the bucket', async () => {
		const outcome = await run(twofold, [{ one: 'first', other: 'second' }], () => lost, {
			files,
			continues: true,
			options: { maxRetries: 0 },
		});
		expect(textsAt(outcome, failures(outcome)[0]?.uploadedFiles)).toEqual(['one', 'two']);
	});

	it('are followed by nothing once somebody has stopped the execution', async () => {
		const { calls, log } = await run(enclosing, [{ to: 'a', file: 'first' }], undefined, {
			files,
			bucket: () => silent,
			stopAt: 100,
			continues: true,
		});
		expect(calls).toEqual([]);
		expect(log).toEqual(['warn: Send: the execution was stopped. 1 of 1 failed.']);
	});

	it('leave their call unmade where the execution was stopped before the last one', async () => {
		const items = ['first', 'second', 'third'].map((file) => ({ file }));
		let begun = 0;
		const { calls, log } = await run(pictured, items, undefined, {
			files,
			bucket: (stop) => {
				begun += 1;
				// Two at a time: one of the others is there.
				if (begun === 3) stop();
				return { answer: {} };
			},
			continues: true,
		});
		expect(calls).toEqual([]);
		expect(log[0]).toMatch(/stopped\. \d of 3 failed, \d not tried\.$/);
	});

	it('do not wait until the group of their message may be written to again', async () => {
		const targetLimit = { perSecond: 0.1, target: () => 'all' };
		const items = ['first', 'second'].map((file, index) => ({ to: `p${index}`, file }));
		const { calls, uploads } = await run({ ...enclosing, targetLimit }, items, undefined, {
			files,
		});
		expect(uploads.map(({ at }) => Math.floor(at / 1_000))).toEqual([0, 0]);
		expect(calls.map(({ at }) => Math.floor(at / 1_000))).toEqual([0, 10]);
	});

	it('hold up no message without one', async () => {
		const optional: SingleCall = {
			...letter,
			request: (fields) => ({
				To: fields.id('to', 'To'),
				Link: fields.optionalFile('file', 'File', link)?.address ?? '',
			}),
		};
		const items = [{ to: 'a', file: 'first' }, { to: 'b' }];
		const { calls } = await run(optional, items, () => fine({ Key: 'k' }), {
			files,
			bucket: () => ({ answer: {}, takes: 500 }),
		});
		expect(calls.map(({ body }) => body.To)).toEqual(['b', 'a']);
		expect(calls[0]!.at).toBeLessThan(100);
	});
});
