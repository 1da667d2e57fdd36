import type { IDataObject } from 'n8n-workflow';

import type { ChainCall, ListCall, ListRule } from '../../../../nodes/TencentChatDesk/contract';
import { pairs } from '../../../harness/pairedItems';
import { archive, letter } from '../support/operations';
import { failures, run } from '../support/run';
import { codes, fine, inTurn, lost, refused, type Server, unreachable } from '../support/server';

const continues = true;
const all = { returnAll: true };
const record = (id: number) => ({ id, more: `about ${id}` });
const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);

/** A list of so many records, of which a page holds as many as it is asked for. */
const listOf =
	(total: number): Server =>
	({ body }) => {
		const { From, Count } = body as { From: number; Count: number };
		const Records = ids(Math.min(Count, total - From), From).map(record);
		const Next = From + Records.length;
		return fine({ Records, ...(Next < total ? { Next } : {}) });
	};

const reading = (rule: Partial<ListRule>): ListCall => ({
	...archive,
	list: { ...archive.list, ...rule },
});

describe('a list', () => {
	it('is not asked for where its item needs no call, and has no records', async () => {
		const optional: ListCall = {
			...archive,
			needsCall: (fields) => fields.optionalText('of', 'Of') !== undefined,
		};
		const { output, calls, error } = await run(optional, [{ of: 'x' }, {}], listOf(1));
		expect([calls.length, error]).toEqual([1, undefined]);
		expect(pairs(output)).toEqual([0]);
	});

	it('is read to its end with "Return All", each record an item of its own', async () => {
		const { output, calls } = await run(archive, [all], listOf(10));
		expect(output).toEqual(ids(10).map((id) => ({ json: { short: id }, pairedItem: { item: 0 } })));
		expect(calls.map(({ body }) => [body.From, body.Count])).toEqual([
			[0, 4],
			[4, 4],
			[8, 4],
		]);
	});

	it('that is empty gives no items', async () => {
		const { output, error } = await run(archive, [all], listOf(0));
		expect([output, error]).toEqual([[], undefined]);
	});

	it('comes out in full without "Simplify", and where there is no short form', async () => {
		const options = { simplify: false };
		const full = await run(archive, [all], listOf(1), { options });
		const only = await run(reading({ simplified: undefined }), [all], listOf(1));
		expect([full.output[0]?.json, only.output[0]?.json]).toEqual([record(0), record(0)]);
	});

	it.each([
		[3, [3]],
		[4, [4]],
		[6, [4, 4]],
		[8, [4, 4]],
	])('of which %d are wanted is read no further', async (limit, counts) => {
		const { output, calls } = await run(archive, [{ limit }], listOf(100));
		expect(output.map(({ json }) => json.short)).toEqual(ids(limit));
		expect(calls.map(({ body }) => body.Count)).toEqual(counts);
	});

	it('has its own number of records on a page where the API has no field for it', async () => {
		const { calls, output } = await run(reading({ page: undefined }), [{ limit: 3 }], () =>
			fine({ Records: ids(5).map(record), Next: 5 }),
		);
		expect(calls.map(({ body }) => body)).toEqual([{ From: 0 }]);
		expect(output).toHaveLength(3);
	});

	it('ends with a page that holds nothing, though another one is named', async () => {
		const { output, calls } = await run(
			archive,
			[all],
			inTurn(fine({ Records: [record(0)], Next: 1 }), fine({ Records: [], Next: 2 })),
		);
		expect(output).toHaveLength(1);
		expect(calls).toHaveLength(2);
	});

	it('that names the page that was just read as the next one is a failure, not an endless run', async () => {
		const outcome = await run(archive, [all], () => fine({ Records: [record(0)], Next: 0 }), {
			continues,
		});
		expect(outcome.calls).toHaveLength(1);
		expect(failures(outcome)).toEqual([
			{
				message: 'The list does not end: Tencent names a page that was read before as the next one',
				advice: "Turn off 'Return All' and set a 'Limit' that one page can hold.",
				mayHaveBeenSent: false,
			},
		]);
	});

	it('that goes round in a circle is one too', async () => {
		const circle = [1, 2, 0];
		const outcome = await run(
			archive,
			[all],
			({ body }) => fine({ Records: [record(0)], Next: circle[body.From as number] }),
			{ continues },
		);
		expect(outcome.calls).toHaveLength(3);
		expect(failures(outcome)[0]?.message).toMatch(/^The list does not end: /);
	});

	it('that names ever new pages is one too, before memory is full of it', async () => {
		const many = Array.from({ length: 5_000 }, (_, id) => record(id));
		const outcome = await run(
			archive,
			[all],
			({ number }) => ({ ...fine({ Records: many, Next: number + 1 }), takes: 1 }),
			{ continues },
		);
		expect(outcome.calls).toHaveLength(100);
		expect(failures(outcome)[0]?.message).toMatch(/^The list does not end: 500000 records/);
	});

	it('gives nothing when a page in the middle fails', async () => {
		const outcome = await run(
			archive,
			[all, all],
			inTurn(
				fine({ Records: [record(0)], Next: 1 }),
				refused(codes.permanent),
				fine({ Records: [] }),
			),
			{ continues },
		);
		expect(failures(outcome)).toMatchObject([{ ErrorCode: codes.permanent }]);
	});

	it('whose page holds something else than documented is in doubt, and not read on', async () => {
		const outcome = await run(archive, [all], () => fine({ Records: [null], Next: 1 }), {
			continues,
			options: { maxRetries: 1 },
		});
		expect(outcome.calls).toHaveLength(2);
		expect(failures(outcome)[0]?.message).toContain('something else than its documentation');
	});

	it('tries each page as often as any call', async () => {
		const page = (Next?: number) => fine({ Records: [record(0)], Next });
		const { output, hints, error } = await run(
			archive,
			[all, all],
			inTurn(unreachable, page(1), lost, page(2), unreachable, page(), page()),
			{ options: { maxRetries: 1 } },
		);
		expect(error).toBeUndefined();
		expect(pairs(output)).toEqual([0, 0, 0, 1]);
		expect(hints[0]?.message).toMatch(/^2 of 2 read, 3 retries, /);
	});

	it('keeps the extra fields on every page', async () => {
		const { calls } = await run(archive, [all], listOf(8), {
			options: { extraBody: '{ "Count": 5 }' },
		});
		expect(calls.map(({ body }) => body)).toEqual([
			{ From: 0, Count: 5 },
			{ From: 5, Count: 5 },
		]);
	});

	it('is not read on when another item has stopped the workflow', async () => {
		const items = [all, { returnAll: 'perhaps' }];
		const { calls, error } = await run(archive, items, listOf(100));
		expect(calls).toHaveLength(1);
		expect(error?.message).toContain("'Return All'");
	});

	it('is not read on when somebody stops the execution', async () => {
		const slow: Server = (call) => ({ ...listOf(100)(call), takes: 100 });
		const { calls, output, log } = await run(archive, [all], slow, { stopAt: 150 });
		expect(calls).toHaveLength(2);
		expect(output).toHaveLength(8);
		expect(log).toEqual(['warn: Send: the execution was stopped. 1 of 1 read.']);
	});
});

