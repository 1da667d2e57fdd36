import { NodeOperationError } from 'n8n-workflow';

import type { BatchCall, ChainCall, Deliverable } from '../../../../nodes/TencentChatDesk/contract';
import { label, letter, parcel, visit } from '../support/operations';
import { failures, newCredential, run, type Item, type Setup } from '../support/run';
import { codes, fine, inTurn, lost, refused, type Server } from '../support/server';

const items = ['a', 'b', 'c', 'd'].map((to) => ({ to, text: `to ${to}` }));
const item = items[0]!;
const wrong = refused(codes.permanent);
const oneByOne = { maxConcurrency: 1 };

let executions = 0;

/** The tries of one run of a node with "Retry On Fail". */
function tries(setup: Setup = {}) {
	executions += 1;
	const same: Setup = {
		retryOnFail: true,
		execution: `execution ${executions}`,
		credential: newCredential(),
		...setup,
		options: { ...oneByOne, ...setup.options },
	};
	return async (operation: Deliverable, input: Item[], server?: Server, more: Setup = {}) =>
		await run(operation, input, server, { ...same, ...more });
}

describe('with "Retry On Fail", the next try', () => {
	it.each([letter, visit, label])(
		'goes on where the first one stopped ($path): nothing is sent twice',
		async (operation) => {
			const attempt = tries();
			const first = await attempt(operation, items, inTurn(fine({ Key: 'x' }), fine(), wrong));
			const second = await attempt(operation, items);
			expect(first.error).toBeDefined();
			expect(second.calls.map(({ body }) => body.To)).toEqual(['c', 'd']);
			expect(second.output.map(({ json }) => json.key)).toEqual(['x', '', 'key 0', 'key 1']);
		},
	);

	it('counts what the first one sent', async () => {
		const attempt = tries();
		await attempt(letter, items, inTurn(fine(), fine(), wrong));
		const { hints } = await attempt(letter, items);
		expect(hints[0]?.message).toMatch(/^2 of 4 sent, 2 already sent/);
	});

	it('sends a refused item with the numbers that it had', async () => {
		const attempt = tries();
		const first = await attempt(letter, [item], () => wrong);
		const second = await attempt(letter, [item]);
		expect(second.calls[0]?.text).toBe(first.calls[0]?.text);
	});

	it.each([letter, visit, label])(
		'sends nothing again whose text holds the time of day ($path)',
		async (operation) => {
			const attempt = tries();
			await attempt(operation, items, inTurn(fine(), wrong));
			const changed = items.map(({ to }) => ({ to, text: `${to} later` }));
			const { calls } = await attempt(operation, changed);
			expect(calls.map(({ body }) => body.Text)).toEqual(['b later', 'c later', 'd later']);
		},
	);

	it('sends what was refused for its frequency and waited when another one ended the first', async () => {
		const attempt = tries();
		await attempt(visit, items, inTurn(refused(codes.frequency), wrong));
		const certain = await attempt(visit, items);
		expect(certain.calls).toHaveLength(4);
	});

	it('together with "Continue" sends again only what failed', async () => {
		const attempt = tries({ continues: true });
		const first = await attempt(letter, items, inTurn(fine(), wrong));
		const second = await attempt(letter, items);
		expect(failures(first).map(Boolean)).toEqual([false, true, false, false]);
		expect(second.calls.map(({ body }) => body.To)).toEqual(['b']);
		expect(second.output).toHaveLength(4);
	});

	it('after one that ended well is another round, which sends everything', async () => {
		const attempt = tries();
		await attempt(letter, items);
		expect((await attempt(letter, items)).calls).toHaveLength(4);
	});

	it('after one that somebody stopped goes on as well', async () => {
		const attempt = tries();
		await attempt(letter, items, () => ({ ...fine(), takes: 100 }), { stopAt: 150 });
		expect((await attempt(letter, items)).calls.map(({ body }) => body.To)).toEqual(['c', 'd']);
	});

	it('without that setting sends everything again', async () => {
		const attempt = tries({ retryOnFail: false });
		await attempt(letter, items, inTurn(fine(), wrong));
		expect((await attempt(letter, items)).calls).toHaveLength(4);
	});
});

describe('items that shared a call in the first try', () => {
	it('are sent again with the numbers of that call, apart from those of another one', async () => {
		const numbered: BatchCall = { ...parcel, dedupeFields: letter.dedupeFields };
		const attempt = tries({ continues: true });
		const parcels = ['0', '1', '2', '3'].map((text) => ({ text }));
		const problem = fine({ Results: [{ Problem: 'Torn' }] });
		const first = await attempt(numbered, parcels, () => problem);
		expect(first.calls.map(({ body }) => body.Parcels)).toEqual([['0', '1', '2'], ['3']]);
		const second = await attempt(numbered, parcels);
		expect(second.calls.map(({ body }) => [body.Parcels, body.Random])).toEqual([
			[['0'], first.calls[0]?.body.Random],
			[['3'], first.calls[1]?.body.Random],
		]);
	});
});

