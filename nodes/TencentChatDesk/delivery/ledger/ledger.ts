import type { IDataObject } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { Call, CallItem } from '../call';
import type { DedupeNumbers } from '../dedupeNumbers';

/** What was sent, without message numbers and extra fields. */
export interface SentRequest {
	payload: Body;
	extraBody?: IDataObject;
}

/** A request that may have been carried out. */
export interface InDoubtRequest {
	/** Left out where it was not kept: the item as it is by now counts. */
	sent?: SentRequest;
	/**
	 * Milliseconds of the monotonic clock at the first attempt, or before it; negative for a time
	 * before this machine was started.
	 */
	firstAt: number;
}

/** What is remembered of an item from before: from another try, run, execution or process. */
export interface LedgerEntry {
	/** They stay the item's own, whatever became of it. */
	dedupeNumbers?: DedupeNumbers;
	/** The output of an item that was sent. */
	output?: IDataObject;
	/** What is to be repeated as it was, whatever an expression gives by now. */
	inDoubt?: InDoubtRequest;
}

/** What became of an item as far as it is known. */
export type Progressed =
	{ state: 'sent'; output: IDataObject } | { state: 'inDoubt' } | { state: 'notSent' };

/** What is to be remembered of the items of a run: in this process, or in n8n's database. */
export interface Ledger {
	/** Something is known of an item; a later note replaces it. */
	note(call: Call, item: CallItem, progress: Progressed): void;
	/**
	 * An item has its result.
	 *
	 * @param wasTried a call was made for it
	 */
	settle?(item: number, wasTried: boolean): void;
}
