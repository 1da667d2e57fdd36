import type { IDataObject } from 'n8n-workflow';

import type { EffectLookup, SingleCall } from '../../../../nodes/TencentChatDesk/contract';
import { letter, visit } from '../support/operations';
import { failures, newCredential, run } from '../support/run';
import { codes, fine, lost, refused, type Reaction, type Server } from '../support/server';

const delay = 5_000;

/** Looks for a visit in the book of its house; a page has one line. */
const book: EffectLookup = {
	path: 'post/book',
	perSecond: 50,
	delay,
	request: ({ To }) => ({ House: To, Page: 1 }),
	interpret({ Line, Smudged }, { Text }) {
		if (Smudged) return { effect: 'unknown' };
		return Line === Text ? { effect: 'done', output: { line: Line } } : { effect: 'none' };
	},
	nextPage: ({ Pages }, look) =>
		Number(look.Page) < Number(Pages) ? { ...look, Page: Number(look.Page) + 1 } : undefined,
};

const watched: SingleCall = { ...visit, lookup: () => book };
const item = { to: 'a', text: 'hello' };
const continues = { continues: true } as const;

/** A server that reacts to visits in turn, and to looks in turn. */
function house(visits: Reaction[], looks: Reaction[]): Server {
	return ({ path }) => (path === 'post/book' ? looks : visits).shift() ?? fine();
}

const paths = (calls: Array<{ path: string }>) => calls.map(({ path }) => path.slice(5));

describe('a call whose effect nobody knows', () => {
	it('is done when a look finds it', async () => {
		const { output, calls } = await run(watched, [item], house([lost], [fine({ Line: 'hello' })]));
		expect(paths(calls)).toEqual(['visit', 'book']);
		expect(output[0]?.json).toEqual({ line: 'hello', verified: true });
	});

	it('is looked for again when it was too early to be sure', async () => {
		const looks = [fine({ Line: 'other' }), fine({ Line: 'hello' })];
		const { output, calls } = await run(watched, [item], house([lost], looks));
		expect(paths(calls)).toEqual(['visit', 'book', 'book']);
		expect(calls[2]!.at - calls[0]!.at).toBeGreaterThanOrEqual(delay);
		expect(output[0]?.json.verified).toBe(true);
	});

	it('is made again, as it was, when it certainly did nothing', async () => {
		const { output, calls } = await run(watched, [item], house([lost, fine({ Key: 'k' })], []));
		expect(paths(calls)).toEqual(['visit', 'book', 'book', 'visit']);
		expect(calls[3]?.text).toBe(calls[0]?.text);
		expect(output[0]?.json).toEqual({ key: 'k' });
	});

	it('is made again twice, and looked for once more: then it certainly was not carried out', async () => {
		const outcome = await run(watched, [item], house([lost, lost, lost, lost], []), continues);
		const round = ['visit', 'book', 'book'];
		expect(paths(outcome.calls)).toEqual([...round, ...round, ...round]);
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(false);
	});

	it('stays in doubt where the look cannot tell', async () => {
		const outcome = await run(watched, [item], house([lost], [fine({ Smudged: true })]), continues);
		expect(paths(outcome.calls)).toEqual(['visit', 'book']);
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(true);
	});

	it.each([
		['is refused', refused(codes.permanent)],
		['is odd', fine({ Pages: {} as IDataObject })],
	])(
		'stays in doubt, or is looked for to the end, where the response to the look %s',
		async (_what, look) => {
			const outcome = await run(watched, [item], house([lost], [look]), continues);
			expect(outcome.output).toHaveLength(1);
		},
	);

	it('stays in doubt where the look fails, whatever a response could have said', async () => {
		const easily: EffectLookup = { ...book, interpret: () => ({ effect: 'done', output: {} }) };
		const operation: SingleCall = { ...visit, lookup: () => easily };
		const visits = house([lost], [refused(codes.permanent)]);
		const outcome = await run(operation, [item], visits, continues);
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(true);
	});

	it('counts as sent when a look has found it', async () => {
		const items = [item, { to: 'b', text: 'other' }];
		const { hints } = await run(watched, items, house([lost], [fine({ Line: 'hello' })]));
		expect(hints[0]?.message).toBe('2 of 2 sent');
	});

	it('counts as not tried when it certainly did nothing', async () => {
		const visits = [lost, refused(codes.frequency)];
		const immediate: SingleCall = { ...visit, lookup: () => ({ ...book, delay: 0 }) };
		const { calls, log } = await run(immediate, [item], house(visits, []), { stopAt: 150 });
		expect(paths(calls)).toEqual(['visit', 'book', 'visit']);
		expect(log).toEqual(['warn: Send: the execution was stopped. 1 of 1 not tried.']);
	});

	it('is not looked for any more when every sign-in is refused', async () => {
		const items = ['a', 'b', 'c', 'd'].map((to) => ({ to, text: 'hello' }));
		const wrong = refused(codes.credential);
		const visits = house([lost, wrong, wrong, wrong], [fine({ Line: 'other' })]);
		const outcome = await run(watched, items, visits, continues);
		expect(paths(outcome.calls).filter((path) => path === 'book')).toHaveLength(1);
		expect(failures(outcome)[0]).toMatchObject({
			ErrorCode: codes.credential,
			mayHaveBeenSent: true,
		});
	});

	it('is looked for although looks fail in passing', async () => {
		const looks = [lost, refused(codes.transient), fine({ Line: 'hello' })];
		const { output } = await run(watched, [item], house([lost], looks));
		expect(output[0]?.json.verified).toBe(true);
	});

	it('is looked for on every page', async () => {
		const looks = [fine({ Line: 'x', Pages: 2 }), fine({ Line: 'hello', Pages: 2 })];
		const { output, calls } = await run(watched, [item], house([lost], looks));
		expect(calls.map(({ body }) => body.Page)).toEqual([undefined, 1, 2]);
		expect(output[0]?.json.verified).toBe(true);
	});

	it('keeps its order: nothing of its key is sent before it is settled', async () => {
		const items = [item, { to: 'a', text: 'second' }];
		const { calls } = await run(watched, items, house([lost, fine()], [fine({ Line: 'hello' })]));
		expect(paths(calls)).toEqual(['visit', 'book', 'visit']);
	});

	it('is not looked for when its operation says that nobody can tell', async () => {
		const blind: SingleCall = { ...visit, lookup: () => undefined };
		const outcome = await run(blind, [item], house([lost], []), continues);
		expect(paths(outcome.calls)).toEqual(['visit']);
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(true);
	});

	it('is not looked for when the server refused it: then it did nothing', async () => {
		const outcome = await run(watched, [item], house([refused(codes.permanent)], []), continues);
		expect(paths(outcome.calls)).toEqual(['visit']);
	});

	it('is asked for before a refusal of its repeat is believed', async () => {
		const again: SingleCall = { ...letter, lookup: () => book };
		const visits = [lost, refused(codes.permanent)];
		const { output } = await run(again, [item], house(visits, [fine({ Line: 'hello' })]));
		expect(output[0]?.json).toEqual({ line: 'hello', verified: true });
	});

	it('fails with that refusal, and without doubt, when it did nothing', async () => {
		const again: SingleCall = { ...letter, lookup: () => book };
		const visits = [lost, refused(codes.permanent)];
		const outcome = await run(again, [item], house(visits, []), continues);
		expect(paths(outcome.calls)).toEqual(['letter', 'letter', 'book', 'book']);
		expect(failures(outcome)[0]).toMatchObject({ ErrorCode: codes.permanent });
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(false);
	});
});