describe('an item of several calls of which a later one is too long', () => {
	const series: ChainCall = {
		...visit,
		shape: 'chain',
		maxBodyBytes: 100,
		chain: {
			bodies: (body) => [{ ...body, Part: 1 }, body],
			nextBody: (next, _before, { Key }) => ({ ...next, After: Key }),
		},
	};
	const long = fine({ Key: 'x'.repeat(100) });

	it('says how far it came, and is not begun again', async () => {
		const attempt = tries({ continues: true });
		const first = await attempt(series, [item], () => long);
		expect(failures(first)[0]).toMatchObject({
			message: expect.stringContaining('too long') as string,
			advice: expect.stringMatching(/^1 of 2 calls were carried out before, .* Shorten/) as string,
			mayHaveBeenSent: true,
			callsCarriedOut: 1,
			callsPlanned: 2,
		});
		const second = await attempt(series, [item], () => long);
		expect(second.calls).toEqual([]);
		expect(failures(second)[0]?.mayHaveBeenSent).toBe(true);
	});

	it('was certainly not sent when its first one is too long', async () => {
		const attempt = tries({ continues: true });
		const tooLong = { ...item, text: 'x'.repeat(100) };
		const outcome = await attempt(series, [tooLong]);
		expect(failures(outcome)).toEqual([
			{
				message: expect.stringContaining('too long') as string,
				advice: expect.stringMatching(/^Shorten the text/) as string,
				mayHaveBeenSent: false,
			},
		]);
	});

	it('ends the workflow like any item that is too long when its first one is', async () => {
		const tooLong = { ...item, text: 'x'.repeat(100) };
		const { error } = await tries()(series, [tooLong]);
		expect(error).toBeInstanceOf(NodeOperationError);
	});
});

describe('an item that may have been sent in the first try', () => {
	const once = { options: { ...oneByOne, maxRetries: 0 } };

	it('is sent again as the same message, where the server tells copies', async () => {
		const attempt = tries();
		const first = await attempt(letter, items, () => lost, once);
		const second = await attempt(letter, items);
		expect(first.error).toBeDefined();
		expect(second.calls[0]?.text).toBe(first.calls[0]?.text);
		expect(second.hints[0]?.message).toMatch(/^4 of 4 sent/);
	});

	it('is sent again as it was, whatever its expressions and extra fields give by now', async () => {
		const attempt = tries();
		const then = { ...item, options: { extraBody: '{ "At": 1 }' } };
		const now = { to: 'b', text: 'later', options: { extraBody: '{ "At": 2 }' } };
		const first = await attempt(letter, [then], () => lost, once);
		const second = await attempt(letter, [now]);
		expect(second.calls[0]?.text).toBe(first.calls[0]?.text);
	});

	it('is not sent again, where the server cannot', async () => {
		const attempt = tries({ continues: true });
		await attempt(visit, items, inTurn(lost));
		const second = await attempt(visit, items);
		expect(second.calls).toEqual([]);
		expect(failures(second)[0]).toEqual({
			message: 'An earlier try of this node may have been carried out',
			advice:
				'It may have been carried out all the same. This API cannot tell a repeat from a second request, so it was not made again. Look into the conversation first.',
			mayHaveBeenSent: true,
		});
		expect(second.hints[0]?.message).toContain('3 of 4 already sent, 1 in doubt');
	});

	it('is not sent again in the third try either, where the server cannot', async () => {
		const attempt = tries();
		await attempt(visit, [item], () => lost);
		await attempt(visit, [item]);
		const third = await attempt(visit, [item]);
		expect(third.calls).toEqual([]);
		expect(third.error?.message).toBe('An earlier try of this node may have been carried out');
	});

	it('is sent again where a second call changes nothing', async () => {
		const attempt = tries();
		await attempt(label, items, () => lost, once);
		expect((await attempt(label, items)).calls).toHaveLength(4);
	});

	it('is not sent again when its numbers were taken away', async () => {
		const attempt = tries({ options: { extraBody: '{ "Random": null }' } });
		await attempt(letter, [item], () => lost);
		const second = await attempt(letter, [item]);
		expect(second.calls).toEqual([]);
		expect(second.error?.message).toBe('An earlier try of this node may have been carried out');
	});

	it('is not sent again when the server has forgotten its numbers by then', async () => {
		const attempt = tries();
		await attempt(letter, [item], () => lost, once);
		jest.advanceTimersByTime(118_000);
		expect((await attempt(letter, [item])).calls).toEqual([]);
	});

	it('and was, as the second try is told, is done', async () => {
		const operation = { ...label, alreadyDoneCodes: [codes.permanent] };
		const attempt = tries();
		await attempt(operation, [item], () => lost, once);
		const { output } = await attempt(operation, [item], () => wrong);
		expect(output).toHaveLength(1);
	});

	it('stays in doubt when the second try is refused', async () => {
		const attempt = tries({ continues: true });
		await attempt(letter, [item], () => lost, once);
		expect(failures(await attempt(letter, [item], () => wrong))[0]?.mayHaveBeenSent).toBe(true);
	});

	it('is counted as in doubt while it waits for another item that fails in the second try', async () => {
		const attempt = tries();
		await attempt(letter, items, () => lost, once);
		const tooOften = inTurn(refused(codes.frequency), wrong);
		const { error } = await attempt(letter, items, tooOften);
		expect(error?.description).toContain('of 4 items: 1 failed, 1 in doubt, 2 not tried.');
	});

	it('and waits for its repeat when another one ends the try, keeps its numbers', async () => {
		const attempt = tries();
		const first = await attempt(letter, items, inTurn(lost, wrong));
		expect(first.error?.description).toContain('of 4 items: 1 failed, 1 in doubt, 2 not tried.');
		const second = await attempt(letter, items);
		expect(second.calls[0]?.text).toBe(first.calls[0]?.text);
	});

	it('but was refused for certain is not in doubt in the third try', async () => {
		const attempt = tries();
		await attempt(letter, [item], () => wrong);
		const { error } = await attempt(letter, [item], () => wrong);
		expect(error?.description).not.toContain('It may have been carried out');
	});
});

