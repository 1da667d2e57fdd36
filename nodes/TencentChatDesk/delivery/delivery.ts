import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import type {
	ApiResponse,
	Body,
	ChainRule,
	Deliverable,
	ListRule,
	Outcome,
	RetryPolicy,
} from '../contract';
import type { Client } from './transport/client';
import { encode, type Encoded } from './encode';
import { Dispatcher, type Step } from './scheduling/dispatcher';
import { partlyDone, type Failure, failureOf, inDoubt } from './errors/failure';
import { explain } from './errors/explain';
import { encodedOf, RequestBuilder } from './requests';
import { failedItem, sentItem } from './errors/items';
import { dropLedger, ledgerOf, type Ledger } from './memory/ledger';
import { isInDoubt, toNodeError, itemErrorOf, type ItemError } from './errors/nodeErrors';
import { rateLimiterFor, type RateLimiter } from './scheduling/rateLimiter';
import { Progress } from './scheduling/progress';
import { canRecover, recoveryFailed } from './recovery';
import { type Attempts, lockOutDelay, retryDelay, noAttempts } from './scheduling/retry';
import { SameSecond } from './scheduling/sameSecond';
import { withSender } from './sender';
import { maxConcurrentCalls } from './settings';
import { RunStats } from './scheduling/runStats';
import { VerifiedCredentials } from './memory/verifiedCredentials';
import { claimNumbers } from './memory/usedNumbers';
import type { Chain, RecoveryRun, CallItem, Call } from './call';

/** Calls under way when an execution is stopped get this long to end, so that less is in doubt. */
const grace = 3_000;

/** Refusals that have nothing to do with the item. */
const signInKinds = new Set<Failure['kind']>(['credential', 'signature', 'lockedOut']);
/** So many in a row, and the rest is not tried: bad signatures lock the app out for a minute. */
const signInTries = 3;

/**
 * Nine halvings lead from 500 items, the largest call, to one. After so many refusals in a row the
 * rest is not tried apart any more.
 */
const maxRefusals = 12;

const unreadableResponse = failureOf(
	'lost',
	"Tencent's answer holds something else than its documentation says",
	'Look into the conversation or the app before running this item again, and report the operation to the authors of this node.',
);

const samePageAgain = failureOf(
	'permanent',
	'The list does not end: Tencent names a page that was read before as the next one',
	"Turn off 'Return All' and set a 'Limit' that one page can hold.",
);

/** n8n holds every record in memory, and no app is known to have lists near this. */
const maxRecords = 500_000;

const endless = failureOf(
	'permanent',
	`The list does not end: ${maxRecords} records were read, and Tencent names yet another page`,
	"Turn off 'Return All' and set a 'Limit'.",
);

const brokenOff = failureOf(
	'lost',
	'The run broke off while this item was under way',
	'Look into the conversation or the app before running this item again, and report it to the authors of this node.',
);

/** Where `Retry-After` asks for more, the calls fail one by one instead, in milliseconds. */
const maxHold = 60_000;

const stoppedHalfway = failureOf(
	'permanent',
	'The execution was stopped between the calls of this item',
	'Look into the conversation before sending the rest.',
);

interface StoppedBy {
	item: number;
	trouble: ItemError;
}

