import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Body, Deliverable, Meaning } from '../contract';
import { Fields } from '../fields';
import type { Reply } from './answer';
import type { Client } from './client';
import { compose, type Composed } from './compose';
import { Dispatcher } from './dispatcher';
import { type Failure, failureOf, inDoubt } from './failure';
import { failedItem, sentItem } from './items';
import { dropLedger, fingerprintOf, ledgerOf, type Ledger } from './ledger';
import { mergePatch } from './mergePatch';
import { isInDoubt, ownError, toNodeError, type Trouble } from './nodeErrors';
import { newNumbers, numbersFromKey, type Numbers } from './numbers';
import type { Pace } from './pace';
import { Progress } from './progress';
import { lockOutWait, noAttempts, nextTry, type Attempts } from './repeat';
import { mostConcurrent, readSettings, type Settings } from './settings';
import { Tally } from './tally';

/** Calls under way when an execution is stopped get this long to end, so that less is in doubt. */
const grace = 3_000;

const unknownEarlier = failureOf(
	'lost',
	'An earlier try of this node may have been carried out',
	'This API cannot tell a repeat from a second request, so it was not made again. Look into the conversation first.',
);

/** Refusals that have nothing to do with the item. */
const signInKinds = new Set<Failure['kind']>(['credential', 'signature', 'lockedOut']);
/** So many in a row, and the rest is not tried: bad signatures lock the app out for a minute. */
const signInTries = 3;

/** One item on its way. */
interface Work {
	item: number;
	draft: Body;
	conversation: string;
	settings: Settings;
	attempts: Attempts;
	fingerprint?: string;
	numbers?: Numbers;
	composed?: Composed;
}

interface StoppedBy {
	item: number;
	trouble: Trouble;
}