describe('calls that nothing tells apart', () => {
	const unnumbered: SingleCall = {
		...visit,
		lookup: () => book,
		alike: ({ To, Text }) => `${String(To)} ${String(Text)}`,
	};

	it('are not looked for when the run has two of them', async () => {
		const outcome = await run(unnumbered, [item, item], house([fine(), lost], []), continues);
		expect(paths(outcome.calls)).toEqual(['visit', 'visit']);
		expect(failures(outcome)[1]?.mayHaveBeenSent).toBe(true);
	});

	it('are looked for when they differ', async () => {
		const items = [item, { to: 'a', text: 'other' }];
		const looks = [fine({ Line: 'other' })];
		const { output } = await run(unnumbered, items, house([fine(), lost], looks));
		expect(output[1]?.json.verified).toBe(true);
	});
});

describe('with "Retry On Fail", an item in doubt', () => {
	const newRun = (execution: string) => ({
		retryOnFail: true,
		credential: newCredential(),
		execution,
	});

	it('is looked for at the next try before it is made again', async () => {
		const setup = newRun('looks 1');
		const blurred = house([lost], [fine({ Smudged: true })]);
		const first = await run(watched, [item], blurred, setup);
		const second = await run(watched, [item], house([], [fine({ Line: 'hello' })]), setup);
		expect(first.error).toBeDefined();
		expect(paths(second.calls)).toEqual(['book']);
		expect(second.output[0]?.json.verified).toBe(true);
	});

	it('is looked for at the next try when another item has ended the first one meanwhile', async () => {
		const setup = newRun('looks 2');
		const items = [item, { to: 'b', text: 'other' }];
		const visits = [lost, { ...refused(codes.permanent), takes: 200 }];
		const first = await run(watched, items, house(visits, []), setup);
		const second = await run(watched, items, house([], [fine({ Line: 'hello' })]), setup);
		expect(paths(first.calls)).toEqual(['visit', 'visit', 'book']);
		expect(paths(second.calls).sort()).toEqual(['book', 'visit']);
		expect(second.output[0]?.json.verified).toBe(true);
	});

	it('is made again without a look when the first try knew that it did nothing', async () => {
		const setup = { ...newRun('looks 3'), options: { requestsPerSecond: 0.5 } };
		const immediate: SingleCall = { ...visit, lookup: () => ({ ...book, delay: 0 }) };
		const first = await run(immediate, [item], house([lost], []), { ...setup, stopAt: 500 });
		const second = await run(immediate, [item], house([], []), setup);
		expect(paths(first.calls)).toEqual(['visit', 'book']);
		expect(paths(second.calls)).toEqual(['visit']);
	});
});

it('looks go at a pace of their own, and hold up no call', async () => {
	const items = Array.from({ length: 200 }, (_none, index) => ({
		to: `to ${index}`,
		text: `text ${index}`,
	}));
	const server: Server = ({ path, body }) => {
		if (path === 'post/book') return fine({ Line: `text ${String(body.House).slice(3)}` });
		return Number(String(body.To).slice(3)) % 2 === 0 ? lost : fine();
	};
	const { calls, output } = await run(watched, items, server);
	const looks = calls.filter(({ path }) => path === 'post/book').map(({ at }) => at);
	const visits = calls.filter(({ path }) => path === 'post/visit').map(({ at }) => at);
	expect(output.filter(({ json }) => json.verified === true)).toHaveLength(100);
	// At 50 a second, a hundred looks take two seconds; the visits were through long before.
	expect(Math.max(...looks) - Math.min(...looks)).toBeGreaterThan(1_900);
	expect(Math.max(...visits)).toBeLessThan(1_000);
});
