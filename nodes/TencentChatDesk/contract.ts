import type { IDataObject } from 'n8n-workflow';
import type { Fields } from './parameters/fields';

/** A JSON body in the API's own spelling. */
export type Body = IDataObject;

/** The JSON body of an answer whose `ErrorCode` is 0. */
export type Answer = IDataObject;

/**
 * What may be sent again after an attempt whose effect is unknown (time-out, reset, HTTP 502,
 * an answer that is not JSON, an internal error):
 * - `deduplicated`: the same bytes, within `windowSeconds` of the first attempt, because the
 *   server drops the second copy of a message that carries the same numbers;
 * - `idempotent`: anything, because a second call changes nothing;
 * - `onlyIfNothingDone`: nothing, because a second call has a second effect.
 * What the server certainly did not do may always be sent again.
 */
export type RepeatRule =
	| { rule: 'deduplicated'; windowSeconds: number }
	| { rule: 'idempotent' }
	| { rule: 'onlyIfNothingDone' };

/** Fields of the body that the server tells copies of one message by, both unsigned 32-bit. */
export interface MessageNumbers {
	/** Random number of the message. */
	random: string;
	/** Sequence number: orders messages of one second. */
	sequence?: string;
	/**
	 * Where the server compares the numbers and not the content, so that it drops another message
	 * that carries the same ones. Left out where it compares the content too.
	 */
	blind?: BlindComparison;
}

/** What a server looks at that takes different messages with equal numbers for copies. */
export interface BlindComparison {
	/** The places in which a message's numbers count, such as a conversation; at least one. */
	places(body: Body): string[];
	/** How long the server may remember them. */
	windowSeconds: number;
}

/** Calls per second: what is used unless the user says otherwise, and what the API allows. */
export interface PaceOfCalls {
	usual: number;
	documentedLimit: number;
}

/** What a good envelope turns out to mean: an ErrorCode of 0 alone proves nothing. */
export type Meaning =
	| { done: true; output: IDataObject }
	| {
			done: false;
			/**
			 * `frequency`: asked too often, nothing was done, it may be sent again after a pause.
			 * `permanent`: nothing was done. `lost`: nobody knows what was done.
			 */
			kind: 'frequency' | 'permanent' | 'lost';
			/** What happened. */
			message: string;
			/** What to do about it. */
			advice: string;
			/** Data for the error item, in the API's own spelling. */
			data: IDataObject;
			/** The output all the same, when an attempt before it may have done the work. */
			doneBefore?: IDataObject;
	  }
	| {
			done: false;
			/** An error code inside a good envelope; the engine's table of codes says what it means. */
			code: number;
			/** Tencent's own words about it. */
			info?: string;
			data: IDataObject;
	  };

/** How an answer that is one page of a list is read, and read on. Each record becomes an item. */
export interface ListRule {
	records(answer: Answer): IDataObject[];
	/** The body of the next page; undefined at the end of the list. */
	next(answer: Answer, body: Body, records: IDataObject[]): Body | undefined;
	/** The field that says how many records a page may hold, and the most that the API allows. */
	page?: { field: string; most: number };
	/** Always read to its end: figures of which some are missing would mislead. */
	whole?: true;
	/** A flat, short form of a record, for "Simplify". */
	simplified?(record: IDataObject): IDataObject;
}

/**
 * How items share calls, where the API takes several at once. A call that is refused as a whole is
 * made again in two halves, until the items that it is refused for stand alone.
 */
export interface SharingRule {
	/** The most entries of one call: what `about` names, or items where it is left out. */
	most: number;
	/** Items whose bodies have the same key can share a call. */
	key(body: Body): string;
	/**
	 * Whom a body is about. A call names nobody twice, and calls about the same account leave in the
	 * order of their items. Left out where neither matters, as for calls that only read.
	 */
	about?(body: Body): string[];
	join(bodies: Body[]): Body;
	/** What the answer means for each of the bodies, in their order. */
	meanings(answer: Answer, bodies: Body[]): Meaning[];
}

/**
 * How one item goes out in several calls, each made after the answer to the one before it. Once a
 * call has done its work the chain is never begun again: what breaks in it stays half done, and the
 * failure says how far it came.
 */
