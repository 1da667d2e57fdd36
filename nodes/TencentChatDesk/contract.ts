import type { IDataObject } from 'n8n-workflow';
import type { Fields } from './parameters/fields';
import type { RemoteFile } from './parameters/remoteFile';

/** A JSON body in the API's own spelling. */
export type Body = IDataObject;

/** The JSON body of a response whose `ErrorCode` is 0. */
export type ApiResponse = IDataObject;

/**
 * What may be sent again after an attempt whose effect is unknown (time-out, reset, HTTP 502,
 * a response that is not JSON, an internal error):
 * - `dedupe`: the same bytes, within `windowSeconds` of the first attempt, because the
 *   server drops the second copy of a message that carries the same numbers;
 * - `idempotent`: anything, because a second call changes nothing;
 * - `unsafe`: nothing, because a second call has a second effect.
 * What the server certainly did not do may always be sent again.
 */
export type RetryPolicy =
	{ policy: 'dedupe'; windowSeconds: number } | { policy: 'idempotent' } | { policy: 'unsafe' };

/** Fields of the body that the server tells copies of one message by, both unsigned 32-bit. */
export interface DedupeFields {
	/** Random number of the message. */
	random: string;
	/** Sequence number: orders messages of one second. */
	sequence?: string;
	/**
	 * Where the server compares the numbers and not the content, so that it drops another message
	 * that carries the same ones. Left out where it compares the content too.
	 */
	contentBlind?: ContentBlindDedupe;
}

/** What a server looks at that takes different messages with equal numbers for copies. */
export interface ContentBlindDedupe {
	/** The places in which a message's numbers count, such as a conversation; at least one. */
	places(body: Body): string[];
	/** How long the server may remember them. */
	windowSeconds: number;
}

/** Calls per second: what is used unless the user says otherwise, and what the API allows. */
export interface RateLimit {
	default: number;
	max: number;
}

/**
 * A limit of an API in units of which one call may hold many, such as the users whom it reaches.
 * Users set it by an option of its own.
 */
export interface UnitLimit extends RateLimit {
	/** How many units a call has. */
	count(body: Body): number;
	/** Name and label of the option, and what it says beside its default. */
	option: { name: string; label: string; description: string };
}

/** What a good envelope turns out to mean: an ErrorCode of 0 alone proves nothing. */
export type Outcome =
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
			/** Error codes of the parts that failed; the engine's table of codes adds what they mean. */
			codes?: readonly number[];
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

/** Files that a response names, whose lines are the records of the list. */
export interface FileRule {
	/** Their addresses, in order. What they hold may be packed with gzip. */
	addresses(response: ApiResponse): string[];
	/** The record of a line; undefined where it holds none. */
	record(line: string): IDataObject | undefined;
	/** Whether the line is the last one: a file without it broke off. */
	isEnd(line: string): boolean;
	/** The field under which the response gets the records of all of them. */
	field: string;
}

/** How a response that is one page of a list is read, and read on. Each record becomes an item. */
export interface ListRule {
	records(response: ApiResponse): IDataObject[];
	/** The body of the next page; undefined at the end of the list. */
	nextPage(response: ApiResponse, body: Body, records: IDataObject[]): Body | undefined;
	/** The field that says how many records a page may hold, and the most that the API allows. */
	page?: { field: string; max: number };
	/** Always read to its end: figures of which some are missing would mislead. */
	alwaysComplete?: true;
	/** How many records are enough, where the panel does not ask for a limit. Throws InvalidParameter. */
	enough?(fields: Fields): number;
	/** What a page says has failed, although its envelope is good. */
	failure?(response: ApiResponse): Extract<Outcome, { done: false }> | undefined;
	/** Where the records are in files that the response only names. */
	files?: FileRule;
	/** A flat, short form of a record, for "Simplify". */
	simplified?(record: IDataObject): IDataObject;
	/** What of its records is loaded; undefined where nothing is to be. Throws InvalidParameter. */
	downloads?(fields: Fields): Downloads | undefined;
}

/** Files that records name and that are put out with them. */
export interface Downloads {
	/** Bytes of one file. */
	maxSize: number;
	filesOf(record: IDataObject): RemoteFile[];
}

/**
 * How items share calls, where the API takes several at once. A call that is refused as a whole is
 * made again in two halves, until the items that it is refused for stand alone.
 */