describe('a chain that was half done in the first try', () => {
	const series: ChainCall = {
		...letter,
		shape: 'chain',
		chain: {
			bodies: (body) => [1, 2].map((part) => ({ ...body, Part: part })),
			nextBody: (next) => next,
		},
	};
	const careful: ChainCall = { ...series, dedupeFields: undefined, retry: visit.retry };

	it('is not begun again', async () => {
		const attempt = tries();
		await attempt(careful, [item], inTurn(fine(), wrong));
		const second = await attempt(careful, [item]);
		expect(second.calls).toEqual([]);
		expect(second.error?.message).toBe('An earlier try of this node may have been carried out');
	});

	it('is not begun again either when somebody stopped it while it waited', async () => {
		const attempt = tries();
		await attempt(careful, [item], inTurn(fine(), refused(codes.frequency)), { stopAt: 45 });
		expect((await attempt(careful, [item])).calls).toEqual([]);
	});

	it('that was refused at its first call is begun again', async () => {
		const attempt = tries();
		await attempt(careful, [item], inTurn(wrong));
		expect((await attempt(careful, [item])).calls).toHaveLength(2);
	});
});

/** Visits of two items in one call. */
function visitTogether(interpret: BatchCall['batch']['interpret']): BatchCall {
	const { interpret: _interpret, ...call } = visit;
	return {
		...call,
		shape: 'batch',
		batch: { maxSize: 2, key: () => '', merge: (bodies) => ({ All: bodies }), interpret },
	};
}

describe('a good envelope that says nothing of an item in the first try', () => {
	it('keeps the second try from doing twice what cannot be told from its copy', async () => {
		const operation = visitTogether((_response, bodies) =>
			bodies.map(() => ({
				done: false,
				kind: 'lost',
				message: 'Nobody knows',
				advice: 'Look.',
				data: {},
			})),
		);
		const attempt = tries();
		await attempt(operation, [item]);
		const second = await attempt(operation, [item]);
		expect(second.calls).toEqual([]);
		expect(second.error?.message).toBe('An earlier try of this node may have been carried out');
	});
});

describe('a good envelope that means a failure in the first try', () => {
	it('lets the second try send it again', async () => {
		const operation = visitTogether((answer, bodies) =>
			bodies.map((body) =>
				answer.Bad === body.To
					? { done: false, code: codes.permanent, data: {} }
					: { done: true, output: { to: body.To } },
			),
		);
		const attempt = tries();
		const pair = items.slice(0, 2);
		const first = await attempt(operation, pair, () => fine({ Bad: 'b' }));
		expect(first.error?.description).toContain('Stopped at the 2nd of 2 items: 1 sent');
		const { calls, output } = await attempt(operation, pair);
		expect(calls.map(({ body }) => body)).toEqual([{ All: [{ To: 'b', Text: 'to b' }] }]);
		expect(output.map(({ json }) => json)).toEqual([{ to: 'a' }, { to: 'b' }]);
	});
});
