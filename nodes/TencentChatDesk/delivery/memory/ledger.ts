import { BoundedMap } from '../../../../credentials/boundedMap';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { DedupeNumbers } from '../dedupeNumbers';

/** A request that may have been carried out. */
export interface InDoubtRequest {
	/** Without message numbers and extra fields. */
	payload: Body;
	extraBody?: IDataObject;
	/** Milliseconds of the monotonic clock at the first attempt. */
	firstAt: number;
}

/** What an earlier try of the same run did with an item. */
export interface LedgerEntry {
	/** They stay the item's own, whatever became of it. */
	dedupeNumbers: DedupeNumbers;
	/** The output of an item that was sent. */
	output?: IDataObject;
	/** What is to be repeated as it was, whatever an expression gives by now. */
	inDoubt?: InDoubtRequest;
}

/**
 * What the tries of one run have done, by item. n8n hands the same items to each try, so the index
 * tells them apart; their parameters may differ, as a text does that holds the time of day.
 */
export type Ledger = Map<number, LedgerEntry>;

/** A run may last for hours before n8n tries it again. */
const maxAge = 24 * 3_600_000;
/** Items of all runs together. */
const maxItems = 200_000;

const ledgers = new BoundedMap<string, Ledger>({
	max: maxItems,
	maxAge,
	weightOf: ({ size }) => size,
});

function runOf(context: IExecuteFunctions): string | undefined {
	const execution = context.getExecutionId();
	if (!execution || context.getNode().retryOnFail !== true) return undefined;
	const { $runIndex: runIndex } = context.getWorkflowDataProxy(0);
	return JSON.stringify([execution, context.getNode().id, runIndex]);
}

/**
 * The memory of a run whose node has "Retry On Fail" on: n8n then runs the whole node again, and
 * what was sent must not be sent twice. Undefined where that setting is off. As an AI tool every
 * try is a run of its own, so nothing is remembered there.
 */
export function ledgerOf(context: IExecuteFunctions): Ledger | undefined {
	const run = runOf(context);
	if (run === undefined) return undefined;
	const ledger = ledgers.get(run) ?? new Map<number, LedgerEntry>();
	ledgers.set(run, ledger);
	return ledger;
}

/** A run that ended well is not tried again. */
export function dropLedger(context: IExecuteFunctions): void {
	const run = runOf(context);
	if (run !== undefined) ledgers.delete(run);
}
