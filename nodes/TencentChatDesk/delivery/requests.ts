import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import { newUserSig } from '../../../credentials/userSig';
import type { Body, Deliverable, Signer } from '../contract';
import { Fields } from '../parameters/fields';
import { compose, type Composed } from './encode';
import type { Step } from './scheduling/dispatcher';
import { type Failure, failureOf } from './errors/failure';
import type { Ledger } from './memory/ledger';
import { mergePatch } from './mergePatch';
import { troubleOf, type Trouble } from './errors/nodeErrors';
import { newNumbers, numbersFromKey } from './dedupeNumbers';
import { paceOf } from './scheduling/rateLimiter';
import { quotaOf, type Quota } from './scheduling/quota';
import { nextTry, noAttempts } from './scheduling/retry';
import { withSender } from './sender';
import { readSettings, type Settings } from './settings';
import { SharedCalls } from './batches';
import type { Part, Work } from './call';

const unknownEarlier = failureOf(
	'lost',
	'An earlier try of this node may have been carried out',
	'This API cannot tell a repeat from a second request, so it was not made again. Look into the conversation first.',
);

/** What becomes of items that need no call. */
export interface Settle {
	done(item: number, output: IDataObject): void;
	failed(item: number, trouble: Trouble): void;
	/** An earlier try may have been carried out, and it is safe to make sure. */
	doubtful(): void;
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
export function composed(operation: Deliverable, work: Work): Composed {
	if (work.composed) return work.composed;
	const { draft, settings, conversation, chain } = work;
	work.numbers ??=
		settings.deduplicationKey === undefined
			? newNumbers()
			: numbersFromKey(
					settings.deduplicationKey,
					conversation,
					JSON.stringify(mergePatch(draft, settings.extraBody)),
				);
	const body = chain?.bodies[chain.done] ?? draft;
	work.composed = compose(operation, body, work.numbers, settings.extraBody, work.repeat);
	return work.composed;
}

/** Reads items in order and turns them into calls, several items into one where the API can. */
export class Intake {
	private taken = 0;
	private readonly total: number;
	private readonly shared: SharedCalls | undefined;
	/** Calls that may leave, in this order. */
	private readonly leaving: Work[] = [];

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Deliverable,
		private readonly account: Account,
		private readonly ownHost: boolean,
		private readonly ledger: Ledger | undefined,
		private readonly settle: Settle,
	) {
		this.total = context.getInputData().length;
		this.shared = operation.shared && new SharedCalls(operation.shared);
	}

	/** The next call, one item further on, or the end: every item is on its way or settled. */
	next(stopped: () => boolean, hopeless: () => Failure | undefined): Step<Work> {
		if (stopped()) return 'end';
		const [work] = this.leaving.splice(0, 1);
		if (work) return { work };
		if (this.taken < this.total) {
			this.take(this.taken++, hopeless());
			return 'settled';
		}
		const rest = this.shared?.closeOldest();
		if (!rest) return 'end';
		this.leave(rest);
		return 'settled';
	}

	private take(item: number, reason: Failure | undefined): void {
		if (reason) {
			this.settle.failed(item, reason);
			return;
		}
		let work: Work | undefined;
		try {
			work = this.read(item);
		} catch (error) {
			this.settle.failed(item, troubleOf(error));
		}
		if (!work) return;
		if (this.shared) this.share(this.shared, work);
		else this.leaving.push(work);
	}

	private share(shared: SharedCalls, work: Work): void {
		let calls: Work[] = [];
		try {
			calls = shared.add(work);
		} catch (error) {
			for (const { item } of work.parts) this.settle.failed(item, troubleOf(error));
		}
		this.leave(calls);
	}

	private leave(calls: Work[]): void {
		for (const call of calls) {
			try {
				this.leaving.push(this.joined(call));
			} catch (error) {
				for (const { item } of call.parts) this.settle.failed(item, troubleOf(error));
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

	private read(item: number): Work | undefined {
		const { operation, account } = this;
		const fields = this.fieldsOf(item);
		const settings = readSettings(fields, operation, this.ownHost);
		if (operation.local) {
			this.settle.done(item, operation.local(fields, signerOf(account)));
			return undefined;
		}
		const path = typeof operation.path === 'string' ? operation.path : operation.path(fields);
		const draft = this.firstPage(operation.request(fields), settings);
		const work: Work = {
			parts: [{ item, draft }],
			draft,
			path,
			pace: paceOf(account.origin, account.sdkAppId, path),
			...this.addressOf(draft, settings),
			settings,
			repeat: operation.repeatOf?.(fields) ?? operation.repeat,
			attempts: noAttempts(),
			listing: operation.list
				? { limit: settings.limit, records: [], pages: new Set() }
				: undefined,
			chain: operation.chain ? { bodies: operation.chain.bodies(draft), done: 0 } : undefined,
		};
		if (settings.dryRun) {
			this.settleDry(work, item);
			return undefined;
		}
		return this.ledger && this.recall(work, this.ledger) ? undefined : work;
	}

	/** The order and the quota that a body belongs to. */
	private addressOf(draft: Body, { extraBody }: Settings): { conversation: string; quota?: Quota } {
		const { operation, account } = this;
		const body = withSender(operation, mergePatch(draft, extraBody), account.identifier);
		const { targetLimit } = operation;
		const conversation = operation.conversation(body);
		if (!targetLimit) return { conversation };
		const key = JSON.stringify([account.origin, account.sdkAppId, targetLimit.target(body)]);
		return { conversation, quota: quotaOf(key, targetLimit.perSecond) };
	}

	private firstPage(draft: Body, { limit }: Settings): Body {
		const page = this.operation.list?.page;
		return page ? { ...draft, [page.field]: Math.min(page.most, limit) } : draft;
	}

	private settleDry(work: Work, item: number): void {
		const path = `v4/${work.path}`;
		const { chain } = work;
		const bodyAt = (done: number) => {
			const { body, size } = composed(this.operation, {
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
	regroup(work: Work, parts: Part[]): void {
		const draft = this.draftOf(parts);
		work.parts = parts;
		work.draft = draft;
		work.attempts = noAttempts();
		work.composed = undefined;
	}

	private draftOf(parts: Part[]): Body {
		return this.operation.shared!.join(parts.map((part) => part.draft));
	}

	private joined(work: Work): Work {
		const draft = this.draftOf(work.parts);
		return { ...work, draft, ...this.addressOf(draft, work.settings) };
	}

	/** Takes up what an earlier try of this run did; true when nothing is left to do. */
	private recall(work: Work, ledger: Ledger): boolean {
		const [part] = work.parts as [Part];
		const { output, numbers, doubted } = ledger.get(part.item) ?? {};
		if (output) {
			this.settle.done(part.item, output);
			return true;
		}
		work.numbers = numbers;
		if (!doubted) return false;
		// The very request that may have been carried out, whatever its expressions give by now.
		part.draft = doubted.draft;
		work.draft = doubted.draft;
		work.settings = { ...work.settings, extraBody: doubted.extraBody };
		Object.assign(work, this.addressOf(work.draft, work.settings));
		work.attempts.firstAt = doubted.firstAt;
		work.attempts.doubt = true;
		work.unsure = true;
		const { repeat } = composed(this.operation, { ...work });
		const mayRepeat =
			nextTry(unknownEarlier, { ...work.attempts, count: 0 }, repeat, 1) !== undefined;
		if (mayRepeat) {
			this.settle.doubtful();
			return false;
		}
		this.settle.failed(part.item, unknownEarlier);
		return true;
	}
}
