import type { SharingRule } from '../contract';
import type { Work } from './call';

/** Texts of which each is another keep a call open each: so many, and the oldest leaves. */
const mostOpen = 1_000;

/** A call that takes more items. */
interface OpenCall {
	key: string;
	/** Counts upwards with each call that is opened. */
	order: number;
	work: Work;
	about: Set<string>;
	/** Entries, of the most that a call takes. */
	size: number;
}

/** Gathers items into calls that they share, and lets the calls leave in an order that is right. */
export class SharedCalls {
	private readonly open = new Map<string, OpenCall>();
	/** The open calls that name an account, the oldest first. */
	private readonly naming = new Map<string, Set<OpenCall>>();
	private opened = 0;

	constructor(private readonly rule: SharingRule) {}

	/**
	 * Adds an item to a call that it can share, or opens one.
	 *
	 * @param work a call of this item alone
	 * @returns the calls that have to leave because of it, in the order in which they have to
	 */
	add(work: Work): Work[] {
		const about = this.rule.about?.(work.draft);
		const key = this.keyOf(work);
		const known = this.open.get(key);
		const isFree = known !== undefined && this.canTake(known, about);
		const left = known && !isFree ? this.close(known) : [];
		const call = isFree ? known : this.openFor(work, key);
		call.work.parts.push(...work.parts);
		call.size += about?.length ?? 1;
		for (const account of about ?? []) this.name(call, account);
		if (call.size >= this.rule.most) return [...left, ...this.close(call)];
		return this.open.size > mostOpen ? [...left, ...(this.closeOldest() ?? [])] : left;
	}

	/** Lets the oldest call leave; undefined when none is open. */
	closeOldest(): Work[] | undefined {
		const [oldest] = this.open.values();
		return oldest && this.close(oldest);
	}

	private keyOf({ draft, path, settings, repeat, numbers }: Work): string {
		return JSON.stringify([this.rule.key(draft), path, settings, repeat, numbers ?? null]);
	}

	/** It has room, and no call that names one of the accounts was opened with it or after it. */
	private canTake({ order, size }: OpenCall, about: string[] | undefined): boolean {
		if (size + (about?.length ?? 1) > this.rule.most) return false;
		return (about ?? []).every((account) =>
			[...(this.naming.get(account) ?? [])].every((other) => other.order < order),
		);
	}

	private openFor(work: Work, key: string): OpenCall {
		const call: OpenCall = {
			key,
			order: this.opened++,
			work: { ...work, parts: [] },
			about: new Set(),
			size: 0,
		};
		this.open.set(key, call);
		return call;
	}

	private name(call: OpenCall, account: string): void {
		call.about.add(account);
		const calls = this.naming.get(account);
		if (calls) calls.add(call);
		else this.naming.set(account, new Set([call]));
	}

	/** Lets a call leave, after those that were opened before it and name one of its accounts. */
	private close(call: OpenCall): Work[] {
		const leaving = new Set([call]);
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
		return inOrder.map(({ work }) => work);
	}

	private forget(call: OpenCall): void {
		this.open.delete(call.key);
		for (const account of call.about) {
			const calls = this.naming.get(account);
			calls?.delete(call);
			if (calls?.size === 0) this.naming.delete(account);
		}
	}
}
