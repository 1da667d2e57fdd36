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
	const same = { retryOnFail: true, credential: newCredential() };

	it('is looked for at the next try before it is made again', async () => {
		const setup = { ...same, execution: 'looks 1' };
		const blurred = house([lost], [fine({ Smudged: true })]);
		const first = await run(watched, [item], blurred, setup);
		const second = await run(watched, [item], house([], [fine({ Line: 'hello' })]), setup);
		expect(first.error).toBeDefined();
		expect(paths(second.calls)).toEqual(['book']);
		expect(second.output[0]?.json.verified).toBe(true);
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
