import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import type { ApiOperation, Body } from '../contract';
import { Batches } from './batches';
import type { Attachments, Call, CallItem, CallOf, ShapeState } from './call';
import { encodeCall } from './encode';
import { type Failure, failureOf } from './errors/failure';
import { type ItemError, itemErrorOf } from './errors/nodeErrors';
import { AttachingFailed, type AttachedFiles, type Uploads } from './files/uploads';
import { itemFields } from './itemFields';
import type { Lookups } from './lookups';
import { KeyLedger, type Known } from './ledger/keyLedger';
import type { LedgerEntry, SentRequest } from './ledger/ledger';
import { OnceGate } from './ledger/onceGate';
import { mergePatch } from './mergePatch';
import type { Results } from './results';
import type { RunState } from './runState';
import type { Step } from './scheduling/dispatcher';
import { quotaFor } from './memory/quotas';
import { rateLimiterFor } from './memory/rateLimiters';
import { noAttempts, retryDelay } from './scheduling/retry';
import type { Fields } from '../parameters/fields';
import { withSender } from './sender';
import { readSettings, type Settings } from './settings';

const unknownEarlier = failureOf(
	'lost',
	'An earlier try of this node may have been carried out',
	'This API cannot tell a repeat from a second request, so it was not made again. Look into the conversation first.',
);

const unfinished = failureOf(
	'lost',
	'An earlier execution began to send this message and did not come to its end',
	'It was not sent again, because nobody can tell whether it arrived. Look into the conversation. If it is not there, run the item with another Deduplication Key.',
);

