import type { IExecuteFunctions } from 'n8n-workflow';

import {
	dropLedger,
	type Ledger,
	type LedgerEntry,
	ledgerOf,
} from '../../../nodes/TencentChatDesk/delivery/memory/ledger';

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

/** The memory of a run that has sent its first item. */
function started(run: Run = {}): Ledger {
	const ledger = ledgerOf(attempt({ execution, ...run }));
	if (!ledger) throw new Error('Nothing is remembered');
	return ledger.set(0, entry);
}

describe('the memory of a run', () => {
	it('is there for its next try', () => {
		started();
		expect(ledgerOf(attempt({ execution }))?.get(0)).toBe(entry);
	});

	it.each<[string, Run]>([
		['another execution', { execution: 'another' }],
		['another node', { node: 'n2' }],
		['the next round of a loop', { runIndex: 1 }],
	])('is not there for %s', (_what, other) => {
		started();
		expect(ledgerOf(attempt({ execution, ...other }))?.size).toBe(0);
	});

	it('is not kept where n8n would not try again', () => {
		expect(ledgerOf(attempt({ execution, retryOnFail: false }))).toBeUndefined();
	});

	it('is not kept where executions cannot be told apart', () => {
		expect(ledgerOf(attempt())).toBeUndefined();
	});

	it('is dropped when the run ended well', () => {
		started();
		dropLedger(attempt({ execution }));
		expect(ledgerOf(attempt({ execution }))?.size).toBe(0);
	});

	it('is not dropped with that of another run', () => {
		started();
		dropLedger(attempt({ execution, runIndex: 1 }));
		dropLedger(attempt({ execution, retryOnFail: false }));
		expect(ledgerOf(attempt({ execution }))?.size).toBe(1);
	});

	it.each([
		['is there nearly a day later', 24 * hour - 1, 1],
		['is forgotten after a day, when others need room', 24 * hour, 0],
	])('%s', (_what, later, size) => {
		started();
		now += later;
		ledgerOf(attempt({ execution: 'another' }));
		expect(ledgerOf(attempt({ execution }))?.size).toBe(size);
	});

	it('is kept for longer with every try', () => {
		started();
		for (let tries = 0; tries < 4; tries += 1) {
			now += 24 * hour - 1;
			ledgerOf(attempt({ execution: `another ${tries}` }));
			expect(ledgerOf(attempt({ execution }))?.size).toBe(1);
		}
	});

	it('does not grow without end over many large runs: 200,000 items', () => {
		const [runs, items] = [8, 50_000];
		for (let run = 0; run < runs; run += 1) {
			const ledger = started({ runIndex: run });
			for (let item = 0; item < items; item += 1) ledger.set(item, entry);
		}
		// Asked for from the newest on, since asking makes room too.
		const sizes = Array.from(
			{ length: runs },
			(_, run) => ledgerOf(attempt({ execution, runIndex: runs - 1 - run }))?.size,
		);
		expect(sizes).toEqual([items, items, items, items, 0, 0, 0, 0]);
	});
});