export interface BatchRule {
	/** The most entries of one call: what `about` names, or items where it is left out. */
	maxSize: number;
	/** Items whose bodies have the same key can share a call. */
	key(body: Body): string;
	/**
	 * Whom a body is about. A call names nobody twice, and calls about the same account leave in the
	 * order of their items. Left out where neither matters, as for calls that only read.
	 */
	about?(body: Body): string[];
	merge(bodies: Body[]): Body;
	/**
	 * The field of the response that holds a result for each body, told apart by their places alone:
	 * `interpret` reads every one of them.
	 */
	resultsByPlace?: string;
	/** What the response means for each of the bodies, in their order. */
	interpret(response: ApiResponse, bodies: Body[]): Outcome[];
}

/**
 * How one item goes out in several calls, each made after the response to the one before it. Once a
 * call has done its work the chain is never begun again: what breaks in it stays half done, and the
 * failure says how far it came.
 */
export interface ChainRule {
	/** The bodies of all calls, from the body that `request` made for the item; at least one. */
	bodies(body: Body): Body[];
	/** The body of the next call, with what the call before it and the response to that one add. */
	nextBody(next: Body, before: Body, response: ApiResponse): Body;
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
export interface Recovery {
	/** The ErrorCodes that it helps with. */
	codes: readonly number[];
	path: string;
	/** The calls for a body that failed; none when nothing can be done. */
	bodies(body: Body): Body[];
	/** Calls per second. */
	perSecond: number;
	/** What is said when such a call fails for good. */
	failureMessage(body: Body): string;
}

/** When a call was made, in Unix seconds by this machine's clock; Tencent's may differ. */
export interface CallTime {
	/** Its first attempt. */
	first: number;
	now: number;
}

/** What a look at the server says about a call whose effect nobody knows. */
export type Effect =
	| { effect: 'done'; output: IDataObject }
	/** It certainly did nothing, and may be made again. */
	| { effect: 'none' }
	/** It cannot be told. */
	| { effect: 'unknown' };

/** How to find out whether a call took effect: another call, which only reads. */
export interface EffectLookup {
	/** `service/command`. */
	path: string;
	/** Looks per second, well below what the command allows: others read too. */
	perSecond: number;
	/** Milliseconds after which an effect can be seen for certain; what shows earlier counts too. */
	delay: number;
	/** The body of the first look at a call's effect. */
	request(body: Body, time: CallTime): Body;
	/** The body of the next look, where the list goes on and `interpret` has not found anything yet. */
	nextPage?(response: ApiResponse, look: Body, time: CallTime): Body | undefined;
	/** What the response to one look says; `none` counts at the end of the list only. */
	interpret(response: ApiResponse, body: Body, time: CallTime, look: Body): Effect;
}

/** How many calls one target may get, whichever operation and execution they come from. */
export interface TargetLimit {
	/** Calls per second. */
	perSecond: number;
	/** The group or the room that a body is for. */
	target(body: Body): string;
	/** What documentation calls the targets; a group or room when left out. */
	called?: string;
}

/** How the request that a workflow was started by is answered, in place of a call. */
export interface RespondRule {
	/** Name of the trigger's type, without that of the package. */
	trigger: string;
	/** Milliseconds after the `receivedAt` of a trigger with these parameters for which one waits. */
	timeLimit(parameters: IDataObject): number;
	/** Whether a trigger with these parameters leaves the response to the workflow. */
	isExpected(parameters: IDataObject): boolean;
	/**
	 * Throws InvalidParameter.
	 *
	 * @param received what the trigger put out first; undefined where it has not run
	 */
	response(fields: Fields, received: IDataObject | undefined): Response;
}

/** What the request that is waiting gets. */
export interface Response {
	body: Body;
	/** What is different from what the fields say, and why. */
	note?: string;
}

/** What is said of an item that was carried out. */
interface Reported {
	/** A past participle for the line above the output, such as "sent"; "done" when left out. */
	doneWord?: string;
}

/** What every operation that calls an API says of its calls; nothing in it names an API. */
interface ApiCall extends Reported {
	/** `service/command`, without the version in front. Throws InvalidParameter. */
	path: string | ((fields: Fields) => string);
	/**
	 * The body of one item's call, without the dedupe fields. Throws InvalidParameter.
	 *
	 * @param link address to which the answer goes, where the operation waits for one
	 */
	request(fields: Fields, link?: string): Body;
	/**
	 * Calls with the same key go one after another, in item order. `body` names the sender, whoever
	 * it is.
	 */
	orderingKey(body: Body): string;
	/** The field that names the sender; the server takes the credential's account without it. */
	sender?: string;
	/** The field that names the app a second time, beside the URL; the engine fills it in. */
	appIdField?: string;
	dedupeFields?: DedupeFields;
	retry: RetryPolicy;
	/** The policy of one item, where its fields decide; `retry` is then the most careful one. */
	retryOf?(fields: Fields): RetryPolicy;
	rateLimit: RateLimit;
	/** Where the API counts more than calls. */
	unitLimit?: UnitLimit;
	/** The largest body the API takes, in bytes of UTF-8 JSON. */
	maxBodyBytes?: number;
	/** What errors call the fields of the body that may grow too large, where there are several. */
	bodyLabels?: Readonly<Record<string, string>>;
	/** Where one group or room may get less than the API's rate limit. */
	targetLimit?: TargetLimit;
	/** What can be done about a refusal, where the user wants it. */
	recovery?: Recovery;
}

/** One item, one call. */
export interface SingleCall extends ApiCall {
	shape: 'single';
	/**
	 * The ErrorCodes that a retry gets when the attempt before it has done the work. A call whose
	 * effect was unknown is done when its retry is refused with one of them.
	 */
	alreadyDoneCodes?: readonly number[];
	/**
	 * How to find out whether a call took effect whose response was lost; undefined where nobody can
	 * tell. `body` names the sender, whoever it is.
	 */
	lookup?(body: Body): EffectLookup | undefined;
	/**
	 * What calls have in common whose effects a look cannot tell apart: with two such calls in one run
	 * nobody can say which of them took effect. Undefined where numbers tell them apart.
	 */
	alike?(body: Body): string | undefined;
	/** What a good envelope means. `body` names the sender, whoever it is. */
	interpret(response: ApiResponse, body: Body): Outcome;
}

/** One item, as many calls as the list has pages, and an output item for each record. */
export interface ListCall extends ApiCall {
	shape: 'list';
	/** Whether an item needs a call at all; one that does not has no records. Throws InvalidParameter. */
	needsCall?(fields: Fields): boolean;
	list: ListRule;
}

/** Several items, one call. */
export interface BatchCall extends ApiCall {
	shape: 'batch';
	batch: BatchRule;
}

/** One item, several calls, each made after the response to the one before it. */
export interface ChainCall extends ApiCall {
	shape: 'chain';
	chain: ChainRule;
	/** What each response means; that of the last call is the output. */
	interpret(response: ApiResponse, body: Body): Outcome;
}

/** No call: the output is made here. */
export interface LocalTask extends Reported {
	shape: 'local';
	/** Throws InvalidParameter. */
	make(fields: Fields, signer: Signer): IDataObject;
}

/** No call: whoever started the workflow gets a response. No credential is read. */
export interface WebhookResponder {
	shape: 'respond';
	respond: RespondRule;
}

/** What a node remembers of "Send Once", for all its executions. */
export interface KeyMemory {
	/** Entries in n8n's database: about two for each key. */
	count(): Promise<number>;
	clear(): Promise<void>;
	/** The most entries that are kept. */
	readonly maxEntries: number;
	/** Bytes of an entry in the database. */
	readonly bytesPerEntry: number;
}

/** The keys that a node remembers at least. */
export const rememberedKeys = 100_000;

/** No call: it is about what this very node remembers, and done once for all items. */
export interface MemoryTask {
	shape: 'memory';
	/** Throws InvalidParameter. */
	make(memory: KeyMemory): Promise<IDataObject>;
}

/** An operation that calls an API. */
export type ApiOperation = SingleCall | ListCall | BatchCall | ChainCall;

/** What the delivery engine needs to know of an operation, in one of seven shapes. */
export type Deliverable = ApiOperation | LocalTask | WebhookResponder | MemoryTask;

/** One entry of a list that a picker offers. */
export interface Choice {
	name: string;
	value: string | number;
}

/** How the entries of a list get their names. */
export interface ListNaming {
	/** `service/command`. */
	path: string;
	/** Calls per second. */
	perSecond: number;
	/** The most entries of one call; the others keep their IDs. */
	max: number;
	body(choices: readonly Choice[]): Body;
	/** What to call the entries, by their values. */
	names(response: ApiResponse): ReadonlyMap<string, string>;
}

/** What a picker offers "From List", read page by page. */
export interface ListSearch {
	/** `service/command`; it may depend on what else is chosen in the panel. */
	path: string | ((panel: Fields) => string);
	/** Calls per second. */
	perSecond: number;
	/**
	 * The body of a page.
	 *
	 * @param filter what the user typed; an API that cannot search may give larger pages for it
	 * @param token of the page, from the response before it; none for the first page
	 */
	body(filter: string | undefined, token: string | undefined, panel: Fields): Body;
	choices(response: ApiResponse): Choice[];
	/** Where the list has IDs alone: another call, which has the names. */
	naming?: ListNaming;
	/** The token of the next page; undefined at the end of the list. */
	nextToken(response: ApiResponse, body: Body): string | undefined;
}
