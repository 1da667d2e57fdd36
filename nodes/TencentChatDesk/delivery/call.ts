import type { IDataObject } from 'n8n-workflow';
import type { Body, RepeatRule } from '../contract';
import type { Composed } from './encode';
import type { Numbers } from './dedupeNumbers';
import type { Pace } from './scheduling/rateLimiter';
import type { Quota } from './scheduling/quota';
import type { Attempts } from './scheduling/retry';
import type { Settings } from './settings';

/** One item's part of a call. */
export interface Part {
	item: number;
	/** The item's body, without message numbers and extra fields. */
	draft: Body;
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
export interface Cure {
	bodies: Body[];
	pace: Pace;
	attempts: Attempts;
}

/** What is left of a shared call that was refused as a whole. */
export interface Split {
	/** The items of the calls to come. */
	groups: Part[][];
	/** Refusals in a row. */
	refusals: number;
}

/** One call on its way: usually one item, several where the API takes them together. */
export interface Work {
	parts: Part[];
	draft: Body;
	path: string;
	pace: Pace;
	conversation: string;
	/** Of the group or room that it goes to, where that has one. */
	quota?: Quota;
	settings: Settings;
	repeat: RepeatRule;
	attempts: Attempts;
	listing?: Listing;
	chain?: Chain;
	/** Items of a refused call that wait for their own calls. */
	split?: Split;
	numbers?: Numbers;
	composed?: Composed;
	/** Its items are counted as in doubt. */
	unsure?: boolean;
	/** The remedy that is under way. */
	cure?: Cure;
	/** The remedy was applied; a second time would not help. */
	cured?: boolean;
	/** Takes back the note of its numbers, when it certainly was not delivered. */
	forgetNumbers?: () => void;
}
