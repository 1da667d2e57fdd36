import type {
	BatchCall,
	Body,
	CallTime,
	ChainCall,
	Downloads,
	EffectLookup,
	ListCall,
	Recovery,
	RetryPolicy,
	SingleCall,
} from '../contract';
import type { RemoteFile } from '../parameters/remoteFile';
import type { DedupeNumbers } from './dedupeNumbers';
import type { Failure } from './errors/failure';
import type { Upload } from './files/uploads';
import type { Quota } from './scheduling/quota';
import type { RateLimiter } from './scheduling/rateLimiter';
import { noAttempts, type Attempts } from './scheduling/retry';
import type { Settings } from './settings';

/** A request in its final form: the same bytes at every attempt. */
export interface Encoded {
	body: Body;
	text: string;
	/** Bytes of UTF-8. */
	size: number;
	/** Those that the node made for it, whatever the body carries. */
	numbers: DedupeNumbers;
	/** What may be sent again, now that it is known which dedupe fields the body carries. */
	retry: RetryPolicy;
}

/** One item's part of a call. */
export interface CallItem {
	item: number;
	/** The item's body, without dedupe numbers and extra fields. */
	payload: Body;
	/** Files that it carries; the body is made once more when all of them have their addresses. */
	attachments?: Attachments;
	/** The user's own key, where it is sent once for all times. */
	onceKey?: string;
}

/** Files of an item on their way to where a message can name them. */
export interface Attachments {
	/** Those of the item's files that were not uploaded when its body was made. */
	pending: Upload[];
	/** Addresses of what is uploaded, for whoever has to clear up after a failure. */
	addresses: string[];
	/** The body with the addresses. Throws InvalidParameter. */
	request(): Body;
}

/** The calls of a recovery that are still to be made before the failed one is made again. */
export interface RecoveryRun {
	recovery: Recovery;
	/** At least one. */
	bodies: Body[];
	rateLimiter: RateLimiter;
	attempts: Attempts;
}

/** A look at the server that is to tell whether the call took effect. */
export interface LookRun {
	lookup: EffectLookup;
	/** The call that reads, and then those for the next pages. */
	body: Body;
	time: CallTime;
	/** Milliseconds of the monotonic clock from which on a missing effect is certain. */
	certainAt: number;
	rateLimiter: RateLimiter;
	quota: Quota;
	attempts: Attempts;
	/** What is said when nothing can be found out. */
	failure: Failure;
}

/** What every call carries on its way, whatever its shape. */
interface CallState {
	/** Usually one, several where the API takes them together. */
	items: CallItem[];
	payload: Body;
	path: string;
	rateLimiter: RateLimiter;
	orderingKey: string;
	/** How many calls it counts for at the rate limiter. */
	weight: number;
	/** Of the group or room that it goes to, where that has one. */
	quota?: Quota;
	settings: Settings;
	retry: RetryPolicy;
	attempts: Attempts;
	dedupeNumbers?: DedupeNumbers;
	encoded?: Encoded;
	/** Its items are counted as in doubt. */
	countedInDoubt?: boolean;
	recovering?: RecoveryRun;
	/** The recovery was tried; a second time would not help. */
	recovered?: boolean;
	looking?: LookRun;
	/** Sets the pace while files of the items are not uploaded yet. */
	uploading?: RateLimiter;
	/** Looks that have found nothing, after each of which the call was made again. */
	looksInVain?: number;
	/** Takes back the claim on its numbers, when it certainly was not delivered. */
	releaseNumbers?: () => void;
}

/** A list that is being read page by page. */
export interface Listing {
	/** The most records wanted. */
	limit: number;
	/** As they will be put out. */
	records: Body[];
	/** Digests of the pages that were asked for: a list that comes back to one never ends. */
	pages: Set<string>;
	/** What the records bring along, where it is to be loaded. */
	downloads?: Downloads;
	/** The files of each record. */
	files: RemoteFile[][];
	/** The body of the page to ask for, after the first one. */
	nextPage?: Body;
}

/** An item that goes out in several calls. */
export interface Chain {
	/** Of all calls, those that are done included. */
	bodies: Body[];
	/** Calls that have done their work. */
	done: number;
}

/** What is left of a batch that was refused as a whole. */
export interface Bisection {
	/** The items of the calls to come. */
	groups: CallItem[][];
	/** Refusals in a row. */
	refusals: number;
}

/** What a call of each shape carries beyond what all do. */
export type ShapeState =
	| { shape: 'single'; operation: SingleCall }
	| { shape: 'list'; operation: ListCall; listing: Listing }
	| { shape: 'batch'; operation: BatchCall; bisection: Bisection }
	| { shape: 'chain'; operation: ChainCall; chain: Chain };

/** One call on its way. */
export type Call = CallState & ShapeState;

/** A call of one shape. */
export type CallOf<S extends Call['shape']> = CallState & Extract<ShapeState, { shape: S }>;

/** Lets a call go on with another body, which was not tried yet. */
export function restart(call: Call): void {
	call.attempts = noAttempts();
	call.encoded = undefined;
}
