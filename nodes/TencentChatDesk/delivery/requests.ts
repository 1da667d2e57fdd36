import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import { newUserSig } from '../../../credentials/userSig';
import type { Body, Deliverable, Signer } from '../contract';
import { Fields } from '../parameters/fields';
import { encode, type Encoded } from './encode';
import type { Step } from './scheduling/dispatcher';
import { type Failure, failureOf } from './errors/failure';
import type { Ledger } from './memory/ledger';
import { mergePatch } from './mergePatch';
import { itemErrorOf, type ItemError } from './errors/nodeErrors';
import { newDedupeNumbers, dedupeNumbersFromKey } from './dedupeNumbers';
import { rateLimiterFor } from './scheduling/rateLimiter';
import { quotaFor, type Quota } from './scheduling/quota';
import { retryDelay, noAttempts } from './scheduling/retry';
import { withSender } from './sender';
import { readSettings, type Settings } from './settings';
import { Batches } from './batches';
import type { CallItem, Call } from './call';

const unknownEarlier = failureOf(
	'lost',
	'An earlier try of this node may have been carried out',
	'This API cannot tell a repeat from a second request, so it was not made again. Look into the conversation first.',
);

/** What becomes of items that need no call. */
export interface Settle {
	done(item: number, output: IDataObject): void;
	failed(item: number, trouble: ItemError): void;
	/** An earlier try may have been carried out, and it is safe to make sure. */
	inDoubt(): void;
}

function signerOf(account: Account): Signer {
	const { sdkAppId, identifier } = account;
	return {
		sdkAppId,
		identifier,
		sign: (userId, seconds) =>
			newUserSig({ ...account, identifier: userId, signatureLifetime: seconds }),
	};
}

/** The bytes of a call, made at its first attempt and kept for every repeat. */
export function encodedOf(operation: Deliverable, work: Call): Encoded {
	if (work.encoded) return work.encoded;
	const { payload, settings, orderingKey, chain } = work;
	work.dedupeNumbers ??=
		settings.deduplicationKey === undefined
			? newDedupeNumbers()
			: dedupeNumbersFromKey(
					settings.deduplicationKey,
					orderingKey,
					JSON.stringify(mergePatch(payload, settings.extraBody)),
				);
	const body = chain?.bodies[chain.done] ?? payload;
	work.encoded = encode(operation, body, work.dedupeNumbers, settings.extraBody, work.retry);
	return work.encoded;
}