/** Reads items in order and turns them into calls, several items into one where the API can. */
export class RequestBuilder {
	private itemsRead = 0;
	private readonly batches: Batches | undefined;
	/** Calls that may leave, in this order. */
	private readonly ready: Call[] = [];
	private keyLedger: KeyLedger | undefined;
	/** From the first message that is sent once on, all go through it, so that order holds. */
	private gate: OnceGate | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: ApiOperation,
		private readonly account: Account,
		private readonly ownHost: boolean,
		/** Where items go that need no call. */
		private readonly results: Results,
		private readonly state: RunState,
		private readonly lookups: Lookups,
		private readonly uploads: Uploads,
		/** Told of each call before it is on its way. */
		private readonly onCall: (call: Call) => void,
		/** Told of each call that an earlier execution has made. */
		private readonly onMadeBefore: (call: Call) => void,
	) {
		this.batches = operation.shape === 'batch' ? new Batches(operation.batch) : undefined;
	}

	/** The next call, one item further on, or the end: every item is on its way or settled. */
	next(): Step<Call> {
		const [call] = this.ready.splice(0, 1);
		if (call) {
			this.readAhead();
			this.onCall(call);
			return { task: call };
		}
		if (this.mayRead) {
			this.readItem(this.itemsRead++);
			return 'settled';
		}
		const hold = this.gate?.advance(!this.isAnyLeft);
		if (hold && !hold.forResults) return { until: hold.until };
		const rest = this.batches?.closeOldest();
		for (const batch of rest ?? []) this.addMerged(batch);
		if (rest) return 'settled';
		return hold ? { until: hold.until } : 'end';
	}

	/** The run is over: writes what became of the messages that are sent once for all times. */
	async close(): Promise<void> {
		await this.gate?.rest();
		await this.keyLedger?.close();
	}

	private get isAnyLeft(): boolean {
		return this.itemsRead < this.results.stats.total;
	}

	private get mayRead(): boolean {
		return this.isAnyLeft && (this.gate?.takesMore ?? true);
	}

	/** Makes the next group ready while the one before it goes out: evenly, because reading takes time. */
	private readAhead(): void {
		const { gate } = this;
		if (!gate) return;
		let due = gate.itemsDue(this.ready.length);
		for (; due > 0 && this.mayRead; due -= 1) this.readItem(this.itemsRead++);
		if (gate.isDue(this.ready.length)) gate.advance(!this.isAnyLeft);
	}

	private readItem(item: number): void {
		const { fatalFailure } = this.state;
		if (fatalFailure) {
			this.results.failed(item, fatalFailure);
			return;
		}
		try {
			const call = this.callFor(item);
			if (!call) return;
			if (call.settings.sendOnce) this.gate ??= this.newGate();
			if (this.gate && !call.attempts.doubt) this.gate.add(call);
			else this.queue(call);
		} catch (error) {
			this.results.failed(item, reasonOf(error));
		}
	}

	private queue(call: Call): void {
		if (this.batches && call.shape === 'batch') {
			for (const batch of this.batches.add(call)) this.addMerged(batch);
		} else {
			this.ready.push(call);
		}
	}

	private newGate(): OnceGate {
		return new OnceGate(
			this.keys(),
			(call, known) => this.letThrough(call, known),
			(item, error) => this.results.failed(item, itemErrorOf(error)),
		);
	}

	private keys(): KeyLedger {
		if (!this.keyLedger) {
			this.keyLedger = new KeyLedger(this.context, this.account);
			this.results.tell(this.keyLedger);
		}
		return this.keyLedger;
	}

	/** Goes on with a call of which it is known by now whether it was made before. */
	private letThrough(call: Call, known: Known): void {
		const [{ item }] = call.items as [CallItem];
		try {
			if (known.state === 'sent') {
				const { deduplicationKey } = call.settings;
				this.onMadeBefore(call);
				this.results.done(item, [{ alreadySent: true, deduplicationKey }], 'doneBefore');
			} else if (known.state === 'new' || !this.resume(call, { inDoubt: known }, unfinished)) {
				this.queue(call);
			}
		} catch (error) {
			this.results.failed(item, reasonOf(error));
		}
	}

	private addMerged(batch: CallOf<'batch'>): void {
		try {
			const payload = batch.operation.batch.merge(batch.items.map((item) => item.payload));
			this.ready.push({
				...batch,
				payload,
				...this.placeOf(payload, batch.settings),
				uploading: this.uploadingOf(batch.items),
			});
		} catch (error) {
			for (const { item } of batch.items) this.results.failed(item, itemErrorOf(error));
		}
	}

	/** The call of one item alone; undefined where none is needed. */
	private callFor(item: number): Call | undefined {
		const { operation, account } = this;
		const files = this.uploads.filesOf(item);
		const fields = itemFields(this.context, item, files);
		if (operation.shape === 'list' && operation.needsCall?.(fields) === false) {
			this.results.done(item, []);
			return undefined;
		}
		const settings = readSettings(fields, operation, this.ownHost);
		const path = typeof operation.path === 'string' ? operation.path : operation.path(fields);
		const request = () => this.named(operation.request(fields));
		const payload = this.firstPage(request(), settings);
		const attachments = attachmentsOf(files, request);
		const items: CallItem[] = [
			{
				item,
				payload,
				attachments,
				onceKey: settings.sendOnce ? settings.deduplicationKey : undefined,
			},
		];
		const call: Call = {
			items,
			uploading: this.uploadingOf(items),
			payload,
			path,
			rateLimiter: rateLimiterFor(account.origin, account.sdkAppId, path),
			...this.placeOf(payload, settings),
			settings,
			retry: operation.retryOf?.(fields) ?? operation.retry,
			attempts: noAttempts(),
			...shapeState(operation, payload, settings, fields),
		};
		if (settings.dryRun) {
			this.results.done(item, [dryRunOf(call)], 'checked');
			return undefined;
		}
		this.lookups.expect(call);
		const entry = this.results.runLedger?.entryOf(item);
		return entry && this.resume(call, entry, unknownEarlier) ? undefined : call;
	}

	/** The order and the quota that a body belongs to, and what it counts for. */
	private placeOf(
		payload: Body,
		settings: Settings,
	): Pick<Call, 'orderingKey' | 'weight' | 'quota'> {
		const { operation, account } = this;
		const body = withSender(operation, mergePatch(payload, settings.extraBody), account.identifier);
		const { targetLimit } = operation;
		const place = {
			orderingKey: operation.orderingKey(body),
			weight: weightOf(operation, body, settings),
		};
		if (!targetLimit) return place;
		const key = JSON.stringify([account.origin, account.sdkAppId, targetLimit.target(body)]);
		return { ...place, quota: quotaFor(key, targetLimit.perSecond) };
	}

	/** The pace of uploads, where a call has to wait for some. */
	private uploadingOf(items: readonly CallItem[]): Call['uploading'] {
		const isWaiting = items.some(({ attachments }) => (attachments?.pending.length ?? 0) > 0);
		return isWaiting ? rateLimiterFor(this.account.origin, 0, 'uploads') : undefined;
	}

	/** A body that names the app, where the command wants that. */
	private named(body: Body): Body {
		const { appIdField } = this.operation;
		return appIdField === undefined ? body : { [appIdField]: this.account.sdkAppId, ...body };
	}

	private firstPage(payload: Body, { limit }: Settings): Body {
		const page = this.operation.shape === 'list' ? this.operation.list.page : undefined;
		return page ? { ...payload, [page.field]: Math.min(page.max, limit) } : payload;
	}

	/**
	 * Takes up what is remembered of an item; true when nothing is left to do.
	 *
	 * @param failure what it fails with where nobody can tell whether it was carried out
	 */
	private resume(call: Call, entry: LedgerEntry, failure: Failure): boolean {
		const [first] = call.items as [CallItem];
		const { output, dedupeNumbers, inDoubt } = entry;
		if (output) {
			this.results.done(first.item, [output], 'doneBefore');
			return true;
		}
		call.dedupeNumbers = dedupeNumbers;
		if (!inDoubt) return false;
		if (inDoubt.sent) this.takeBack(call, first, inDoubt.sent);
		call.attempts.firstAt = inDoubt.firstAt;
		call.attempts.doubt = true;
		if (!(inDoubt.sent && mayRetry(call, failure)) && !this.lookups.begin(call, failure)) {
			this.results.noteDoubt(call, true);
			this.results.failed(first.item, failure);
			return true;
		}
		this.results.countDoubt(call, true);
		return false;
	}

	/** The very request that may have been carried out, whatever its expressions give by now. */
	private takeBack(call: Call, first: CallItem, { payload, extraBody }: SentRequest): void {
		if (first.onceKey !== undefined) this.keys().resume(first.item, first.onceKey);
		first.payload = payload;
		call.payload = payload;
		// Its addresses are those of that try.
		first.attachments = undefined;
		call.uploading = undefined;
		call.settings = { ...call.settings, extraBody };
		Object.assign(call, this.placeOf(call.payload, call.settings));
	}
}

