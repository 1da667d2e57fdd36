import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import type {
	Answer,
	Body,
	ChainRule,
	Deliverable,
	ListRule,
	Meaning,
	RepeatRule,
} from '../contract';
import type { Client } from './transport/client';
import { compose, type Composed } from './encode';
import { Dispatcher, type Step } from './scheduling/dispatcher';
import { broken, type Failure, failureOf, inDoubt } from './errors/failure';
import { explain } from './errors/explain';
import { composed, Intake } from './requests';
import { failedItem, sentItem } from './errors/items';
import { dropLedger, ledgerOf, type Ledger } from './memory/ledger';
import { isInDoubt, toNodeError, troubleOf, type Trouble } from './errors/nodeErrors';
import { paceOf, type Pace } from './scheduling/rateLimiter';
import { Progress } from './scheduling/progress';
import { cures, incurable } from './recovery';
import { type Attempts, lockOutWait, nextTry, noAttempts } from './scheduling/retry';
import { SameSecond } from './scheduling/sameSecond';
import { withSender } from './sender';
import { mostConcurrent } from './settings';
import { Tally } from './scheduling/runStats';
import { Trust } from './memory/verifiedCredentials';
import { noteNumbers } from './memory/usedNumbers';
import type { Chain, Cure, Part, Work } from './call';

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
const mostRefusals = 12;