/** Reads items in order and turns them into calls, several items into one where the API can. */
export class RequestBuilder {
	private itemsRead = 0;
	private readonly total: number;
	private readonly batches: Batches | undefined;
	/** Calls that may leave, in this order. */
	private readonly ready: Call[] = [];

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Deliverable,
		private readonly account: Account,
		private readonly ownHost: boolean,
		private readonly ledger: Ledger | undefined,
		private readonly settle: Settle,
	) {
		this.total = context.getInputData().length;
		this.batches = operation.batch && new Batches(operation.batch);
	}

	/** The next call, one item further on, or the end: every item is on its way or settled. */
	next(stopped: () => boolean, hopeless: () => Failure | undefined): Step<Call> {
		if (stopped()) return 'end';
		const [work] = this.ready.splice(0, 1);
		if (work) return { work };
		if (this.itemsRead < this.total) {
			this.readItem(this.itemsRead++, hopeless());
			return 'settled';
		}
		const rest = this.batches?.closeOldest();
		if (!rest) return 'end';
		this.addReady(rest);
		return 'settled';
	}

	private readItem(item: number, reason: Failure | undefined): void {
		if (reason) {
			this.settle.failed(item, reason);
			return;
		}
		let work: Call | undefined;
		try {
			work = this.read(item);
		} catch (error) {
			this.settle.failed(item, itemErrorOf(error));
		}
		if (!work) return;
		if (this.batches) this.addToBatch(this.batches, work);
		else this.ready.push(work);
	}

	private addToBatch(shared: Batches, work: Call): void {
		let calls: Call[] = [];
		try {
			calls = shared.add(work);
		} catch (error) {
			for (const { item } of work.items) this.settle.failed(item, itemErrorOf(error));
		}
		this.addReady(calls);
	}

	private addReady(calls: Call[]): void {
		for (const call of calls) {
			try {
				this.ready.push(this.joined(call));
			} catch (error) {
				for (const { item } of call.items) this.settle.failed(item, itemErrorOf(error));
			}
		}
	}

	/** Each parameter is read once: an expression takes n8n about a millisecond. */
	private fieldsOf(item: number): Fields {
		const known = new Map<string, unknown>();
		return new Fields(
			(name) => {
				if (!known.has(name)) known.set(name, this.context.getNodeParameter(name, item, ''));
				return known.get(name);
			},
			this.context.getTimezone(),
			Object.keys(this.context.getInputData()[item]?.binary ?? {}),
		);
	}

	private read(item: number): Call | undefined {
		const { operation, account } = this;
		const fields = this.fieldsOf(item);
		const settings = readSettings(fields, operation, this.ownHost);
		if (operation.local) {
			this.settle.done(item, operation.local(fields, signerOf(account)));
			return undefined;
		}
		const path = typeof operation.path === 'string' ? operation.path : operation.path(fields);
		const payload = this.firstPage(operation.request(fields), settings);
		const work: Call = {
			items: [{ item, payload }],
			payload,
			path,
			rateLimiter: rateLimiterFor(account.origin, account.sdkAppId, path),
			...this.placeOf(payload, settings),
			settings,
			retry: operation.retryOf?.(fields) ?? operation.retry,
			attempts: noAttempts(),
			listing: operation.list
				? { limit: settings.limit, records: [], pages: new Set() }
				: undefined,
			chain: operation.chain ? { bodies: operation.chain.bodies(payload), done: 0 } : undefined,
		};
		if (settings.dryRun) {
			this.settleDry(work, item);
			return undefined;
		}
		return this.ledger && this.resume(work, this.ledger) ? undefined : work;
	}

	/** The order and the quota that a body belongs to. */
	private placeOf(payload: Body, { extraBody }: Settings): { orderingKey: string; quota?: Quota } {
		const { operation, account } = this;
		const body = withSender(operation, mergePatch(payload, extraBody), account.identifier);
		const { targetLimit } = operation;
		const orderingKey = operation.orderingKey(body);
		if (!targetLimit) return { orderingKey };
		const key = JSON.stringify([account.origin, account.sdkAppId, targetLimit.target(body)]);
		return { orderingKey, quota: quotaFor(key, targetLimit.perSecond) };
	}

	private firstPage(payload: Body, { limit }: Settings): Body {
		const page = this.operation.list?.page;
		return page ? { ...payload, [page.field]: Math.min(page.max, limit) } : payload;
	}

	private settleDry(work: Call, item: number): void {
		const path = `v4/${work.path}`;
		const { chain } = work;
		const bodyAt = (done: number) => {
			const { body, size } = encodedOf(this.operation, {
				...work,
				chain: chain && { ...chain, done },
			});
			return { size, body };
		};
		this.settle.done(
			item,
			chain
				? { dryRun: true, path, calls: chain.bodies.map((_body, done) => bodyAt(done)) }
				: { dryRun: true, path, ...bodyAt(0) },
		);
	}

	/** Makes a call that was refused as a whole into one for some of its items. */
	rebatch(work: Call, parts: CallItem[]): void {
		const payload = this.mergedPayload(parts);
		work.items = parts;
		work.payload = payload;
		work.attempts = noAttempts();
		work.encoded = undefined;
	}

	private mergedPayload(parts: CallItem[]): Body {
		return this.operation.batch!.merge(parts.map((part) => part.payload));
	}

	private joined(work: Call): Call {
		const payload = this.mergedPayload(work.items);
		return { ...work, payload, ...this.placeOf(payload, work.settings) };
	}

	/** Takes up what an earlier try of this run did; true when nothing is left to do. */
	private resume(work: Call, ledger: Ledger): boolean {
		const [part] = work.items as [CallItem];
		const { output, dedupeNumbers, inDoubt } = ledger.get(part.item) ?? {};
		if (output) {
			this.settle.done(part.item, output);
			return true;
		}
		work.dedupeNumbers = dedupeNumbers;
		if (!inDoubt) return false;
		// The very request that may have been carried out, whatever its expressions give by now.
		part.payload = inDoubt.payload;
		work.payload = inDoubt.payload;
		work.settings = { ...work.settings, extraBody: inDoubt.extraBody };
		Object.assign(work, this.placeOf(work.payload, work.settings));
		work.attempts.firstAt = inDoubt.firstAt;
		work.attempts.doubt = true;
		work.countedInDoubt = true;
		const { retry } = encodedOf(this.operation, { ...work });
		const mayRepeat =
			retryDelay(unknownEarlier, { ...work.attempts, count: 0 }, retry, 1) !== undefined;
		if (mayRepeat) {
			this.settle.inDoubt();
			return false;
		}
		this.settle.failed(part.item, unknownEarlier);
		return true;
	}
}