export interface ChainRule {
	/** The bodies of all calls, from the body that `request` made for the item; at least one. */
	bodies(body: Body): Body[];
	/** The body of the next call, with what the call before it and the answer to that one add. */
	linked(next: Body, before: Body, answer: Answer): Body;
}

/** The app's signature, for operations that make one for somebody else. */
export interface Signer {
	sdkAppId: number;
	/** UserID of the admin who signs the calls. */
	identifier: string;
	/** A UserSig, good for so many seconds. */
	sign(userId: string, seconds: number): string;
}

/** Calls that take away what made a call fail; the failed call is then made once more. */
export interface Remedy {
	/** The ErrorCodes that it helps with. */
	codes: readonly number[];
	path: string;
	/** The calls for a body that failed; none when nothing can be done. */
	bodies(body: Body): Body[];
	/** Calls per second. */
	perSecond: number;
	/** What is said when such a call fails for good. */
	failed(body: Body): string;
}

/** How many calls one target may get, whichever operation and execution they come from. */
export interface TargetLimit {
	/** Calls per second. */
	perSecond: number;
	/** The group or the room that a body is for. */
	target(body: Body): string;
}

/** How the request that a workflow was started by is answered, in place of a call. */
export interface ReplyRule {
	/** Name of the trigger's type, without that of the package. */
	trigger: string;
	/** Milliseconds after the `receivedAt` of a trigger with these parameters for which one waits. */
	within(parameters: IDataObject): number;
	/** Whether a trigger with these parameters leaves the answer to the workflow. */
	asked(parameters: IDataObject): boolean;
	/** Throws BadInput. */
	answer(fields: Fields): Body;
}

/** What the delivery engine needs to know of an operation; nothing in it names an API. */
export interface Deliverable {
	/** `service/command`, without the version in front. Throws BadInput where an item names it. */
	path: string | ((fields: Fields) => string);
	/** The body of one item's call, without the message numbers. Throws BadInput. */
	request(fields: Fields): Body;
	/**
	 * Calls with the same key go one after another, in item order. `body` names the sender, whoever
	 * it is.
	 */
	conversation(body: Body): string;
	/** The field that names the sender; the server takes the credential's account without it. */
	sender?: string;
	numbers?: MessageNumbers;
	repeat: RepeatRule;
	/** The rule of one item, where its fields decide; `repeat` is then the most careful one. */
	repeatOf?(fields: Fields): RepeatRule;
	/**
	 * The ErrorCodes that a repeat gets when the attempt before it has done the work. A call whose
	 * effect was unknown is done when its repeat is refused with one of them.
	 */
	alreadyDone?: readonly number[];
	pace: PaceOfCalls;
	/** The largest body the API takes, in bytes of UTF-8 JSON. */
	largestBody?: number;
	/**
	 * What a good envelope means; with `list` or `shared` they say it instead. `body` names the
	 * sender, whoever it is.
	 */
	meaning(answer: Answer, body: Body): Meaning;
	list?: ListRule;
	shared?: SharingRule;
	/** `meaning` judges every answer; the last one is the output. */
	chain?: ChainRule;
	/** Where one group or room may get less than the API's pace. */
	targetLimit?: TargetLimit;
	/** What can be done about a refusal, where the user wants it. */
	remedy?: Remedy;
	/** Makes the output without a call. */
	local?(fields: Fields, signer: Signer): IDataObject;
	/** Answers whoever started the workflow; no call is made and no credential is read. */
	reply?: ReplyRule;
}

/** One entry of a list that a picker offers. */
export interface Choice {
	name: string;
	value: string | number;
}

/** What a picker offers "From List", read page by page. */
export interface ChoiceList {
	/** `service/command`; it may depend on what else is chosen in the panel. */
	path: string | ((panel: Fields) => string);
	/** Calls per second. */
	perSecond: number;
	/**
	 * The body of a page.
	 *
	 * @param filter what the user typed; an API that cannot search may give larger pages for it
	 * @param token of the page, from the answer before it; none for the first page
	 */
	body(filter: string | undefined, token: string | undefined, panel: Fields): Body;
	choices(answer: Answer): Choice[];
	/** The token of the next page; undefined at the end of the list. */
	next(answer: Answer, body: Body): string | undefined;
}
