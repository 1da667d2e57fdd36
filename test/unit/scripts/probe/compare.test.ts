import type { Asked } from '../../../../scripts/probe/ask';
import { differencesOf } from '../../../../scripts/probe/compare/differences';
import type { Order, Step } from '../../../../scripts/probe/service/service';
import type { JsonObject } from '../../../../simulator/json';

const question = { name: '', question: '', does: '', ask: async function* () {} } as never;
const ok = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };

const step = (response: JsonObject, more: Partial<Step> = {}): Step => ({
	path: 'service/command',
	response: { ...ok, ...response },
	decides: false,
	...more,
});
const asked = (steps: Step[], answer?: string): Asked[] => [
	{ question, steps, ...(answer !== undefined && { sighting: { answer } }) },
];

/** Each difference as `what: service, simulator`. */
const compared = (service: Asked[], simulator: Asked[]) =>
	differencesOf(service, simulator).map(
		(found) => `${found.what}: ${found.service}, ${found.simulator}`,
	);
const fields = (service: JsonObject, simulator: JsonObject) =>
	compared(asked([step(service)]), asked([step(simulator)]));

describe('two responses', () => {
	it('are alike whatever their values are', () => {
		expect(fields({ MsgKey: 'a', MsgTime: 1 }, { MsgKey: 'b', MsgTime: 2 })).toEqual([]);
	});

	it.each<[string, JsonObject, JsonObject, string[]]>([
		['a field too many', { More: 1 }, {}, ['More: integer, absent']],
		['a field too few', {}, { Less: 'x' }, ['Less: absent, string']],
		['a type', { Time: '1' }, { Time: 1 }, ['Time: string, integer']],
		['null', { Time: null }, { Time: 1 }, ['Time: null, integer']],
		['a fraction', { Time: 1.5 }, { Time: 1 }, ['Time: number, integer']],
		[
			'a field of records',
			{ L: [{ A: 1 }] },
			{ L: [{ B: 1 }] },
			['L[].A: integer, absent', 'L[].B: absent, integer'],
		],
		[
			'one record of several',
			{ L: [{ A: 1 }, { A: 'x' }] },
			{ L: [{ A: 1 }] },
			['L[].A: integer or string, integer'],
		],
		['a whole object, once', { O: { A: 1, B: { C: 1 } } }, {}, ['O: object, absent']],
		['a whole list, once', {}, { L: [{ A: 1 }] }, ['L: absent, array']],
		[
			'a name that begins alike',
			{ O: 1, Other: 1 },
			{},
			['O: integer, absent', 'Other: integer, absent'],
		],
		['the status', { ActionStatus: 'SomeError' }, {}, ['ActionStatus: SomeError, OK']],
	])('differ in %s', (_what, service, simulator, found) => {
		expect(fields(service, simulator)).toEqual(found);
	});

	it('tell nothing of the records of an empty list', () => {
		expect(fields({ L: [] }, { L: [{ A: 1 }] })).toEqual([]);
	});

	it('with different codes differ in nothing else', () => {
		expect(fields({ ErrorCode: 90012, More: 1 }, { ErrorCode: 20003 })).toEqual([
			'ErrorCode: 90012, 20003',
		]);
	});

	const order: Order = { list: 'L', by: 'Seq' };
	const ordered = (...sequence: number[]) =>
		asked([step({ L: sequence.map((Seq) => ({ Seq })) }, { order })]);

	it('differ in the order of their records', () => {
		expect(compared(ordered(3, 2, 1), ordered(1, 2))).toEqual([
			'order of L by Seq: descending, ascending',
		]);
		expect(compared(ordered(1, 3, 2), ordered(1, 2))).toEqual([
			'order of L by Seq: mixed, ascending',
		]);
	});

	it.each([
		[[1], [2, 1]],
		[
			[1, 2],
			[5, 9],
		],
		[[], [2, 1]],
		[
			[1, 1],
			[2, 1],
		],
	])('of %j and %j are in no other order', (service, simulator) => {
		expect(compared(ordered(...service), ordered(...simulator))).toEqual([]);
	});
});

describe('the calls of a question', () => {
	const deciding = [step({ ErrorCode: 5 }, { decides: true }), step({ A: 1 })];
	const own = [step({}, { decides: true }), step({})];

	it('that is answered otherwise are told by the answer, where they decide', () => {
		expect(compared(asked(deciding, 'yes'), asked(own, 'no'))).toEqual(['A: integer, absent']);
	});

	it('that is answered alike are compared all', () => {
		expect(compared(asked(deciding, 'yes'), asked(own, 'yes'))).toHaveLength(2);
	});

	it('are told once for each difference', () => {
		expect(compared(asked([step({ A: 1 }), step({ A: 1 })]), asked([step({}), step({})]))).toEqual([
			'A: integer, absent',
		]);
	});

	it('are compared by command, also when one side made more of them', () => {
		const other = { path: 'service/other' };
		expect(
			compared(
				asked([step({}, other), step({}), step({ A: 1 })]),
				asked([step({}), step({}, other)]),
			),
		).toEqual([]);
	});
});