const unreadableAnswer = failureOf(
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
const mostRecords = 500_000;

const endless = failureOf(
	'permanent',
	`The list does not end: ${mostRecords} records were read, and Tencent names yet another page`,
	"Turn off 'Return All' and set a 'Limit'.",
);

const brokenOff = failureOf(
	'lost',
	'The run broke off while this item was under way',
	'Look into the conversation or the app before running this item again, and report it to the authors of this node.',
);

/** Where `Retry-After` asks for more, the calls fail one by one instead, in milliseconds. */
const longestHold = 60_000;

const stoppedHalfway = failureOf(
	'permanent',
	'The execution was stopped between the calls of this item',
	'Look into the conversation before sending the rest.',
);

interface StoppedBy {
	item: number;
	trouble: Trouble;
}

/** One run of the node: all its items, once. */
export class Delivery {
	private readonly dispatcher: Dispatcher<Work>;
	private readonly intake: Intake;
	private readonly results: INodeExecutionData[][] = [];
	private readonly settled = new Set<number>();
	/** Items of calls that were made at least once. */
	private readonly begun = new Set<number>();
	private readonly ledger: Ledger | undefined;
	private readonly tally: Tally;
	private readonly trust: Trust;
	private readonly progress: Progress;
	private readonly continues: boolean;
	private readonly paces = new Map<Pace, number>();
	private concurrency = mostConcurrent;
	private stoppedBy: StoppedBy | undefined;
	private signInFailures = 0;
	/** Met by every call of this run: the items that are left fail without one. */
	private hopeless: Failure | undefined;
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
		this.tally = new Tally(context.getInputData().length);
		this.progress = new Progress(context, this.tally);
		this.trust = new Trust(account);
		this.continues = context.continueOnFail();
		this.ledger = ledgerOf(context);
		this.intake = new Intake(context, operation, account, ownHost, this.ledger, {
			done: (item, output) => this.settleDone(item, [output]),
			failed: (item, trouble) => this.settleFailed(item, trouble),
			doubtful: () => this.tally.beginDoubt(1),
		});
		this.dispatcher = new Dispatcher<Work>({
			next: () => this.next(),
			lane: ({ settings, conversation }) => (settings.keepOrder ? conversation : undefined),
			attempt: async (work) => await this.attempt(work),
			pace: ({ pace, cure }) => cure?.pace ?? pace,
			maxConcurrency: (pace) => Math.min(this.concurrency, pace.concurrency, this.mostAtOnce),
			quota: ({ quota, cure }) => (cure ? undefined : quota),
			rest: (before, after) => this.restBetween(before, after),
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
			for (const pace of this.paces.keys()) pace.leave(this);
		}
		if (this.cancelled) {
			this.progress.stopped();
		} else {
			if (this.stoppedBy) throw this.stopError(this.stoppedBy);
			if (!this.tally.anyFailed) dropLedger(this.context);
			this.progress.end();
		}
		return this.results.flat();
	}

	private next(): Step<Work> {
		const step = this.intake.next(
			() => this.stoppedBy !== undefined || this.cancelled,
			() => this.hopeless,
		);
		if (typeof step === 'string') return step;
		const { pace, settings } = step.work;
		this.concurrency = Math.min(this.concurrency, settings.maxConcurrency);
		this.wish(pace, settings.requestsPerSecond);
		this.hasKeys ||= settings.deduplicationKey !== undefined;
		return step;
	}

	private wish(pace: Pace, perSecond: number): void {
		if (perSecond >= (this.paces.get(pace) ?? Number.POSITIVE_INFINITY)) return;
		this.paces.set(pace, perSecond);
		pace.wish(this, perSecond);
	}

	/** What a lane rests where messages with keys of the user's own would change places. */
	private restBetween(before: Work, after: Work): number {
		const name = this.operation.numbers?.sequence;
		if (name === undefined || !this.hasKeys) return 0;
		const [earlier, later] = [before, after].map((work) => this.sequenceOf(work, name));
		if (earlier !== undefined) this.sameSecond.note(this.readersOf(before), earlier);
		return later === undefined ? 0 : this.sameSecond.rest(this.readersOf(after), later);
	}

	private readersOf({ draft, conversation }: Work): string[] {
		return this.operation.shared?.about?.(draft) ?? [conversation];
	}

	/** Undefined for what cannot be sent. */
	private sequenceOf(work: Work, name: string): number | undefined {
		try {
			const { [name]: sequence } = composed(this.operation, work).body;
			return typeof sequence === 'number' ? sequence : undefined;
		} catch {
			return undefined;
		}
	}

	private get mostAtOnce(): number {
		return this.trust.isProven ? mostConcurrent : signInTries;
	}

	/** One call of the work. Whatever goes wrong in it concerns the items of this call only. */
	private async attempt(work: Work): Promise<number | undefined> {
		try {
			const wait = work.cure ? await this.cureOnce(work, work.cure) : await this.callOnce(work);
			if (wait !== undefined) return wait;
			return this.takeNextGroup(work) ? 0 : undefined;
		} catch (error) {
			const trouble = work.attempts.doubt ? brokenOff : troubleOf(error);
			this.countDoubt(work, false);
			const waiting = work.split?.groups.splice(0).flat() ?? [];
			for (const { item } of [...work.parts, ...waiting]) this.settleFailed(item, trouble);
			return undefined;
		}
	}

	/** Goes on with the next part of a call that was refused as a whole. */
	private takeNextGroup(work: Work): boolean {
		const group = work.split?.groups.shift();
		if (!group || this.stoppedBy !== undefined || this.cancelled) return false;
		this.intake.regroup(work, group);
		return true;
	}

	/** Gives the milliseconds to wait before the call is made again, or undefined when settled. */
	private async callOnce(work: Work): Promise<number | undefined> {
		const { attempts, settings } = work;
		if (this.hopeless) {
			this.giveUp(work, this.hopeless);
			return undefined;
		}
		const { text } = this.ready(work);
		attempts.count += 1;
		if (attempts.firstAt === 0) attempts.firstAt = performance.now();
		for (const { item } of work.parts) this.begun.add(item);
		const startedAt = performance.now();
		const reply = await this.client.call(work.path, text, settings.timeout);
		const callTime = performance.now() - startedAt;
		if (!reply.ok) return this.afterFailure(work, reply.failure, callTime);
		try {
			return await this.afterAnswer(work, reply.answer, callTime);
		} catch {
			// Every field of an answer may hold anything; what reads them settles nothing before it is done.
			return this.afterFailure(work, unreadableAnswer, callTime);
		}
	}

	/** The bytes of a call. Throws BadInput where they are too many, or carry another one's numbers. */
	private ready(work: Work): Composed {
		const bytes = composed(this.operation, work);
		const { origin, sdkAppId } = this.account;
		work.forgetNumbers ??= noteNumbers(
			this.operation,
			JSON.stringify([origin, sdkAppId, work.path]),
			bytes,
			work.numbers!,
		);
		return bytes;
	}

	/** The body of a call as the server understands it. */
	private understood(work: Work): Body {
		const { body } = composed(this.operation, work);
		return withSender(this.operation, body, this.account.identifier);
	}

	private async afterAnswer(
		work: Work,
		answer: Answer,
		callTime: number,
	): Promise<number | undefined> {
		const { list, shared, chain } = this.operation;
		const { body } = composed(this.operation, work);
		if (list) return this.afterPage(work, list, answer, body, callTime);
		if (shared) {
			const { doubt } = work.attempts;
			const meanings = shared.meanings(
				answer,
				work.parts.map(({ draft }) => withSender(this.operation, draft, this.account.identifier)),
			);
			this.answered(work, callTime);
			if (work.split) work.split.refusals = 0;
			work.parts.forEach((part, index) => {
				const meaning = meanings[index];
				const settled = doubt && meaning ? asDoneBefore(meaning) : meaning;
				this.settleMeaning(work, part, settled, answer);
			});
			return undefined;
		}
		const meaning = this.operation.meaning(answer, this.understood(work));
		if (!meaning.done) return this.afterFailure(work, failureIn(meaning), callTime);
		this.answered(work, callTime);
		if (chain && work.chain && work.chain.done < work.chain.bodies.length - 1) {
			return this.afterLink(work, work.chain, chain, answer, body);
		}
		for (const part of work.parts) this.settleMeaning(work, part, meaning, answer);
		return undefined;
	}

	private answered(work: Work, callTime: number): void {
		this.trust.prove();
		this.signInFailures = 0;
		this.lockOutEnds = undefined;
		this.countDoubt(work, false);
		work.attempts.doubt = false;
		work.pace.succeeded(callTime);
	}

	/** Its items are in doubt from an attempt that may have had an effect until they are settled. */
	private countDoubt(work: Work, unsure: boolean): void {
		if ((work.unsure ?? false) === unsure) return;
		work.unsure = unsure;
		if (unsure) this.tally.beginDoubt(work.parts.length);
		else this.tally.endDoubt(work.parts.length);
	}

	/** Goes on with the next call of a chain, which from here on is half done. */
	private afterLink(
		work: Work,
		chain: Chain,
		rule: ChainRule,
		answer: Answer,
		body: Body,
	): number | undefined {
		chain.done += 1;
		chain.bodies[chain.done] = rule.linked(chain.bodies[chain.done]!, body, answer);
		work.attempts = noAttempts();
		work.composed = undefined;
		if (this.cancelled) {
			this.giveUp(work, stoppedHalfway);
			return undefined;
		}
		this.countDoubt(work, true);
		for (const part of work.parts) this.note(work, part, undefined, true);
		return 0;
	}

	private settleMeaning(
		work: Work,
		part: Part,
		meaning: Meaning | undefined,
		answer: Answer,
	): void {
		if (meaning && !meaning.done) {
			this.note(work, part, undefined, false);
			this.settleFailed(part.item, failureIn(meaning));
			return;
		}
		const output = work.settings.simplify && meaning ? meaning.output : answer;
		this.note(work, part, output, false);
		this.settleDone(part.item, [output]);
	}

	/** Reads on while records are wanted and the list has more. */
	private afterPage(
		work: Work,
		list: ListRule,
		answer: Answer,
		body: Body,
		callTime: number,
	): number | undefined {
		const listing = work.listing!;
		const records = list.records(answer);
		const wanted = records.slice(0, listing.limit - listing.records.length);
		const shorten = work.settings.simplify ? list.simplified : undefined;
		const shown = shorten ? wanted.map((record) => shorten(record)) : wanted;
		const isEnough = listing.records.length + wanted.length >= listing.limit;
		const next = isEnough || records.length === 0 ? undefined : list.next(answer, body, records);
		this.answered(work, callTime);
		listing.pages.add(pageOf(body));
		for (const record of shown) listing.records.push(record);
		if (next && listing.pages.has(pageOf(next))) {
			this.giveUp(work, samePageAgain);
			return undefined;
		}
		if (next && listing.records.length >= mostRecords) {
			this.giveUp(work, endless);
			return undefined;
		}
		if (next && !this.stoppedBy && !this.cancelled) {
			work.attempts = noAttempts();
			work.composed = compose(this.operation, next, work.numbers!, undefined, work.repeat);
			return 0;
		}
		const [part] = work.parts as [Part];
		this.settleDone(part.item, listing.records);
		return undefined;
	}

	private afterFailure(work: Work, failure: Failure, callTime: number): number | undefined {
		const { attempts, parts } = work;
		if (attempts.doubt && isDoneAlready(this.operation, failure)) {
			const meaning = this.operation.meaning(failure.data, this.understood(work));
			this.answered(work, callTime);
			for (const part of parts) this.settleMeaning(work, part, meaning, failure.data);
			return undefined;
		}
		if (failure.effect === 'unknown') {
			attempts.doubt = true;
			this.countDoubt(work, true);
		}
		this.heed(failure, attempts, work.pace, callTime);
		if (!this.isEnding && this.beginCure(work, failure)) return 0;
		const { repeat } = composed(this.operation, work);
		const wait = this.waitForRepeat(failure, attempts, repeat, work.settings.maxRetries);
		if (wait !== undefined) {
			// Another item may end this try before the repeat: the next try has to know.
			for (const part of parts) this.note(work, part, undefined, work.unsure ?? false);
			return wait;
		}
		if (!this.isEnding && halve(work, failure)) return undefined;
		this.giveUp(work, failure);
		return undefined;
	}

	private get isEnding(): boolean {
		return this.stoppedBy !== undefined || this.cancelled;
	}

	/** What a failure says about the server and the signature, whatever it means for the item. */
	private heed(failure: Failure, attempts: Attempts, pace: Pace, callTime: number): void {
		tellPace(pace, failure, callTime);
		if (signInKinds.has(failure.kind)) this.trust.lose();
		else if (failure.data.ErrorCode !== undefined) this.trust.prove();
		if (failure.kind !== 'lockedOut') return;
		this.lockOutEnds ??= performance.now() + lockOutWait;
		attempts.waitedLockOut = performance.now() >= this.lockOutEnds;
	}

	/** Milliseconds until the call is made again; undefined when it is not. */
	private waitForRepeat(
		failure: Failure,
		attempts: Attempts,
		repeat: RepeatRule,
		maxRetries: number,
	): number | undefined {
		const wait = this.isEnding ? undefined : nextTry(failure, attempts, repeat, maxRetries);
		if (wait !== undefined) {
			if (failure.kind === 'signature') {
				attempts.signedAgain = true;
				this.client.signAgain();
			}
			this.tally.repeats += 1;
			return wait;
		}
		if (signInKinds.has(failure.kind) && ++this.signInFailures >= signInTries) {
			this.hopeless ??= failure;
		}
		return undefined;
	}

	/** Sets out to take away what made the call fail, once, where the user wants that. */
	private beginCure(work: Work, failure: Failure): boolean {
		const { settings, attempts } = work;
		const { remedy } = this.operation;
		if (!settings.importMissingAccount || !remedy || work.cured) return false;
		if (attempts.doubt || !cures(remedy, failure)) return false;
		const bodies = remedy.bodies(composed(this.operation, work).body);
		if (bodies.length === 0) return false;
		const { origin, sdkAppId } = this.account;
		const pace = paceOf(origin, sdkAppId, remedy.path);
		this.wish(pace, remedy.perSecond);
		work.cured = true;
		work.cure = { bodies, pace, attempts: noAttempts() };
		return true;
	}

	/** One call of the remedy, repeated like any other; the failed call is made again after the last. */
	private async cureOnce(work: Work, cure: Cure): Promise<number | undefined> {
		const { remedy } = this.operation;
		const [body] = cure.bodies;
		const reason = this.hopeless;
		if (!remedy || !body || reason) {
			work.cure = undefined;
			if (!reason) return 0;
			this.giveUp(work, reason);
			return undefined;
		}
		const { attempts, pace } = cure;
		const { timeout, maxRetries } = work.settings;
		attempts.count += 1;
		const startedAt = performance.now();
		const reply = await this.client.call(remedy.path, JSON.stringify(body), timeout);
		const callTime = performance.now() - startedAt;
		if (reply.ok) {
			this.trust.prove();
			pace.succeeded(callTime);
			cure.attempts = noAttempts();
			cure.bodies.shift();
			if (cure.bodies.length === 0) work.cure = undefined;
			return 0;
		}
		const { failure } = reply;
		this.heed(failure, attempts, pace, callTime);
		const wait = this.waitForRepeat(failure, attempts, { rule: 'idempotent' }, maxRetries);
		if (wait !== undefined) return wait;
		work.cure = undefined;
		this.giveUp(work, incurable(remedy.failed(body), failure));
		return undefined;
	}

	private giveUp(work: Work, failure: Failure): void {
		const { attempts, parts, chain } = work;
		// A later refusal proves nothing of an earlier attempt: a session may have ended in between.
		const last = attempts.doubt ? inDoubt(failure) : failure;
		const final = chain ? broken(last, chain.done, chain.bodies.length) : last;
		this.countDoubt(work, false);
		for (const part of parts) {
			this.note(work, part, undefined, final.effect !== 'none');
			this.settleFailed(part.item, final);
		}
		if (final.effect === 'none') work.forgetNumbers?.();
	}

	/** What a further try of the same run has to know. */
	private note(work: Work, part: Part, output: IDataObject | undefined, doubt: boolean): void {
		const { numbers, attempts, settings } = work;
		if (!this.ledger || !numbers) return;
		const { draft, item } = part;
		const { extraBody } = settings;
		const doubted = doubt ? { draft, extraBody, firstAt: attempts.firstAt } : undefined;
		this.ledger.set(item, { numbers, output, doubted });
	}

	private settleDone(item: number, outputs: IDataObject[]): void {
		if (!this.settle(item)) return;
		this.tally.sent += 1;
		this.results[item] = outputs.map((output) => sentItem(output, item));
		this.progress.step();
	}

	private settleFailed(item: number, trouble: Trouble): void {
		if (!this.settle(item)) return;
		this.tally.fail(isInDoubt(trouble));
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
		for (let item = 0; item < this.tally.total; item++) {
			this.settleFailed(item, this.begun.has(item) ? brokenOff : troubleOf(error));
		}
	}

	private cancel(): void {
		this.cancelled = true;
		this.dispatcher.stop();
		if (this.client.busy) void sleep(grace).then(() => this.client.abort());
	}

	private stopError({ item, trouble }: StoppedBy): Error {
		const { total, sent, inDoubt: doubtful, notTried } = this.tally;
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

function isDoneAlready({ alreadyDone }: Deliverable, { data }: Failure): boolean {
	return alreadyDone?.includes(data.ErrorCode as number) ?? false;
}

/** What a repeat means whose first attempt may have done the work. */
function asDoneBefore(meaning: Meaning): Meaning {
	if (meaning.done || !('doneBefore' in meaning) || !meaning.doneBefore) return meaning;
	return { done: true, output: meaning.doneBefore };
}

/**
 * Puts the items of a refused call back in two halves: the refusal may be about one of them only.
 * When call after call is refused, it is about none of them in particular.
 */
function halve(work: Work, { kind }: Failure): boolean {
	const { parts, attempts } = work;
	if (parts.length < 2 || attempts.doubt) return false;
	if (kind !== 'permanent' && kind !== 'unexplained') return false;
	work.split ??= { groups: [], refusals: 0 };
	work.split.refusals += 1;
	if (work.split.refusals > mostRefusals) return false;
	const middle = Math.ceil(parts.length / 2);
	work.split.groups.unshift(parts.slice(0, middle), parts.slice(middle));
	return true;
}

function failureIn(meaning: Extract<Meaning, { done: false }>): Failure {
	const { kind, message, advice } =
		'code' in meaning ? explain(meaning.code, meaning.info) : meaning;
	return failureOf(kind, message, advice, meaning.data);
}

function tellPace(pace: Pace, { kind, retryAfter }: Failure, callTime: number): void {
	if (retryAfter !== undefined) pace.holdFor(Math.min(retryAfter, longestHold));
	if (kind === 'frequency') pace.refused();
	else if (kind === 'lockedOut') pace.holdFor(lockOutWait);
	else if (kind === 'lost' || kind === 'unreachable' || kind === 'transient') pace.failed();
	else pace.succeeded(callTime);
}