/** Three calls for one item; each carries the key that the call before it was answered with. */
const series: ChainCall = {
	...letter,
	shape: 'chain',
	path: 'post/series',
	chain: {
		bodies: (body) => [1, 2, 3].map((part) => ({ ...body, Part: part })),
		nextBody: (next, before, answer) => ({ ...next, After: answer.Key, Behind: before.Part }),
	},
};

describe('a list whose records stand in files', () => {
	const inFiles = reading({
		files: {
			addresses: ({ Files }) => Files as string[],
			record: (line) => (line === '#end' ? undefined : { id: line }),
			isEnd: (line) => line === '#end',
			field: 'Records',
		},
	});
	const at = (name: string) => `https://files.example.com/${name}`;
	const pages: Server = ({ number }) =>
		fine(number === 0 ? { Files: [at('a')], Next: 1 } : { Files: [at('b'), at('c')] });
	const remote = { [at('a')]: 'one\n#end', [at('b')]: 'two\n#end', [at('c')]: 'three\n#end' };

	it('is read from one after another', async () => {
		const { output, downloads } = await run(inFiles, [all], pages, { remote });
		expect(output.map(({ json }) => json.short)).toEqual(['one', 'two', 'three']);
		expect(downloads).toEqual(['a', 'b', 'c'].map(at));
	});

	it('is read from no more of them than the limit takes', async () => {
		const { output, downloads } = await run(inFiles, [{ limit: 2 }], pages, { remote });
		expect(output.map(({ json }) => json.short)).toEqual(['one', 'two']);
		expect(downloads).toEqual(['a', 'b'].map(at));
	});

	it('is not put out where one of them broke off, and the failure says so', async () => {
		const broken = { ...remote, [at('b')]: 'two\n' };
		const outcome = await run(inFiles, [all], pages, {
			remote: broken,
			continues,
			options: { maxRetries: 0 },
		});
		expect(outcome.output).toHaveLength(1);
		expect(failures(outcome)[0]?.message).toBe('A file of Tencent broke off or is damaged');
	});
});

