import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import type { Answer, Body, ChainRule, Deliverable, ListRule, Meaning } from '../contract';
import type { Client } from './client';
import { compose } from './compose';
import { Dispatcher } from './dispatcher';
import { broken, type Failure, failureOf, inDoubt } from './failure';
import { explain } from './failures';
import { composed, Intake } from './intake';
import { failedItem, sentItem } from './items';
import { dropLedger, ledgerOf, type Ledger } from './ledger';
import { isInDoubt, ownError, toNodeError, type Trouble } from './nodeErrors';
import type { Pace } from './pace';
import { Progress } from './progress';
import { apply, cures } from './remedy';
import { lockOutWait, nextTry, noAttempts } from './repeat';
import { mostConcurrent } from './settings';
import { Tally } from './tally';
import { Trust } from './trust';
import type { Chain, Part, Work } from './work';

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
	'The list does not end: Tencent names the page that was just read as the next one',
	"Turn off 'Return All' and set a 'Limit' that one page can hold.",
);

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
	/** Milliseconds since the epoch at which the wait for the end of a lock-out is over. */
	private lockOutEnds: number | undefined;
	private cancelled = false;

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
		const { perConversation } = operation;
		const gap = perConversation === undefined ? 0 : 1000 / perConversation;
		this.dispatcher = new Dispatcher<Work>({
			next: () => this.next(),
			lane: ({ settings, conversation }) => (settings.keepOrder ? conversation : undefined),
			attempt: async (work) => await this.attempt(work),
			pace: ({ pace }) => pace,
			maxConcurrency: (pace) => Math.min(this.concurrency, pace.concurrency, this.mostAtOnce),
			gap: () => gap,
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

	private next(): Work | undefined {
		const work = this.intake.next(
			() => this.stoppedBy !== undefined,
			() => this.hopeless,
		);
		if (!work) return undefined;
		const { pace, settings } = work;
		this.concurrency = Math.min(this.concurrency, settings.maxConcurrency);
		if (settings.requestsPerSecond < (this.paces.get(pace) ?? Number.POSITIVE_INFINITY)) {
			this.paces.set(pace, settings.requestsPerSecond);
			pace.wish(this, settings.requestsPerSecond);
		}
		return work;
	}

	private get mostAtOnce(): number {
		return this.trust.isProven ? mostConcurrent : signInTries;
	}

	private async attempt(work: Work): Promise<number | undefined> {
		const wait = await this.callOnce(work);
		if (wait !== undefined) return wait;
		return this.takeNextGroup(work) ? 0 : undefined;
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
		try {
			composed(this.operation, work);
		} catch (error) {
			const trouble = ownError(error);
			for (const { item } of work.parts) this.settleFailed(item, trouble);
			return undefined;
		}
		const { text } = composed(this.operation, work);
		attempts.count += 1;
		if (attempts.firstAt === 0) attempts.firstAt = Date.now();
		const startedAt = performance.now();
		const reply = await this.client.call(work.path, text, settings.timeout);
		const callTime = performance.now() - startedAt;
		if (!reply.ok) return await this.afterFailure(work, reply.failure, callTime);
		try {
			return await this.afterAnswer(work, reply.answer, callTime);
		} catch {
			// Every field of an answer may hold anything; what reads them settles nothing before it is done.
			return await this.afterFailure(work, unreadableAnswer, callTime);
		}
	}

	private async afterAnswer(
		work: Work,
		answer: Answer,
		callTime: number,
	): Promise<number | undefined> {
		const { list, shared, chain } = this.operation;
		const { body } = composed(this.operation, work);
		if (list) {
			this.answered(work, callTime);
			return this.afterPage(work, list, answer, body);
		}
		if (shared) {
			const { doubt } = work.attempts;
			this.answered(work, callTime);
			if (work.split) work.split.refusals = 0;
			const meanings = shared.meanings(
				answer,
				work.parts.map(({ draft }) => draft),
			);
			work.parts.forEach((part, index) => {
				const meaning = meanings[index];
				const settled = doubt && meaning ? asDoneBefore(meaning) : meaning;
				this.settleMeaning(work, part, settled, answer);
			});
			return undefined;
		}
		const meaning = this.operation.meaning(answer, body);
		if (!meaning.done) return await this.afterFailure(work, failureIn(meaning), callTime);
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
	private afterPage(work: Work, list: ListRule, answer: Answer, body: Body): number | undefined {
		const listing = work.listing!;
		const records = list.records(answer);
		const wanted = records.slice(0, listing.limit - listing.records.length);
		const shorten = work.settings.simplify ? list.simplified : undefined;
		const shown = shorten ? wanted.map((record) => shorten(record)) : wanted;
		const isEnough = listing.records.length + wanted.length >= listing.limit;
		const next = isEnough || records.length === 0 ? undefined : list.next(answer, body, records);
		if (next && JSON.stringify(next) === JSON.stringify(body)) {
			this.giveUp(work, samePageAgain);
			return undefined;
		}
		listing.records.push(...shown);
		if (next && !this.stoppedBy && !this.cancelled) {
			work.attempts = noAttempts();
			work.composed = compose(this.operation, next, work.numbers!, undefined, work.repeat);
			return 0;
		}
		const [part] = work.parts as [Part];
		this.settleDone(part.item, listing.records);
		return undefined;
	}

	private async afterFailure(
		work: Work,
		failure: Failure,
		callTime: number,
	): Promise<number | undefined> {
		const { attempts, settings, pace, parts } = work;
		if (attempts.doubt && isDoneAlready(this.operation, failure)) {
			const { body } = composed(this.operation, work);
			this.answered(work, callTime);
			const meaning = this.operation.meaning(failure.data, body);
			for (const part of parts) this.settleMeaning(work, part, meaning, failure.data);
			return undefined;
		}
		tellPace(pace, failure, callTime);
		if (signInKinds.has(failure.kind)) this.trust.lose();
		else if (failure.data.ErrorCode !== undefined) this.trust.prove();
		if (failure.effect === 'unknown') {
			attempts.doubt = true;
			this.countDoubt(work, true);
		}
		if (failure.kind === 'lockedOut') {
			this.lockOutEnds ??= Date.now() + lockOutWait;
			attempts.waitedLockOut = Date.now() >= this.lockOutEnds;
		}
		const ending = this.stoppedBy !== undefined || this.cancelled;
		if (!ending && (await this.isCured(work, failure))) return 0;
		const { repeat } = composed(this.operation, work);
		const wait = ending ? undefined : nextTry(failure, attempts, repeat, settings.maxRetries);
		if (wait !== undefined) {
			if (failure.kind === 'signature') {
				attempts.signedAgain = true;
				this.client.signAgain();
			}
			this.tally.repeats += 1;
			// Another item may end this try before the repeat: the next try has to know.
			for (const part of parts) this.note(work, part, undefined, work.unsure ?? false);
			return wait;
		}
		if (signInKinds.has(failure.kind) && ++this.signInFailures >= signInTries) {
			this.hopeless ??= failure;
		}
		if (!ending && halve(work, failure)) return undefined;
		this.giveUp(work, failure);
		return undefined;
	}

	/** Takes away what made the call fail, once, where the user wants that. */
	private async isCured(work: Work, failure: Failure): Promise<boolean> {
		const { settings, attempts } = work;
		const { remedy } = this.operation;
		if (!settings.importMissingAccount || !remedy || work.cured) return false;
		if (attempts.doubt || !cures(remedy, failure)) return false;
		work.cured = true;
		const { body } = composed(this.operation, work);
		return await apply(remedy, body, this.client, this.account, settings.timeout);
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
	}

	private note(work: Work, part: Part, output: IDataObject | undefined, doubt: boolean): void {
		const { numbers, attempts } = work;
		const { fingerprint, item } = part;
		if (!this.ledger || fingerprint === undefined || !numbers) return;
		this.ledger.set(item, { fingerprint, numbers, firstAt: attempts.firstAt, output, doubt });
	}

	private settleDone(item: number, outputs: IDataObject[]): void {
		this.tally.sent += 1;
		this.results[item] = outputs.map((output) => sentItem(output, item));
		this.progress.step();
	}

	private settleFailed(item: number, trouble: Trouble): void {
		this.tally.fail(isInDoubt(trouble));
		this.progress.step();
		if (this.continues) {
			this.results[item] = [failedItem(trouble, item)];
			return;
		}
		this.stoppedBy ??= { item, trouble };
		this.dispatcher.stop();
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

function tellPace(pace: Pace, { kind }: Failure, callTime: number): void {
	if (kind === 'frequency') pace.refused();
	else if (kind === 'lockedOut') pace.holdFor(lockOutWait);
	else if (kind === 'lost' || kind === 'unreachable' || kind === 'transient') pace.failed();
	else pace.succeeded(callTime);
}
