import type { IExecuteFunctions } from 'n8n-workflow';

import type { LedgerEntry } from '../../../nodes/TencentChatDesk/delivery/ledger/ledger';
import { RunLedger } from '../../../nodes/TencentChatDesk/delivery/ledger/runLedger';
import { entriesOf } from '../../../nodes/TencentChatDesk/delivery/memory/runEntries';

interface Run {
	execution?: string;
	node?: string;
	runIndex?: number;
	retryOnFail?: boolean;
}

/** One try of a node's run. */
function attempt({ execution, node = 'n1', runIndex = 0, retryOnFail = true }: Run = {}) {
	return {
		getExecutionId: () => execution ?? '',
		getNode: () => ({ id: node, retryOnFail }),
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
	} as unknown as IExecuteFunctions;
}

const entry: LedgerEntry = {
	dedupeNumbers: { random: 1, sequence: 2 },
	output: { MsgKey: '1_2_3' },
};

const hour = 3_600_000;

let count = 0;
let execution: string;
let now = performance.now();

beforeEach(() => {
	execution = `execution ${(count += 1)}`;
	// What earlier tests left behind is forgotten.
	now += 48 * hour;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const nameOf = (run: Run) => {
	const { execution: its = execution, node = 'n1', runIndex = 0 } = run;
	return JSON.stringify([its, node, runIndex]);
};

/** The memory of a run that has sent its first item. */
function started(run: Run = {}) {
	if (!RunLedger.of(attempt({ execution, ...run }))) throw new Error('Nothing is remembered');
	return entriesOf(nameOf(run)).set(0, entry);
}

/** What a try knows of the first item. */
const knownTo = (run: Run) => RunLedger.of(attempt({ execution, ...run }))?.entryOf(0);

describe('the memory of a run', () => {
	it('is there for its next try', () => {
		started();
		expect(knownTo({})).toBe(entry);
	});

	it.each<[string, Run]>([
		['another execution', { execution: 'another' }],
		['another node', { node: 'n2' }],
		['the next round of a loop', { runIndex: 1 }],
	])('is not there for %s', (_what, other) => {
		started();
		expect(knownTo(other)).toBeUndefined();
	});

	it('is not kept where n8n would not try again', () => {
		expect(RunLedger.of(attempt({ execution, retryOnFail: false }))).toBeUndefined();
	});

	it('is not kept where executions cannot be told apart', () => {
		expect(RunLedger.of(attempt())).toBeUndefined();
	});

	it('is dropped when the run ended well, and not with that of another run', () => {
		started();
		RunLedger.of(attempt({ execution, runIndex: 1 }))?.drop();
		expect(knownTo({})).toBe(entry);
		RunLedger.of(attempt({ execution }))?.drop();
		expect(knownTo({})).toBeUndefined();
	});

	it.each([
		['is there nearly a day later', 24 * hour - 1, entry],
		['is forgotten after a day', 24 * hour, undefined],
	])('%s', (_what, later, known) => {
		started();
		now += later;
		knownTo({ execution: 'another' });
		expect(knownTo({})).toBe(known);
	});

	it('is kept for longer with every try', () => {
		started();
		for (let tries = 0; tries < 4; tries += 1) {
			now += 24 * hour - 1;
			knownTo({ execution: `another ${tries}` });
			expect(knownTo({})).toBe(entry);
		}
	});

	it('does not grow without end over many large runs: 200,000 items', () => {
		const [runs, items] = [8, 50_000];
		for (let run = 0; run < runs; run += 1) {
			const entries = started({ runIndex: run });
			for (let item = 0; item < items; item += 1) entries.set(item, entry);
		}
		// Asked for from the newest on, since asking makes room too.
		const kept = Array.from({ length: runs }, (_, run) => knownTo({ runIndex: runs - 1 - run }));
		expect(kept.map((known) => known !== undefined)).toEqual([
			...[true, true, true, true],
			...[false, false, false, false],
		]);
	});
});