describe('an item that goes out in several calls', () => {
	const item = { to: 'a', text: 'hello' };
	const key = (Key: string) => fine({ Key });

	it('makes each with what the one before it was answered, and puts out the last answer', async () => {
		const { calls, output } = await run(series, [item], inTurn(key('x'), key('y'), key('z')));
		expect(calls.map(({ body }) => [body.Part, body.After, body.Behind])).toEqual([
			[1, undefined, undefined],
			[2, 'x', 1],
			[3, 'y', 2],
		]);
		expect(output).toEqual([{ json: { key: 'z' }, pairedItem: { item: 0 } }]);
	});

	it('is counted as one', async () => {
		const { hints } = await run(series, [item, item]);
		expect(hints[0]?.message).toMatch(/^2 of 2 sent, /);
	});

	it('keeps its place in the conversation until it is through', async () => {
		const { calls } = await run(series, [item, { ...item, text: 'bye' }]);
		expect(calls.map(({ body }) => body.Text)).toEqual([
			...['hello', 'hello', 'hello'],
			...['bye', 'bye', 'bye'],
		]);
	});

	it('that breaks in the middle says how far it came', async () => {
		const outcome = await run(series, [item], inTurn(fine(), refused(codes.permanent)), {
			continues,
		});
		expect(outcome.calls).toHaveLength(2);
		expect(failures(outcome)[0]).toMatchObject({
			advice: expect.stringMatching(
				/^1 of 3 calls were carried out before, and are not made again\. /,
			) as string,
			mayHaveBeenSent: true,
			callsCarriedOut: 1,
			callsPlanned: 3,
		});
	});

	it('that breaks at its first call was certainly not sent', async () => {
		const outcome = await run(series, [item], inTurn(refused(codes.permanent)), { continues });
		const [failure] = failures(outcome);
		expect(failure?.mayHaveBeenSent).toBe(false);
		expect(failure).not.toHaveProperty('callsPlanned');
	});

	it('tries each call as often as any, and never the whole again', async () => {
		const { calls, error } = await run(
			series,
			[item],
			inTurn(lost, key('x'), lost, key('y'), lost, key('z')),
			{ options: { maxRetries: 1 } },
		);
		expect(error).toBeUndefined();
		expect(calls.map(({ body }) => body.Part)).toEqual([1, 1, 2, 2, 3, 3]);
		expect(calls[3]?.text).toBe(calls[2]?.text);
	});

	it('is finished though another item stops the workflow', async () => {
		const server: Server = ({ body }) =>
			body.To === 'nobody' ? { ...refused(codes.permanent), takes: 15 } : key('x');
		const { calls, error } = await run(series, [item, { ...item, to: 'nobody' }], server);
		expect(calls.filter(({ body }) => body.To === 'a')).toHaveLength(3);
		expect(error?.description).toContain('of 2 items: 1 sent, 1 failed.');
	});

	it('is not begun when another item stops the workflow', async () => {
		const server: Server = ({ body, number }) => {
			if (body.To === 'nobody') return { ...refused(codes.permanent), takes: 15 };
			return number === 0 ? unreachable : fine();
		};
		const { calls, error } = await run(series, [item, { ...item, to: 'nobody' }], server);
		expect(calls.filter(({ body }) => body.To === 'a')).toHaveLength(1);
		expect(error?.description).toContain('of 2 items: 1 failed, 1 not tried.');
	});

	it('stays half done when somebody stops the execution, and says so', async () => {
		const slow: Server = () => ({ ...fine(), takes: 100 });
		const { calls, log, output } = await run(series, [item, { ...item, to: 'b' }], slow, {
			continues,
			stopAt: 150,
			options: { maxConcurrency: 1 },
		});
		expect(calls).toHaveLength(2);
		expect(output[0]?.json.error).toMatchObject({
			message: 'The execution was stopped between the calls of this item',
			advice:
				'2 of 3 calls were carried out before, and are not made again. Look into the conversation before sending the rest.',
			mayHaveBeenSent: true,
		} satisfies IDataObject);
		expect(log).toEqual(['warn: Send: the execution was stopped. 1 of 2 in doubt, 1 not tried.']);
	});

	it('is through when somebody stops the execution during its last call', async () => {
		const slow: Server = () => ({ ...fine(), takes: 100 });
		const { log, output } = await run(series, [item], slow, { stopAt: 250 });
		expect(output).toHaveLength(1);
		expect(log).toEqual(['warn: Send: the execution was stopped. 1 of 1 sent.']);
	});

	it('that waits for a repeat in its middle is in doubt when somebody stops the execution', async () => {
		const { calls, log } = await run(series, [item], inTurn(fine(), unreachable), { stopAt: 40 });
		expect(calls).toHaveLength(2);
		expect(log).toEqual(['warn: Send: the execution was stopped. 1 of 1 in doubt.']);
	});
});