/** Whether it may be sent again as it was, so that the server drops the copy. */
function mayRetry(call: Call, failure: Failure): boolean {
	const { retry } = encodeCall({ ...call });
	return retryDelay(failure, { ...call.attempts, count: 0 }, retry, 1) !== undefined;
}

/** What became of the reading of an item. */
const reasonOf = (error: unknown): ItemError =>
	error instanceof AttachingFailed ? error.reason : itemErrorOf(error);

function attachmentsOf(files: AttachedFiles, request: () => Body): Attachments | undefined {
	if (files.attached.size === 0) return undefined;
	return { pending: files.pending, addresses: files.addresses, request };
}

/** How many calls a body counts for: as many as could be made while its units take their time. */
function weightOf(
	{ unitLimit }: ApiOperation,
	body: Body,
	{ requestsPerSecond, unitsPerSecond }: Settings,
): number {
	if (!unitLimit || unitsPerSecond === undefined) return 1;
	return Math.max(1, (unitLimit.count(body) * requestsPerSecond) / unitsPerSecond);
}

function shapeState(
	operation: ApiOperation,
	payload: Body,
	{ limit }: Settings,
	fields: Fields,
): ShapeState {
	switch (operation.shape) {
		case 'single':
			return { shape: operation.shape, operation };
		case 'list':
			return {
				shape: operation.shape,
				operation,
				listing: {
					limit,
					records: [],
					pages: new Set(),
					downloads: operation.list.downloads?.(fields),
					files: [],
				},
			};
		case 'batch':
			return { shape: operation.shape, operation, bisection: { groups: [], refusals: 0 } };
		case 'chain': {
			const chain = { bodies: operation.chain.bodies(payload), done: 0 };
			return { shape: operation.shape, operation, chain };
		}
	}
}

/** What would be sent, with its size. */
function dryRunOf(call: Call): IDataObject {
	const path = `v4/${call.path}`;
	if (call.shape !== 'chain') {
		const { body, size } = encodeCall(call);
		return { dryRun: true, path, size, body };
	}
	const { chain } = call;
	const calls = chain.bodies.map((_body, done) => {
		const { body, size } = encodeCall({ ...call, encoded: undefined, chain: { ...chain, done } });
		return { size, body };
	});
	return { dryRun: true, path, calls };
}
