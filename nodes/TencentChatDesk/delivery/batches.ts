import type { BatchRule } from '../contract';
import type { CallOf } from './call';

type Call = CallOf<'batch'>;

/** Texts of which each is another keep a call open each: so many, and the oldest leaves. */
const maxOpen = 1_000;

/** A call that takes more items yet. */
interface OpenBatch {
	key: string;
	/** Counts upwards with each call that is opened. */
	order: number;
	call: Call;
	about: Set<string>;
	/** Entries, of the most that a call takes. */
	size: number;
}

/** Gathers items into calls that they share, and lets the calls leave in an order that is right. */
export class Batches {
	private readonly open = new Map<string, OpenBatch>();
	/** The open calls that name an account, the oldest first. */
	private readonly naming = new Map<string, Set<OpenBatch>>();
	private opened = 0;

	constructor(private readonly rule: BatchRule) {}

	/**
	 * Adds an item to a call that it can share, or opens one.
	 *
	 * @param item a call of this item alone
	 * @returns the calls that have to leave because of it, in the order in which they have to
	 */
	add(item: Call): Call[] {
		const about = this.rule.about?.(item.payload) ?? [];
		const size = this.rule.about ? about.length : 1;
		const key = this.keyOf(item);
		const known = this.open.get(key);
		const isFree = known !== undefined && this.canTake(known, about, size);
		const left = known && !isFree ? this.close(known) : [];
		const batch = isFree ? known : this.openFor(item, key);
		batch.call.items.push(...item.items);
		batch.size += size;
		for (const account of about) this.name(batch, account);
		if (batch.size >= this.rule.maxSize) return [...left, ...this.close(batch)];
		return this.open.size > maxOpen ? [...left, ...(this.closeOldest() ?? [])] : left;
	}

	/** Lets the oldest call leave; undefined when none is open. */
	closeOldest(): Call[] | undefined {
		const [oldest] = this.open.values();
		return oldest && this.close(oldest);
	}

	private keyOf({ payload, path, settings, retry, dedupeNumbers }: Call): string {
		// What is remembered of a key in n8n's database does not hang on the numbers of its call.
		const { deduplicationKey, ...others } = settings;
		const numbers = [dedupeNumbers ?? null, settings.sendOnce ? null : (deduplicationKey ?? null)];
		return JSON.stringify([this.rule.key(payload), path, others, retry, numbers]);
	}

	/** It has room, and no call that names one of the accounts was opened with it or after it. */
	private canTake(batch: OpenBatch, about: string[], size: number): boolean {
		if (batch.size + size > this.rule.maxSize) return false;
		return about.every((account) =>
			[...(this.naming.get(account) ?? [])].every((other) => other.order < batch.order),
		);
	}

	private openFor(item: Call, key: string): OpenBatch {
		const batch: OpenBatch = {
			key,
			order: this.opened++,
			call: { ...item, items: [] },
			about: new Set(),
			size: 0,
		};
		this.open.set(key, batch);
		return batch;
	}

	private name(batch: OpenBatch, account: string): void {
		batch.about.add(account);
		const calls = this.naming.get(account);
		if (calls) calls.add(batch);
		else this.naming.set(account, new Set([batch]));
	}

	/** Lets a call leave, after those that were opened before it and name one of its accounts. */
	private close(batch: OpenBatch): Call[] {
		const leaving = new Set([batch]);
		// The set grows while it is walked: what has to leave before those is found too.
		for (const later of leaving) {
			for (const account of later.about) {
				for (const other of this.naming.get(account) ?? []) {
					if (other.order < later.order) leaving.add(other);
				}
			}
		}
		const inOrder = [...leaving].sort((one, other) => one.order - other.order);
		for (const one of inOrder) this.forget(one);
		return inOrder.map(({ call }) => call);
	}

	private forget(batch: OpenBatch): void {
		this.open.delete(batch.key);
		for (const account of batch.about) {
			const calls = this.naming.get(account);
			calls?.delete(batch);
			if (calls?.size === 0) this.naming.delete(account);
		}
	}
}
