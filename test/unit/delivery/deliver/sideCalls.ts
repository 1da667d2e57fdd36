import type { SingleCall, UnitLimit } from '../../../../nodes/TencentChatDesk/contract';
import { letter, visit } from '../support/operations';
import { run, type Outcome, type Setup } from '../support/run';
import { fine, lost, refused, type Server } from '../support/server';

const unknownPerson = 90_048;

/** Its own call takes the place of so many that the next one goes out a second later. */
const heavy: UnitLimit = {
	default: 100,
	max: 100,
	count: () => 100,
	option: { name: 'unitsPerSecond', label: 'Units per Second', description: '' },
};

/** One call in ten seconds to whom all of them go. */
const targetLimit = { perSecond: 0.1, target: () => 'all' };

const seeking: SingleCall = {
	...visit,
	lookup: () => ({
		path: 'post/book',
		perSecond: 50,
		delay: 0,
		request: ({ To }) => ({ House: To }),
		interpret: () => ({ effect: 'done', output: {} }),
	}),
};

const introducing: SingleCall = {
	...letter,
	recovery: {
		codes: [unknownPerson],
		path: 'post/introduce',
		bodies: ({ To }) => [{ Who: To }],
		perSecond: 100,
		failureMessage: () => '',
	},
};

const enclosing: SingleCall = {
	...letter,
	request: (fields) => ({
		To: fields.id('to', 'To'),
		Link: fields.file('file', 'File', { kind: 'publicBucket' }).address,
	}),
};

/** Loses every visit, and knows of a letter only who was introduced. */
function strict(): Server {
	const known = new Set<unknown>();
	return ({ path, body }) => {
		if (path === 'post/visit') return lost;
		if (path === 'post/introduce') known.add(body.Who);
		const isUnknown = path === 'post/letter' && !known.has(body.To);
		return isUnknown ? refused(unknownPerson) : fine({ Key: 'k' });
	};
}

const items = ['first', 'second'].map((file, index) => ({ to: `p${index}`, text: 'x', file }));
const files = { first: 'one', second: 'two' };

const madeAt =
	(wanted: string) =>
	({ calls }: Outcome) =>
		calls.filter(({ path }) => path === wanted).map(({ at }) => at);

type Case = [string, SingleCall, (outcome: Outcome) => number[], Setup];

const cases: Case[] = [
	['a look at what a call has done', seeking, madeAt('post/book'), {}],
	[
		'the import of an account',
		introducing,
		madeAt('post/introduce'),
		{ options: { importMissingAccount: true } },
	],
	['the upload of a file', enclosing, ({ uploads }) => uploads.map(({ at }) => at), { files }],
];

describe.each(cases)('%s', (_what, operation, times, setup) => {
	it('counts for one call, however many that of its item counts for', async () => {
		const outcome = await run({ ...operation, unitLimit: heavy }, items, strict(), setup);
		const [first, second] = times(outcome);
		expect(first).toBeLessThan(200);
		expect(second).toBeLessThan(3_000);
	});

	it('does not wait until its group may be written to again', async () => {
		const outcome = await run({ ...operation, targetLimit }, items, strict(), setup);
		expect(times(outcome)[0]).toBeLessThan(200);
	});
});
