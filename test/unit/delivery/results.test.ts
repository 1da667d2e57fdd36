import type { IExecuteFunctions, NodeApiError, NodeExecutionHint } from 'n8n-workflow';

import type { CallOf } from '../../../nodes/TencentChatDesk/delivery/call';
import { failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { brokenOff, Results } from '../../../nodes/TencentChatDesk/delivery/results';
import { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';
import { batchCall } from './support/calls';
import { parcel } from './support/operations';

const refusal = failureOf('permanent', 'It was refused', 'Correct it.', { ErrorCode: 5 });
const lost = failureOf('lost', 'No answer came', 'Look first.');

interface Setup {
	continues?: boolean;
	retryOnFail?: boolean;
	execution?: string;
}

let executions = 0;
const newExecution = () => `execution of results ${(executions += 1)}`;

/** The results of a run with so many items, and what n8n hears of it. */
function resultsOf(items: number, setup: Setup = {}) {
	const { continues = false, retryOnFail = false, execution = newExecution() } = setup;
	const hints: NodeExecutionHint[] = [];
	const log: string[] = [];
	const context = {
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		continueOnFail: () => continues,
		getNode: () => ({ id: 'n1', name: 'Send', retryOnFail }),
		getExecutionId: () => execution,
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		addExecutionHints: (hint: NodeExecutionHint) => hints.push(hint),
		logger: { warn: (line: string) => log.push(line) },
	} as unknown as IExecuteFunctions;
	const onStop = jest.fn();
	return { results: new Results(context, onStop, 'sent'), onStop, hints, log };
}

/** What further tries of the run will know. */
const entriesOf = ({ runLedger }: Results) =>
	[0, 1, 2].flatMap((item) => {
		const entry = runLedger?.entryOf(item);
		return entry ? [[item, entry] as const] : [];
	});

/** A call that these items share. */
function callOf(...items: number[]): CallOf<'batch'> {
	const call = batchCall(
		parcel,
		items.map((item) => ({ Parcels: [`${item}`] })),
	);
	for (const [index, item] of items.entries()) call.items[index]!.item = item;
	call.dedupeNumbers = { random: 1, sequence: 2 };
	return call;
}

function errorOf(run: () => unknown): NodeApiError {
	try {
		run();
	} catch (error) {
		return error as never;
	}
	throw new Error('Nothing was thrown');
}

describe('the output of a run', () => {
	it('is in the order of the items, whichever was settled first, each linked to its item', () => {
		const { results } = resultsOf(3);
		results.done(2, [{ a: 2 }]);
		results.done(0, [{ a: 0 }]);
		results.done(1, [{ a: 1 }, { b: 1 }]);
		expect(results.end(false)).toEqual([
			{ json: { a: 0 }, pairedItem: { item: 0 } },
			{ json: { a: 1 }, pairedItem: { item: 1 } },
			{ json: { b: 1 }, pairedItem: { item: 1 } },
			{ json: { a: 2 }, pairedItem: { item: 2 } },
		]);
	});

	it('has a failed item in its place with "Continue", and the run goes on', () => {
		const { results, onStop } = resultsOf(2, { continues: true });
		results.failed(0, refusal);
		results.done(1, [{ a: 1 }]);
		expect([results.isStopped, onStop.mock.calls]).toEqual([false, []]);
		expect(results.end(false)).toEqual([
			{
				json: {
					error: {
						message: 'It was refused',
						advice: 'Correct it.',
						mayHaveBeenSent: false,
						ErrorCode: 5,
					},
				},
				pairedItem: { item: 0 },
			},
			{ json: { a: 1 }, pairedItem: { item: 1 } },
		]);
	});

	it('has the first result of an item, and counts it once', () => {
		const { results, onStop } = resultsOf(2);
		results.done(0, [{ a: 0 }]);
		results.failed(0, refusal);
		results.done(0, [{ again: 0 }]);
		expect(results.end(false)).toEqual([{ json: { a: 0 }, pairedItem: { item: 0 } }]);
		expect(results.stats).toMatchObject({ succeeded: 1, failedForSure: 0, notTried: 1 });
		expect(onStop).not.toHaveBeenCalled();
	});
});

describe('a run that stops at a failure', () => {
	it('starts nothing new, and ends with that failure and how far it came', () => {
		const { results, onStop } = resultsOf(5);
		results.done(0, [{}]);
		results.failed(3, refusal);
		expect([results.isStopped, onStop.mock.calls.length]).toEqual([true, 1]);
		results.failed(1, lost);
		const error = errorOf(() => results.end(false));
		expect(error.message).toBe('It was refused');
		expect(error.description).toBe(
			'Correct it. Stopped at the 4th of 5 items: 1 sent, 1 failed, 1 in doubt, 2 not tried.',
		);
		expect(error.context.itemIndex).toBe(3);
	});

	it('tells nothing of the others where there are none', () => {
		const { results } = resultsOf(1);
		results.failed(0, refusal);
		expect(errorOf(() => results.end(false)).description).toBe('Correct it.');
	});
});

describe('a run that somebody stopped', () => {
	it('says in the log how far it came, and throws nothing', () => {
		const { results, hints, log } = resultsOf(3);
		results.done(1, [{ a: 1 }]);
		results.failed(0, refusal);
		expect(results.end(true)).toEqual([{ json: { a: 1 }, pairedItem: { item: 1 } }]);
		expect(log).toEqual(['Send: the execution was stopped. 1 of 3 sent, 1 failed, 1 not tried.']);
		expect(hints).toEqual([]);
	});
});

describe('after what should never happen', () => {
	it('an item whose call was made is in doubt, one that was not tried is not, and results stay', () => {
		const { results } = resultsOf(3, { continues: true });
		results.begin(callOf(0, 1));
		results.done(0, [{ a: 0 }]);
		results.failUnsettled(new InvalidParameter('It broke', 'Report it.'));
		expect(results.end(false).map(({ json }) => json)).toEqual([
			{ a: 0 },
			{
				error: expect.objectContaining({
					message: brokenOff.message,
					mayHaveBeenSent: true,
				}) as object,
			},
			{ error: { message: 'It broke', advice: 'Report it.', mayHaveBeenSent: false } },
		]);
	});
});

describe('the items of a call in doubt', () => {
	it('are counted once, until they are settled', () => {
		const { results } = resultsOf(3);
		const call = callOf(0, 1);
		results.countDoubt(call, false);
		expect(results.stats.inDoubt).toBe(0);
		results.countDoubt(call, true);
		results.countDoubt(call, true);
		expect(results.stats.inDoubt).toBe(2);
		results.countDoubt(call, false);
		results.countDoubt(call, false);
		expect(results.stats.inDoubt).toBe(0);
	});
});

describe('the next try of a run', () => {
	const retryOnFail = true;

	/** Where two tries of one run write down what they did. */
	function tries() {
		const execution = newExecution();
		return () => resultsOf(3, { retryOnFail, execution, continues: true }).results;
	}

	it('knows what was carried out, and what was refused', () => {
		const attempt = tries();
		const first = attempt();
		const call = callOf(0, 1);
		first.carriedOut(call, call.items[0]!, { a: 0 });
		first.refused(call, call.items[1]!, refusal);
		first.end(false);
		const { dedupeNumbers } = call;
		expect(entriesOf(attempt())).toEqual([
			[0, { dedupeNumbers, output: { a: 0 }, inDoubt: undefined }],
			[1, { dedupeNumbers, output: undefined, inDoubt: undefined }],
		]);
	});

	it('knows the request of an item that may have been carried out, as it was', () => {
		const attempt = tries();
		const first = attempt();
		const call = callOf(0, 1);
		call.settings = { ...call.settings, extraBody: { Loud: true } };
		call.attempts.firstAt = 77;
		first.refused(call, call.items[1]!, lost);
		first.end(false);
		expect(entriesOf(attempt())).toEqual([
			[
				1,
				{
					dedupeNumbers: call.dedupeNumbers,
					output: undefined,
					inDoubt: {
						sent: { payload: { Parcels: ['1'] }, extraBody: { Loud: true } },
						firstAt: 77,
					},
				},
			],
		]);
	});

	it('knows of every item of a call whether it is in doubt', () => {
		const first = resultsOf(3, { retryOnFail }).results;
		const call = callOf(0, 2);
		first.noteDoubt(call, true);
		const payloads = () =>
			entriesOf(first).map(([item, { inDoubt }]) => [item, inDoubt?.sent?.payload]);
		expect(payloads()).toEqual([
			[0, { Parcels: ['0'] }],
			[2, { Parcels: ['2'] }],
		]);
		first.noteDoubt(call, false);
		expect(payloads()).toEqual([
			[0, undefined],
			[2, undefined],
		]);
	});

	it('has nothing to know of a call that never got its bytes', () => {
		const { results } = resultsOf(1, { retryOnFail });
		results.noteDoubt({ ...callOf(0), dedupeNumbers: undefined }, true);
		expect(entriesOf(results)).toEqual([]);
	});

	it('knows nothing of a run that ended well: it is another round', () => {
		const attempt = tries();
		const first = attempt();
		const call = callOf(0);
		first.carriedOut(call, call.items[0]!, {});
		first.end(false);
		expect(entriesOf(attempt())).toEqual([]);
	});

	it('does not come where n8n would not try again', () => {
		const { results } = resultsOf(1);
		const call = callOf(0);
		results.carriedOut(call, call.items[0]!, { a: 0 });
		expect(results.runLedger).toBeUndefined();
		expect(results.end(false)).toHaveLength(1);
	});
});

describe('the line above the output', () => {
	it('says how the run went', () => {
		const { results, hints } = resultsOf(2, { continues: true });
		results.done(0, [{}]);
		results.failed(1, refusal);
		results.end(false);
		expect(hints).toMatchObject([{ type: 'warning', location: 'outputPane' }]);
		expect(hints[0]?.message).toContain('1 of 2 sent, 1 failed');
	});
});
