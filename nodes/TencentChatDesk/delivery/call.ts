import type { IDataObject } from 'n8n-workflow';
import type { Body, RetryPolicy } from '../contract';
import type { Encoded } from './encode';
import type { DedupeNumbers } from './dedupeNumbers';
import type { RateLimiter } from './scheduling/rateLimiter';
import type { Quota } from './scheduling/quota';
import type { Attempts } from './scheduling/retry';
import type { Settings } from './settings';

/** One item's part of a call. */
export interface CallItem {
	item: number;
	/** The item's body, without message numbers and extra fields. */
	payload: Body;
}

/** A list that is being read page by page. */
export interface Listing {
	/** The most records wanted. */
	limit: number;
	/** As they will be put out. */
	records: IDataObject[];
	/** Digests of the pages that were asked for: a list that comes back to one never ends. */
	pages: Set<string>;
}

/** An item that goes out in several calls. */
export interface Chain {
	/** Of all calls, those that are done included. */
	bodies: Body[];
	/** Calls that have done their work. */
	done: number;
}

/** The calls of a remedy that are still to be made before the failed one is made again. */
export interface RecoveryRun {
	bodies: Body[];
	rateLimiter: RateLimiter;
	attempts: Attempts;
}

/** What is left of a shared call that was refused as a whole. */
export interface Bisection {
	/** The items of the calls to come. */
	groups: CallItem[][];
	/** Refusals in a row. */
	refusals: number;
}

/** One call on its way: usually one item, several where the API takes them together. */
export interface Call {
	items: CallItem[];
	payload: Body;
	path: string;
	rateLimiter: RateLimiter;
	orderingKey: string;
	/** Of the group or room that it goes to, where that has one. */
	quota?: Quota;
	settings: Settings;
	retry: RetryPolicy;
	attempts: Attempts;
	listing?: Listing;
	chain?: Chain;
	/** Items of a refused call that wait for their own calls. */
	bisection?: Bisection;
	dedupeNumbers?: DedupeNumbers;
	encoded?: Encoded;
	/** Its items are counted as in doubt. */
	countedInDoubt?: boolean;
	/** The remedy that is under way. */
	recovering?: RecoveryRun;
	/** The remedy was applied; a second time would not help. */
	recovered?: boolean;
	/** Takes back the note of its numbers, when it certainly was not delivered. */
	releaseNumbers?: () => void;
}
