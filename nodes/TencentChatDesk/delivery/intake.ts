import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import { newUserSig } from '../../../credentials/userSig';
import type { Body, Deliverable, Signer } from '../contract';
import { Fields } from '../fields';
import { compose, type Composed } from './compose';
import { type Failure, failureOf } from './failure';
import { fingerprintOf, type Ledger } from './ledger';
import { mergePatch } from './mergePatch';
import { ownError, type Trouble } from './nodeErrors';
import { newNumbers, numbersFromKey } from './numbers';
import { paceOf } from './pace';
import { nextTry, noAttempts } from './repeat';
import { readSettings, type Settings } from './settings';
import type { Part, Work } from './work';

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
	private readonly open = new Map<string, Work>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Deliverable,
		private readonly account: Account,
		private readonly ownHost: boolean,
		private readonly ledger: Ledger | undefined,
		private readonly settle: Settle,
	) {
		this.total = context.getInputData().length;
	}

	/** The next call; undefined when every item is on its way or settled. */
	next(stopped: () => boolean, hopeless: () => Failure | undefined): Work | undefined {
		while (this.taken < this.total && !stopped()) {
			const item = this.taken++;
			const reason = hopeless();
			if (reason) {
				this.settle.failed(item, reason);
				continue;
			}
			try {
				const work = this.read(item);
				const ready = work && this.operation.shared ? this.share(work) : work;
				if (ready) return ready;
			} catch (error) {
				this.settle.failed(item, ownError(error));
			}
		}
		if (stopped()) return undefined;
		const [rest] = this.open;
		if (!rest) return undefined;
		this.open.delete(rest[0]);
		return this.joined(rest[1]);
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
			conversation: operation.conversation(mergePatch(draft, settings.extraBody)),
			settings,
			repeat: operation.repeatOf?.(fields) ?? operation.repeat,
			attempts: noAttempts(),
			listing: operation.list ? { limit: settings.limit, records: [] } : undefined,
			chain: operation.chain ? { bodies: operation.chain.bodies(draft), done: 0 } : undefined,
		};
		if (settings.dryRun) {
			this.settleDry(work, item);
			return undefined;
		}
		return this.ledger && this.recall(work, this.ledger) ? undefined : work;
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

	/** Adds an item to a call that it can share; gives a call that takes no more. */
	private share(work: Work): Work | undefined {
		const shared = this.operation.shared!;
		const key = JSON.stringify([
			shared.key(work.draft),
			work.path,
			work.settings,
			work.repeat,
			work.numbers ?? null,
		]);
		const open = this.open.get(key);
		const others = open?.parts.map((part) => part.draft) ?? [];
		const fits = others.length === 0 || (shared.fits?.(others, work.draft) ?? true);
		if (open && !fits) {
			// It goes behind calls that were opened before it.
			this.open.delete(key);
			this.open.set(key, { ...work, parts: [...work.parts] });
			return this.joined(open);
		}
		const call = open ?? { ...work, parts: [] };
		call.parts.push(...work.parts);
		if (call.parts.length < shared.most) {
			this.open.set(key, call);
			return undefined;
		}
		this.open.delete(key);
		return this.joined(call);
	}

	/** Makes a call that was refused as a whole into one for some of its items. */
	regroup(work: Work, parts: Part[]): void {
		work.parts = parts;
		work.draft = this.draftOf(parts);
		work.attempts = noAttempts();
		work.composed = undefined;
	}

	private draftOf(parts: Part[]): Body {
		return this.operation.shared!.join(parts.map((part) => part.draft));
	}

	private joined(work: Work): Work {
		const draft = this.draftOf(work.parts);
		const conversation = this.operation.conversation(mergePatch(draft, work.settings.extraBody));
		return { ...work, draft, conversation };
	}

	/** Takes up what an earlier try of this run did; true when nothing is left to do. */
	private recall(work: Work, ledger: Ledger): boolean {
		const [part] = work.parts as [Part];
		part.fingerprint = fingerprintOf(work.draft);
		const entry = ledger.get(part.item);
		if (!entry || entry.fingerprint !== part.fingerprint) return false;
		if (entry.output) {
			this.settle.done(part.item, entry.output);
			return true;
		}
		work.numbers = entry.numbers;
		work.attempts.firstAt = entry.firstAt;
		if (!entry.doubt) return false;
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