/** One run of the node: all its items, once. */
export class Delivery {
	private readonly dispatcher: Dispatcher<Call>;
	private readonly requests: RequestBuilder;
	private readonly results: INodeExecutionData[][] = [];
	private readonly settled = new Set<number>();
	/** Items of calls that were made at least once. */
	private readonly begun = new Set<number>();
	private readonly ledger: Ledger | undefined;
	private readonly stats: RunStats;
	private readonly verified: VerifiedCredentials;
	private readonly progress: Progress;
	private readonly continues: boolean;
	private readonly rates = new Map<RateLimiter, number>();
	private concurrency = maxConcurrentCalls;
	private stoppedBy: StoppedBy | undefined;
	private signInFailures = 0;
	/** Met by every call of this run: the items that are left fail without one. */
	private fatalFailure: Failure | undefined;
	/** Milliseconds of the monotonic clock at which the wait for the end of a lock-out is over. */
	private lockOutEnds: number | undefined;
	private cancelled = false;
	/** An item has a key of the user's own. */
	private hasKeys = false;
	private readonly sameSecond = new SameSecond();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Deliverable,
		private readonly client: Client,
		private readonly account: Account,
		ownHost: boolean,
	) {
		this.stats = new RunStats(context.getInputData().length);
		this.progress = new Progress(context, this.stats);
		this.verified = new VerifiedCredentials(account);
		this.continues = context.continueOnFail();
		this.ledger = ledgerOf(context);
		this.requests = new RequestBuilder(context, operation, account, ownHost, this.ledger, {
			done: (item, output) => this.settleDone(item, [output]),
			failed: (item, trouble) => this.settleFailed(item, trouble),
			inDoubt: () => this.stats.beginDoubt(1),
		});
		this.dispatcher = new Dispatcher<Call>({
			next: () => this.next(),
			orderingKey: ({ settings, orderingKey }) => (settings.keepOrder ? orderingKey : undefined),
			attempt: async (work) => await this.attempt(work),
			rateLimiter: ({ rateLimiter, recovering }) => recovering?.rateLimiter ?? rateLimiter,
			maxConcurrency: (pace) => Math.min(this.concurrency, pace.concurrency, this.maxAtOnce),
			quota: ({ quota, recovering }) => (recovering ? undefined : quota),
			pauseBetween: (before, after) => this.pauseBetween(before, after),
			halfDone: ({ chain }) => !this.cancelled && chain !== undefined && chain.done > 0,
		});
	}

	async run(): Promise<INodeExecutionData[]> {
		const signal = this.context.getExecutionCancelSignal();
		const onCancel = () => this.cancel();
		signal?.addEventListener('abort', onCancel);
		try {
			if (signal?.aborted) this.cancel();
			await this.dispatcher.run();
		} catch (error) {
			this.failUnsettled(error);
		} finally {
			signal?.removeEventListener('abort', onCancel);
			for (const pace of this.rates.keys()) pace.release(this);
		}
		if (this.cancelled) {
			this.progress.stopped();
		} else {
			if (this.stoppedBy) throw this.stopError(this.stoppedBy);
			if (!this.stats.anyFailed) dropLedger(this.context);
			this.progress.end();
		}
		return this.results.flat();
	}

	private next(): Step<Call> {
		const step = this.requests.next(
			() => this.stoppedBy !== undefined || this.cancelled,
			() => this.fatalFailure,
		);
		if (typeof step === 'string') return step;
		const { rateLimiter, settings } = step.work;
		this.concurrency = Math.min(this.concurrency, settings.maxConcurrency);
		this.requestRate(rateLimiter, settings.requestsPerSecond);
		this.hasKeys ||= settings.deduplicationKey !== undefined;
		return step;
	}

	private requestRate(pace: RateLimiter, perSecond: number): void {
		if (perSecond >= (this.rates.get(pace) ?? Number.POSITIVE_INFINITY)) return;
		this.rates.set(pace, perSecond);
		pace.request(this, perSecond);
	}

	/** What a lane rests where messages with keys of the user's own would change places. */
	private pauseBetween(before: Call, after: Call): number {
		const name = this.operation.dedupeFields?.sequence;
		if (name === undefined || !this.hasKeys) return 0;
		const [earlier, later] = [before, after].map((work) => this.sequenceOf(work, name));
		if (earlier !== undefined) this.sameSecond.note(this.readersOf(before), earlier);
		return later === undefined ? 0 : this.sameSecond.rest(this.readersOf(after), later);
	}

	private readersOf({ payload, orderingKey }: Call): string[] {
		return this.operation.batch?.about?.(payload) ?? [orderingKey];
	}

	/** Undefined for what cannot be sent. */
	private sequenceOf(work: Call, name: string): number | undefined {
		try {
			const { [name]: sequence } = encodedOf(this.operation, work).body;
			return typeof sequence === 'number' ? sequence : undefined;
		} catch {
			return undefined;
		}
	}

	private get maxAtOnce(): number {
		return this.verified.isVerified ? maxConcurrentCalls : signInTries;
	}

	/** One call of the work. Whatever goes wrong in it concerns the items of this call only. */
	private async attempt(work: Call): Promise<number | undefined> {
		try {
			const wait = work.recovering
				? await this.recoverOnce(work, work.recovering)
				: await this.callOnce(work);
			if (wait !== undefined) return wait;
			return this.nextBisected(work) ? 0 : undefined;
		} catch (error) {
			const trouble = work.attempts.doubt ? brokenOff : itemErrorOf(error);
			this.countDoubt(work, false);
			const waiting = work.bisection?.groups.splice(0).flat() ?? [];
			for (const { item } of [...work.items, ...waiting]) this.settleFailed(item, trouble);
			return undefined;
		}
	}

	/** Goes on with the next part of a call that was refused as a whole. */
	private nextBisected(work: Call): boolean {
		const group = work.bisection?.groups.shift();
		if (!group || this.stoppedBy !== undefined || this.cancelled) return false;
		this.requests.rebatch(work, group);
		return true;
	}

	/** Gives the milliseconds to wait before the call is made again, or undefined when settled. */
	private async callOnce(work: Call): Promise<number | undefined> {
		const { attempts, settings } = work;
		if (this.fatalFailure) {
			this.giveUp(work, this.fatalFailure);
			return undefined;
		}
		const { text } = this.ready(work);
		attempts.count += 1;
		if (attempts.firstAt === 0) attempts.firstAt = performance.now();
		for (const { item } of work.items) this.begun.add(item);
		const startedAt = performance.now();
		const reply = await this.client.call(work.path, text, settings.timeout);
		const callTime = performance.now() - startedAt;
		if (!reply.ok) return this.afterFailure(work, reply.failure, callTime);
		try {
			return await this.afterResponse(work, reply.answer, callTime);
		} catch {
			// Every field of an answer may hold anything; what reads them settles nothing before it is done.
			return this.afterFailure(work, unreadableResponse, callTime);
		}
	}

	/** The bytes of a call. Throws BadInput where they are too many, or carry another one's numbers. */
	private ready(work: Call): Encoded {
		const bytes = encodedOf(this.operation, work);
		const { origin, sdkAppId } = this.account;
		work.releaseNumbers ??= claimNumbers(
			this.operation,
			JSON.stringify([origin, sdkAppId, work.path]),
			bytes,
			work.dedupeNumbers!,
		);
		return bytes;
	}

	/** The body of a call as the server understands it. */
	private understood(work: Call): Body {
		const { body } = encodedOf(this.operation, work);
		return withSender(this.operation, body, this.account.identifier);
	}

	private async afterResponse(
		work: Call,
		answer: ApiResponse,
		callTime: number,
	): Promise<number | undefined> {
		const { list, batch, chain } = this.operation;
		const { body } = encodedOf(this.operation, work);
		if (list) return this.afterPage(work, list, answer, body, callTime);
		if (batch) {
			const { doubt } = work.attempts;
			const meanings = batch.interpret(
				answer,
				work.items.map(({ payload }) =>
					withSender(this.operation, payload, this.account.identifier),
				),
			);
			this.succeeded(work, callTime);
			if (work.bisection) work.bisection.refusals = 0;
			work.items.forEach((part, index) => {
				const meaning = meanings[index];
				const settled = doubt && meaning ? asDoneBefore(meaning) : meaning;
				this.settleOutcome(work, part, settled, answer);
			});
			return undefined;
		}
		const meaning = this.operation.interpret(answer, this.understood(work));
		if (!meaning.done) return this.afterFailure(work, failureFrom(meaning), callTime);
		this.succeeded(work, callTime);
		if (chain && work.chain && work.chain.done < work.chain.bodies.length - 1) {
			return this.afterLink(work, work.chain, chain, answer, body);
		}
		for (const part of work.items) this.settleOutcome(work, part, meaning, answer);
		return undefined;
	}

	private succeeded(work: Call, callTime: number): void {
		this.verified.markVerified();
		this.signInFailures = 0;
		this.lockOutEnds = undefined;
		this.countDoubt(work, false);
		work.attempts.doubt = false;
		work.rateLimiter.succeeded(callTime);
	}

	/** Its items are in doubt from an attempt that may have had an effect until they are settled. */
	private countDoubt(work: Call, unsure: boolean): void {
		if ((work.countedInDoubt ?? false) === unsure) return;
		work.countedInDoubt = unsure;
		if (unsure) this.stats.beginDoubt(work.items.length);
		else this.stats.endDoubt(work.items.length);
	}

	/** Goes on with the next call of a chain, which from here on is half done. */
	private afterLink(
		work: Call,
		chain: Chain,
		rule: ChainRule,
		answer: ApiResponse,
		body: Body,
	): number | undefined {
		chain.done += 1;
		chain.bodies[chain.done] = rule.nextBody(chain.bodies[chain.done]!, body, answer);
		work.attempts = noAttempts();
		work.encoded = undefined;
		if (this.cancelled) {
			this.giveUp(work, stoppedHalfway);
			return undefined;
		}
		this.countDoubt(work, true);
		for (const part of work.items) this.note(work, part, undefined, true);
		return 0;
	}

	private settleOutcome(
		work: Call,
		part: CallItem,
		meaning: Outcome | undefined,
		answer: ApiResponse,
	): void {
		if (meaning && !meaning.done) {
			this.note(work, part, undefined, false);
			this.settleFailed(part.item, failureFrom(meaning));
			return;
		}
		const output = work.settings.simplify && meaning ? meaning.output : answer;
		this.note(work, part, output, false);
		this.settleDone(part.item, [output]);
	}

	/** Reads on while records are wanted and the list has more. */
	private afterPage(
		work: Call,
		list: ListRule,
		answer: ApiResponse,
		body: Body,
		callTime: number,
	): number | undefined {
		const listing = work.listing!;
		const records = list.records(answer);
		const wanted = records.slice(0, listing.limit - listing.records.length);
		const shorten = work.settings.simplify ? list.simplified : undefined;
		const shown = shorten ? wanted.map((record) => shorten(record)) : wanted;
		const isEnough = listing.records.length + wanted.length >= listing.limit;
		const next =
			isEnough || records.length === 0 ? undefined : list.nextPage(answer, body, records);
		this.succeeded(work, callTime);
		listing.pages.add(pageOf(body));
		for (const record of shown) listing.records.push(record);
		if (next && listing.pages.has(pageOf(next))) {
			this.giveUp(work, samePageAgain);
			return undefined;
		}
		if (next && listing.records.length >= maxRecords) {
			this.giveUp(work, endless);
			return undefined;
		}
		if (next && !this.stoppedBy && !this.cancelled) {
			work.attempts = noAttempts();
			work.encoded = encode(this.operation, next, work.dedupeNumbers!, undefined, work.retry);
			return 0;
		}
		const [part] = work.items as [CallItem];
		this.settleDone(part.item, listing.records);
		return undefined;
	}

	private afterFailure(work: Call, failure: Failure, callTime: number): number | undefined {
		const { attempts, items } = work;
		if (attempts.doubt && isDoneAlready(this.operation, failure)) {
			const meaning = this.operation.interpret(failure.data, this.understood(work));
			this.succeeded(work, callTime);
			for (const part of items) this.settleOutcome(work, part, meaning, failure.data);
			return undefined;
		}
		if (failure.effect === 'unknown') {
			attempts.doubt = true;
			this.countDoubt(work, true);
		}
		this.heed(failure, attempts, work.rateLimiter, callTime);
		if (!this.isEnding && this.beginRecovery(work, failure)) return 0;
		const { retry } = encodedOf(this.operation, work);
		const wait = this.delayBeforeRetry(failure, attempts, retry, work.settings.maxRetries);
		if (wait !== undefined) {
			// Another item may end this try before the repeat: the next try has to know.
			for (const part of items) this.note(work, part, undefined, work.countedInDoubt ?? false);
			return wait;
		}
		if (!this.isEnding && bisect(work, failure)) return undefined;
		this.giveUp(work, failure);
		return undefined;
	}

	private get isEnding(): boolean {
		return this.stoppedBy !== undefined || this.cancelled;
	}

	/** What a failure says about the server and the signature, whatever it means for the item. */
	private heed(failure: Failure, attempts: Attempts, pace: RateLimiter, callTime: number): void {
		reportToRateLimiter(pace, failure, callTime);
		if (signInKinds.has(failure.kind)) this.verified.invalidate();
		else if (failure.data.ErrorCode !== undefined) this.verified.markVerified();
		if (failure.kind !== 'lockedOut') return;
		this.lockOutEnds ??= performance.now() + lockOutDelay;
		attempts.waitedLockOut = performance.now() >= this.lockOutEnds;
	}

	/** Milliseconds until the call is made again; undefined when it is not. */
	private delayBeforeRetry(
		failure: Failure,
		attempts: Attempts,
		repeat: RetryPolicy,
		maxRetries: number,
	): number | undefined {
		const wait = this.isEnding ? undefined : retryDelay(failure, attempts, repeat, maxRetries);
		if (wait !== undefined) {
			if (failure.kind === 'signature') {
				attempts.renewedSignature = true;
				this.client.renewSignature();
			}
			this.stats.retries += 1;
			return wait;
		}
		if (signInKinds.has(failure.kind) && ++this.signInFailures >= signInTries) {
			this.fatalFailure ??= failure;
		}
		return undefined;
	}

	/** Sets out to take away what made the call fail, once, where the user wants that. */
	private beginRecovery(work: Call, failure: Failure): boolean {
		const { settings, attempts } = work;
		const { recovery } = this.operation;
		if (!settings.importMissingAccount || !recovery || work.recovered) return false;
		if (attempts.doubt || !canRecover(recovery, failure)) return false;
		const bodies = recovery.bodies(encodedOf(this.operation, work).body);
		if (bodies.length === 0) return false;
		const { origin, sdkAppId } = this.account;
		const rateLimiter = rateLimiterFor(origin, sdkAppId, recovery.path);
		this.requestRate(rateLimiter, recovery.perSecond);
		work.recovered = true;
		work.recovering = { bodies, rateLimiter, attempts: noAttempts() };
		return true;
	}

	/** One call of the remedy, repeated like any other; the failed call is made again after the last. */
	private async recoverOnce(work: Call, cure: RecoveryRun): Promise<number | undefined> {
		const { recovery } = this.operation;
		const [body] = cure.bodies;
		const reason = this.fatalFailure;
		if (!recovery || !body || reason) {
			work.recovering = undefined;
			if (!reason) return 0;
			this.giveUp(work, reason);
			return undefined;
		}
		const { attempts, rateLimiter } = cure;
		const { timeout, maxRetries } = work.settings;
		attempts.count += 1;
		const startedAt = performance.now();
		const reply = await this.client.call(recovery.path, JSON.stringify(body), timeout);
		const callTime = performance.now() - startedAt;
		if (reply.ok) {
			this.verified.markVerified();
			rateLimiter.succeeded(callTime);
			cure.attempts = noAttempts();
			cure.bodies.shift();
			if (cure.bodies.length === 0) work.recovering = undefined;
			return 0;
		}
		const { failure } = reply;
		this.heed(failure, attempts, rateLimiter, callTime);
		const wait = this.delayBeforeRetry(failure, attempts, { policy: 'idempotent' }, maxRetries);
		if (wait !== undefined) return wait;
		work.recovering = undefined;
		this.giveUp(work, recoveryFailed(recovery.failureMessage(body), failure));
		return undefined;
	}

	private giveUp(work: Call, failure: Failure): void {
		const { attempts, items, chain } = work;
		// A later refusal proves nothing of an earlier attempt: a session may have ended in between.
		const last = attempts.doubt ? inDoubt(failure) : failure;
		const final = chain ? partlyDone(last, chain.done, chain.bodies.length) : last;
		this.countDoubt(work, false);
		for (const part of items) {
			this.note(work, part, undefined, final.effect !== 'none');
			this.settleFailed(part.item, final);
		}
		if (final.effect === 'none') work.releaseNumbers?.();
	}

	/** What a further try of the same run has to know. */
	private note(work: Call, part: CallItem, output: IDataObject | undefined, doubt: boolean): void {
		const { dedupeNumbers, attempts, settings } = work;
		if (!this.ledger || !dedupeNumbers) return;
		const { payload, item } = part;
		const { extraBody } = settings;
		const request = doubt ? { payload, extraBody, firstAt: attempts.firstAt } : undefined;
		this.ledger.set(item, { dedupeNumbers, output, inDoubt: request });
	}

	private settleDone(item: number, outputs: IDataObject[]): void {
		if (!this.settle(item)) return;
		this.stats.sent += 1;
		this.results[item] = outputs.map((output) => sentItem(output, item));
		this.progress.step();
	}

	private settleFailed(item: number, trouble: ItemError): void {
		if (!this.settle(item)) return;
		this.stats.fail(isInDoubt(trouble));
		this.progress.step();
		if (this.continues) {
			this.results[item] = [failedItem(trouble, item)];
			return;
		}
		this.stoppedBy ??= { item, trouble };
		this.dispatcher.stop();
	}

	/** False for an item that has its result already. */
	private settle(item: number): boolean {
		if (this.settled.has(item)) return false;
		this.settled.add(item);
		return true;
	}

	/** After what should never happen: nobody may take an item that was not carried out for one that was. */
	private failUnsettled(error: unknown): void {
		for (let item = 0; item < this.stats.total; item++) {
			this.settleFailed(item, this.begun.has(item) ? brokenOff : itemErrorOf(error));
		}
	}

	private cancel(): void {
		this.cancelled = true;
		this.dispatcher.stop();
		if (this.client.busy) void sleep(grace).then(() => this.client.abort());
	}

	private stopError({ item, trouble }: StoppedBy): Error {
		const { total, sent, inDoubt: doubtful, notTried } = this.stats;
		// One item alone has nothing around it to tell about.
		const closing =
			total === 1
				? ''
				: `Stopped at item ${item} (counted from 0) of ${total}: ${sent} sent, ${doubtful} in doubt, ${notTried} not tried.`;
		return toNodeError(this.context.getNode(), trouble, item, closing);
	}
}