/** One run of the node: all its items, once. */
export class Delivery {
	private readonly dispatcher: Dispatcher<Work>;
	private readonly results: INodeExecutionData[] = [];
	private readonly ledger: Ledger | undefined;
	private readonly tally: Tally;
	private readonly progress: Progress;
	private readonly continues: boolean;
	private taken = 0;
	private concurrency = mostConcurrent;
	private requestsPerSecond = Number.POSITIVE_INFINITY;
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
		private readonly pace: Pace,
		private readonly ownHost: boolean,
	) {
		this.tally = new Tally(context.getInputData().length);
		this.progress = new Progress(context, this.tally);
		this.continues = context.continueOnFail();
		this.ledger = ledgerOf(context);
		this.dispatcher = new Dispatcher<Work>(
			{
				next: () => this.next(),
				lane: ({ settings, conversation }) => (settings.keepOrder ? conversation : undefined),
				attempt: async (work) => await this.attempt(work),
				maxConcurrency: () => Math.min(this.concurrency, this.pace.concurrency),
			},
			pace,
		);
	}

	async run(): Promise<INodeExecutionData[]> {
		const signal = this.context.getExecutionCancelSignal();
		const onCancel = () => this.cancel();
		signal?.addEventListener('abort', onCancel, { once: true });
		try {
			if (signal?.aborted) this.cancel();
			await this.dispatcher.run();
		} finally {
			signal?.removeEventListener('abort', onCancel);
			this.pace.leave(this);
		}
		if (this.cancelled) {
			this.progress.stopped();
		} else {
			if (this.stoppedBy) throw this.stopError(this.stoppedBy);
			if (!this.tally.anyFailed) dropLedger(this.context);
			this.progress.end();
		}
		return this.results.filter((result) => result !== undefined);
	}

	/** Reads the next items until one needs a call; the others are settled here. */
	private next(): Work | undefined {
		while (this.taken < this.tally.total && !this.stoppedBy) {
			const item = this.taken++;
			if (this.hopeless) {
				this.settleFailed(item, this.hopeless);
				continue;
			}
			try {
				const work = this.read(item);
				if (work) return work;
			} catch (error) {
				this.settleFailed(item, ownError(error));
			}
		}
		return undefined;
	}

	/** Each parameter is read once: an expression takes n8n about a millisecond. */
	private fieldsOf(item: number): Fields {
		const known = new Map<string, unknown>();
		return new Fields((name) => {
			if (!known.has(name)) known.set(name, this.context.getNodeParameter(name, item, ''));
			return known.get(name);
		});
	}

	private read(item: number): Work | undefined {
		const fields = this.fieldsOf(item);
		const settings = readSettings(fields, this.operation.pace, this.ownHost);
		const draft = this.operation.request(fields);
		const conversation = this.operation.conversation(mergePatch(draft, settings.extraBody));
		const work: Work = { item, draft, conversation, settings, attempts: noAttempts() };
		if (settings.dryRun) {
			this.settleDry(work);
			return undefined;
		}
		this.concurrency = Math.min(this.concurrency, settings.maxConcurrency);
		if (settings.requestsPerSecond < this.requestsPerSecond) {
			this.requestsPerSecond = settings.requestsPerSecond;
			this.pace.wish(this, settings.requestsPerSecond);
		}
		return this.ledger && this.recall(work, this.ledger) ? undefined : work;
	}

	/** Takes up what an earlier try of this run did; true when nothing is left to do. */
	private recall(work: Work, ledger: Ledger): boolean {
		work.fingerprint = fingerprintOf(work.draft);
		const entry = ledger.get(work.item);
		if (!entry || entry.fingerprint !== work.fingerprint) return false;
		if (entry.output) {
			this.settleSent(work.item, entry.output);
			return true;
		}
		work.numbers = entry.numbers;
		work.attempts.firstAt = entry.firstAt;
		if (!entry.doubt) return false;
		work.attempts.doubt = true;
		const { repeat } = this.compose(work);
		const mayRepeat =
			nextTry(unknownEarlier, { ...work.attempts, count: 0 }, repeat, 1) !== undefined;
		if (mayRepeat) {
			this.tally.beginDoubt();
			return false;
		}
		this.settleFailed(work.item, unknownEarlier);
		return true;
	}

	private compose(work: Work): Composed {
		if (work.composed) return work.composed;
		const { draft, settings, conversation } = work;
		work.numbers ??=
			settings.deduplicationKey === undefined
				? newNumbers()
				: numbersFromKey(
						settings.deduplicationKey,
						conversation,
						JSON.stringify(mergePatch(draft, settings.extraBody)),
					);
		work.composed = compose(this.operation, draft, work.numbers, settings.extraBody);
		return work.composed;
	}

	private async attempt(work: Work): Promise<number | undefined> {
		const { attempts, settings, item } = work;
		if (this.hopeless) {
			this.giveUp(work, this.hopeless);
			return undefined;
		}
		let composed: Composed;
		try {
			composed = this.compose(work);
		} catch (error) {
			this.settleFailed(item, ownError(error));
			return undefined;
		}
		attempts.count += 1;
		if (attempts.firstAt === 0) attempts.firstAt = Date.now();
		const startedAt = performance.now();
		const reply = await this.client.call(this.operation.path, composed.text, settings.timeout);
		const callTime = performance.now() - startedAt;
		const outcome = this.understand(reply, composed.body);
		if (outcome.done) {
			this.signInFailures = 0;
			this.lockOutEnds = undefined;
			if (attempts.doubt) this.tally.endDoubt();
			this.pace.succeeded(callTime);
			this.note(work, outcome.output);
			this.settleSent(item, outcome.output);
			return undefined;
		}
		return this.afterFailure(work, outcome.failure, composed, callTime);
	}

	private understand(
		reply: Reply,
		body: Body,
	): { done: true; output: IDataObject } | { done: false; failure: Failure } {
		if (!reply.ok) return { done: false, failure: reply.failure };
		const meaning: Meaning = this.operation.meaning(reply.answer, body);
		if (meaning.done) return meaning;
		const { kind, message, advice, data } = meaning;
		return { done: false, failure: failureOf(kind, message, advice, data) };
	}

	private afterFailure(
		work: Work,
		failure: Failure,
		composed: Composed,
		callTime: number,
	): number | undefined {
		const { attempts, settings } = work;
		this.tellPace(failure, callTime);
		if (failure.effect === 'unknown' && !attempts.doubt) {
			attempts.doubt = true;
			this.tally.beginDoubt();
		}
		if (failure.kind === 'lockedOut') {
			this.lockOutEnds ??= Date.now() + lockOutWait;
			attempts.waitedLockOut = Date.now() >= this.lockOutEnds;
		}
		const wait =
			this.stoppedBy || this.cancelled
				? undefined
				: nextTry(failure, attempts, composed.repeat, settings.maxRetries);
		if (wait !== undefined) {
			if (failure.kind === 'signature') {
				attempts.signedAgain = true;
				this.client.signAgain();
			}
			this.tally.repeats += 1;
			// Another item may end this try before the repeat: the next try has to know.
			this.note(work, undefined, attempts.doubt);
			return wait;
		}
		if (signInKinds.has(failure.kind) && ++this.signInFailures >= signInTries) {
			this.hopeless ??= failure;
		}
		this.giveUp(work, failure);
		return undefined;
	}

	private giveUp(work: Work, failure: Failure): void {
		const { attempts, item } = work;
		// A later refusal proves nothing of an earlier attempt: a session may have ended in between.
		const final = attempts.doubt ? inDoubt(failure) : failure;
		if (attempts.doubt) this.tally.endDoubt();
		this.note(work, undefined, final.effect === 'unknown');
		this.settleFailed(item, final);
	}

	private tellPace({ kind }: Failure, callTime: number): void {
		if (kind === 'frequency') this.pace.refused();
		else if (kind === 'lockedOut') this.pace.holdFor(lockOutWait);
		else if (kind === 'lost' || kind === 'unreachable' || kind === 'transient') this.pace.failed();
		else this.pace.succeeded(callTime);
	}

	private note(work: Work, output: IDataObject | undefined, doubt = false): void {
		const { fingerprint, numbers, attempts, item } = work;
		if (!this.ledger || fingerprint === undefined || !numbers) return;
		this.ledger.set(item, { fingerprint, numbers, firstAt: attempts.firstAt, output, doubt });
	}

	private settleSent(item: number, output: IDataObject): void {
		this.tally.sent += 1;
		this.results[item] = sentItem(output, item);
		this.progress.step();
	}

	private settleDry(work: Work): void {
		const { body, size } = this.compose(work);
		this.results[work.item] = sentItem(
			{ dryRun: true, path: `v4/${this.operation.path}`, size, body },
			work.item,
		);
	}

	private settleFailed(item: number, trouble: Trouble): void {
		this.tally.fail(isInDoubt(trouble));
		this.progress.step();
		if (this.continues) {
			this.results[item] = failedItem(trouble, item);
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
		const closing = `Stopped at item ${item} (counted from 0) of ${total}: ${sent} sent, ${doubtful} in doubt, ${notTried} not tried.`;
		return toNodeError(this.context.getNode(), trouble, item, closing);
	}
}
