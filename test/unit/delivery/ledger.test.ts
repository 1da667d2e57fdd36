import type { IExecuteFunctions } from 'n8n-workflow';

import {
	dropLedger,
	fingerprintOf,
	type Ledger,
	type LedgerEntry,
	ledgerOf,
} from '../../../nodes/TencentChatDesk/delivery/ledger';

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
	fingerprint: 'f',
	numbers: { random: 1, sequence: 2 },
	firstAt: 0,
	output: { MsgKey: '1_2_3' },
	doubt: false,
};

let count = 0;
let execution: string;

beforeEach(() => (execution = `execution ${(count += 1)}`));
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

	it('is forgotten some time after the last try, when others need room', () => {
		const day = 86_400_000;
		started();
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + day);
		ledgerOf(attempt({ execution: 'the next day' }));
		expect(ledgerOf(attempt({ execution }))?.size).toBe(0);
	});

	it('does not grow without end over many large runs, and the newest is kept', () => {
		const runs = 12;
		for (let run = 0; run < runs; run += 1) {
			const ledger = started({ runIndex: run });
			for (let item = 0; item < 50_000; item += 1) ledger.set(item, entry);
		}
		let kept = 0;
		// Asked for from the newest on, since asking makes room too.
		const sizes = Array.from({ length: runs }, (_, run) => {
			const size = ledgerOf(attempt({ execution, runIndex: runs - 1 - run }))?.size ?? 0;
			kept += size;
			return size;
		});
		expect(sizes[0]).toBe(50_000);
		expect(kept).toBeLessThan(runs * 50_000);
	});
});

describe('the fingerprint of a message', () => {
	it('is the same for the same message and another for another', () => {
		const body = { To_Account: 'mia', MsgBody: [{ Text: 'a' }] };
		expect(fingerprintOf(structuredClone(body))).toBe(fingerprintOf(body));
		expect(fingerprintOf({ ...body, To_Account: 'tom' })).not.toBe(fingerprintOf(body));
		expect(fingerprintOf({ ...body, MsgBody: [{ Text: 'b' }] })).not.toBe(fingerprintOf(body));
	});

	it('does not hold the message', () => {
		expect(fingerprintOf({ text: 'confidential' })).not.toContain('confidential');
		expect(fingerprintOf({ text: 'x'.repeat(12_000) }).length).toBeLessThan(100);
	});
});
