import type { IExecuteFunctions } from 'n8n-workflow';
import type { Call, CallItem } from '../call';
import { type Entries, entriesOf, forgetEntries } from '../memory/runEntries';
import type { Ledger, LedgerEntry, Progressed } from './ledger';

function runOf(context: IExecuteFunctions): string | undefined {
	const execution = context.getExecutionId();
	if (!execution || context.getNode().retryOnFail !== true) return undefined;
	const { $runIndex: runIndex } = context.getWorkflowDataProxy(0);
	return JSON.stringify([execution, context.getNode().id, runIndex]);
}

/**
 * What the tries of one run have done, for a node that has "Retry On Fail" on: n8n then runs the
 * whole node again, and what was sent must not be sent twice. n8n hands the same items to each try,
 * so the index tells them apart; their parameters may differ, as a text does that holds the time of
 * day.
 */
export class RunLedger implements Ledger {
	private constructor(
		private readonly run: string,
		private readonly entries: Entries,
	) {}

	/**
	 * Undefined where "Retry On Fail" is off. As an AI tool every try is a run of its own, so nothing
	 * is remembered there.
	 */
	static of(context: IExecuteFunctions): RunLedger | undefined {
		const run = runOf(context);
		return run === undefined ? undefined : new RunLedger(run, entriesOf(run));
	}

	/** What an earlier try has done with an item. */
	entryOf(item: number): LedgerEntry | undefined {
		return this.entries.get(item);
	}

	note(
		{ dedupeNumbers, attempts, settings }: Call,
		{ item, payload }: CallItem,
		progress: Progressed,
	): void {
		if (!dedupeNumbers) return;
		const { extraBody } = settings;
		const sent = { payload, extraBody };
		this.entries.set(item, {
			dedupeNumbers,
			output: progress.state === 'sent' ? progress.output : undefined,
			inDoubt: progress.state === 'inDoubt' ? { sent, firstAt: attempts.firstAt } : undefined,
		});
	}

	/** A run that ended well is not tried again. */
	drop(): void {
		forgetEntries(this.run);
	}
}
