import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import type { Call, CallItem } from './call';
import { failureOf } from './errors/failure';
import { failedItem, sentItem } from './errors/items';
import { isInDoubt, itemErrorOf, toNodeError, type ItemError } from './errors/nodeErrors';
import type { Ledger, Progressed } from './ledger/ledger';
import { RunLedger } from './ledger/runLedger';
import { ordinal } from './ordinal';
import { Progress } from './scheduling/progress';
import { type Completion, RunStats } from './scheduling/runStats';

/** What an item is told whose call was under way when something broke that never should. */
export const brokenOff = failureOf(
	'lost',
	'The run broke off while this item was under way',
	'Look into the conversation or the app before running this item again, and report it to the authors of this node.',
);

const stateOf = (doubt: boolean): Progressed => ({ state: doubt ? 'inDoubt' : 'notSent' });

interface FirstFailure {
	item: number;
	error: ItemError;
}

/** What becomes of the items of a run: each is settled once, counted, and put out in its order. */
export class Results {
	readonly stats: RunStats;
	/** What earlier tries of this run have done. */
	readonly runLedger: RunLedger | undefined;
	private readonly ledgers: Ledger[];
	private readonly output: INodeExecutionData[][] = [];
	private readonly settled = new Set<number>();
	/** Items of calls that were made at least once. */
	private readonly begun = new Set<number>();
	private readonly progress: Progress;
	private readonly continues: boolean;
	private stoppedBy: FirstFailure | undefined;

	/**
	 * @param onStop called at the first failure where the node is set to stop
	 * @param doneWord what is said of an item that was carried out
	 */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly onStop: () => void,
		doneWord = 'done',
	) {
		this.stats = new RunStats(context.getInputData().length, doneWord);
		this.progress = new Progress(context, this.stats);
		this.continues = context.continueOnFail();
		this.runLedger = RunLedger.of(context);
		this.ledgers = this.runLedger ? [this.runLedger] : [];
	}

	/** From now on this ledger is told, too, what becomes of the items. */
	tell(ledger: Ledger): void {
		this.ledgers.push(ledger);
	}

	/** Nothing new starts: an item has failed, and the node is set to stop. */
	get isStopped(): boolean {
		return this.stoppedBy !== undefined;
	}

	/** A call is about to be made. */
	begin({ items }: Call): void {
		for (const { item } of items) this.begun.add(item);
	}

	/** Its items are in doubt from an attempt that may have had an effect until they are settled. */
	countDoubt(call: Call, isInDoubt: boolean): void {
		if ((call.countedInDoubt ?? false) === isInDoubt) return;
		call.countedInDoubt = isInDoubt;
		if (isInDoubt) this.stats.beginDoubt(call.items.length);
		else this.stats.endDoubt(call.items.length);
	}

	private note(call: Call, item: CallItem, progress: Progressed): void {
		for (const ledger of this.ledgers) ledger.note(call, item, progress);
	}

	/** Notes of each item of a call whether it is in doubt. */
	noteDoubt(call: Call, doubt: boolean): void {
		for (const item of call.items) this.note(call, item, stateOf(doubt));
	}

	/** Settles an item of a call by its output. */
	carriedOut(call: Call, item: CallItem, output: IDataObject): void {
		this.note(call, item, { state: 'sent', output });
		this.done(item.item, [output]);
	}

	/** Settles an item that a response says was not carried out, or may not have been. */
	refused(call: Call, item: CallItem, error: ItemError): void {
		this.note(call, item, stateOf(isInDoubt(error)));
		this.failed(item.item, error);
	}

	/** @param binaries files of each output, where it has some */
	done(
		item: number,
		outputs: IDataObject[],
		how: Completion = 'done',
		binaries: readonly IBinaryKeyData[] = [],
	): void {
		if (!this.settle(item)) return;
		this.stats.complete(how);
		this.output[item] = outputs.map((output, index) => sentItem(output, item, binaries[index]));
		this.progress.step();
	}

	failed(item: number, error: ItemError): void {
		if (!this.settle(item)) return;
		this.stats.fail(isInDoubt(error));
		this.progress.step();
		if (this.continues) {
			this.output[item] = [failedItem(error, item)];
			return;
		}
		this.stoppedBy ??= { item, error };
		this.onStop();
	}

	/** After what should never happen: nobody may take an item that was not carried out for one that was. */
	failUnsettled(error: unknown): void {
		for (let item = 0; item < this.stats.total; item++) {
			this.failed(item, this.begun.has(item) ? brokenOff : itemErrorOf(error));
		}
	}

	/**
	 * The run is over.
	 *
	 * @param cancelled somebody stopped the execution: n8n keeps nothing of it
	 * @throws NodeError at the first failure where the node is set to stop
	 */
	end(cancelled: boolean): INodeExecutionData[] {
		if (cancelled) {
			this.progress.stopped();
			return this.output.flat();
		}
		if (this.stoppedBy) throw this.stopError(this.stoppedBy);
		if (!this.stats.anyFailed) this.runLedger?.drop();
		this.progress.end();
		return this.output.flat();
	}

	/** False for an item that has its result already. */
	private settle(item: number): boolean {
		if (this.settled.has(item)) return false;
		this.settled.add(item);
		for (const ledger of this.ledgers) ledger.settle?.(item, this.begun.has(item));
		return true;
	}

	private stopError({ item, error }: FirstFailure): Error {
		const { total, counts } = this.stats;
		// One item alone has nothing around it to tell about.
		const closing =
			total === 1 ? '' : `Stopped at the ${ordinal(item + 1)} of ${total} items: ${counts}.`;
		return toNodeError(this.context.getNode(), error, item, closing);
	}
}