const pageOf = (body: Body): string =>
	createHash('sha256').update(JSON.stringify(body)).digest('base64');

function isDoneAlready({ alreadyDoneCodes }: Deliverable, { data }: Failure): boolean {
	return alreadyDoneCodes?.includes(data.ErrorCode as number) ?? false;
}

/** What a repeat means whose first attempt may have done the work. */
function asDoneBefore(meaning: Outcome): Outcome {
	if (meaning.done || !('doneBefore' in meaning) || !meaning.doneBefore) return meaning;
	return { done: true, output: meaning.doneBefore };
}

/**
 * Puts the items of a refused call back in two halves: the refusal may be about one of them only.
 * When call after call is refused, it is about none of them in particular.
 */
function bisect(work: Call, { kind }: Failure): boolean {
	const { items, attempts } = work;
	if (items.length < 2 || attempts.doubt) return false;
	if (kind !== 'permanent' && kind !== 'unexplained') return false;
	work.bisection ??= { groups: [], refusals: 0 };
	work.bisection.refusals += 1;
	if (work.bisection.refusals > maxRefusals) return false;
	const middle = Math.ceil(items.length / 2);
	work.bisection.groups.unshift(items.slice(0, middle), items.slice(middle));
	return true;
}

function failureFrom(meaning: Extract<Outcome, { done: false }>): Failure {
	const { kind, message, advice } =
		'code' in meaning ? explain(meaning.code, meaning.info) : meaning;
	return failureOf(kind, message, advice, meaning.data);
}

function reportToRateLimiter(
	pace: RateLimiter,
	{ kind, retryAfter }: Failure,
	callTime: number,
): void {
	if (retryAfter !== undefined) pace.holdFor(Math.min(retryAfter, maxHold));
	if (kind === 'frequency') pace.refused();
	else if (kind === 'lockedOut') pace.holdFor(lockOutDelay);
	else if (kind === 'lost' || kind === 'unreachable' || kind === 'transient') pace.failed();
	else pace.succeeded(callTime);
}
