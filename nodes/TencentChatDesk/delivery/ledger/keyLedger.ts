import { randomUUID } from 'crypto';
import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Account } from '../../../../credentials/account';
import { rememberedKeys } from '../../contract';
import type { Call, CallItem } from '../call';
import { itemErrorOf } from '../errors/nodeErrors';
import { claim, endClaims, whenFreer } from '../memory/claims';
import { deferred } from './deferred';
import { asked, begun, done, writeOf } from './entries';
import { KeyRow } from './keyRow';
import type { Ledger, Progressed } from './ledger';
import { tooBusy, tooMany } from './rowErrors';
import { UnfinishedPeriods } from './unfinishedPeriods';

/** A key whose message this run may send. */
interface Held {
	/** The key, of this node and this app: others have sent nothing. */
	name: string;
	/** Its message may have been sent before this run. */
	isOld: boolean;
	state?: Progressed['state'];
	isSettled: boolean;
}

/** What is known of a key before its message is sent. */
export type Known = { state: 'new' } | { state: 'sent' } | { state: 'begun'; firstAt: number };

/** A process that read the row before a write of ours may write it back so much longer after it. */
const raceFactor = 2;
const minPause = 20;
const maxWrites = 10;

const now = () => performance.now();

/**
 * What a node has sent by keys of the user's own, in n8n's database: it outlives the process. A key
 * is recorded before its message is sent, and once more when it was. What was begun and not done may
 * have been sent.
 *
 * n8n reads and writes without a lock, so that of two processes that write at the same moment one
 * loses what it wrote. Each write is therefore looked at a moment later, and made again if it is
 * gone.
 */
export class KeyLedger implements Ledger {
	private readonly run = randomUUID();
	private readonly row: KeyRow;
	private readonly periods: UnfinishedPeriods;
	private readonly held = new Map<number, Held>();
	/** Names whose messages were sent, which the row does not say yet. */
	private readonly unsaved = new Set<string>();
	/** Names whose messages were certainly not sent, although the row says that they were begun. */
	private readonly unsent = new Set<string>();
	/** Entries that no longer hold. */
	private obsolete: string[] = [];
	/** Entries that have to be in the row when the run is over. */
	private readonly lasting = new Set<string>();
	private writes = 0;
	private readonly unsettled = new Set<string>();
	private anyInDoubt = false;
	private settling = deferred();

	/** @throws InvalidParameter where n8n cannot remember anything for this node */
	constructor(
		context: IExecuteFunctions,
		private readonly account: Account,
	) {
		if (context.getInputData().length > rememberedKeys) throw tooMany();
		this.row = new KeyRow(context);
		this.periods = new UnfinishedPeriods(this.row);
	}

	/** Messages that were recorded and have no result yet. */
	get underWay(): number {
		return this.unsettled.size;
	}

	/** Whether the message with this key is one of them. */
	isUnderWay(key: string): boolean {
		return this.unsettled.has(this.nameOf(key));
	}

	/** Ends when one of them has its result. */
	get nextSettled(): Promise<void> {
		return this.settling.promise;
	}

	/**
	 * Records what is about to be sent, and tells what is known of it. What another execution of this
	 * process is sending is waited for.
	 *
	 * @param keys by item; no key comes twice
	 * @throws InvalidParameter when n8n's database cannot be used
	 */
	async begin(keys: ReadonlyMap<number, string>): Promise<Map<number, Known>> {
		const names = new Map([...keys].map(([item, key]) => [item, this.nameOf(key)]));
		const all = [...names.values()];
		if (whenFreer(all)) await this.save();
		for (let freer = whenFreer(all); freer; freer = whenFreer(all)) {
			// Whoever has them may be waiting for what this run has sent.
			await Promise.race([freer, this.nextSettled]);
			await this.save();
		}
		claim(all);
		try {
			const known = await this.recordBegun(names);
			const isSent = (item: number) => known.get(item)?.state === 'sent';
			endClaims([...names].filter(([item]) => isSent(item)).map(([, name]) => name));
			return known;
		} catch (error) {
			endClaims(all);
			throw itemErrorOf(error);
		}
	}

	/** Takes up what an earlier try of this run has begun. */
	resume(item: number, key: string): void {
		this.hold(item, this.nameOf(key), true);
	}

	note(_call: Call, { item }: CallItem, { state }: Progressed): void {
		const held = this.held.get(item);
		if (held) held.state = state;
	}

	settle(item: number, wasTried: boolean): void {
		const held = this.held.get(item);
		if (!held || held.isSettled) return;
		held.isSettled = true;
		this.unsettled.delete(held.name);
		this.takeUp(held, wasTried);
		this.settling.end();
		this.settling = deferred();
	}

	/** Writes what became of the messages. To be called when the run is over, however it ended. */
	async close(): Promise<void> {
		try {
			for (const held of this.held.values()) if (!held.isSettled) this.takeUp(held, false);
			await this.save();
			await this.makeSure([...this.lasting]);
			if (!this.anyInDoubt) await this.row.remove(this.periods.over);
		} finally {
			endClaims([...this.held.values()].map(({ name }) => name));
		}
	}

	private nameOf(key: string): string {
		const { origin, sdkAppId } = this.account;
		return `${this.row.name} ${origin} ${sdkAppId} ${key}`;
	}

	private hold(item: number, name: string, isOld: boolean): void {
		this.held.set(item, { name, isOld, isSettled: false });
		this.unsettled.add(name);
	}

	private takeUp({ name, isOld, state }: Held, wasTried: boolean): void {
		const isUnsent = state === undefined ? !wasTried && !isOld : state === 'notSent';
		if (state === 'sent') {
			this.unsaved.add(name);
			this.lasting.add(begun(name)).add(done(name));
			if (isOld) this.obsolete.push(asked(name));
		} else if (isUnsent) {
			this.unsent.add(name);
			this.obsolete.push(begun(name), done(name), asked(name));
		} else {
			this.anyInDoubt = true;
			this.lasting.add(begun(name));
		}
	}

	private async recordBegun(names: ReadonlyMap<number, string>): Promise<Map<number, Known>> {
		await this.removeObsolete();
		const all = [...names.values()];
		const period = this.periods.current;
		const recorded = await this.write([period, ...all.map(begun)]);
		this.periods.note(period, recorded);
		const old = new Set(all.filter((name) => recorded.has(begun(name))));
		const sent = await this.sentOf([...old]);
		const isLeft = old.size > sent.size;
		const firstAt = isLeft ? await this.periods.firstAt() : 0;
		const known = new Map<number, Known>();
		for (const [item, name] of names) {
			if (sent.has(name)) {
				known.set(item, { state: 'sent' });
				continue;
			}
			const isOld = old.has(name);
			this.hold(item, name, isOld);
			known.set(item, isOld ? { state: 'begun', firstAt } : { state: 'new' });
		}
		return known;
	}

	/** Those that the row says for certain were sent. */
	private async sentOf(names: readonly string[]): Promise<Set<string>> {
		const recorded = await this.row.record([...names.map(done), ...names.map(asked)]);
		const sent = names.filter((name) => recorded.has(done(name)) && !recorded.has(asked(name)));
		await this.row.remove(sent.map(asked));
		return new Set(sent);
	}

	/** Records entries and what was sent since, until they are in the row for certain. */
	private async write(entries: readonly string[]): Promise<Set<string>> {
		const saving = [...this.unsaved];
		for (let writes = 0; writes < maxWrites; writes += 1) {
			this.writes += 1;
			const mark = writeOf(this.run, this.writes);
			const startedAt = now();
			const recorded = await this.row.record([mark, ...saving.map(done), ...entries]);
			await sleep(Math.max(minPause, raceFactor * (now() - startedAt)));
			if ((await this.row.record([mark])).has(mark)) {
				this.saved(saving);
				return recorded;
			}
		}
		throw tooBusy();
	}

	/** Records entries until all of them are found there. */
	private async makeSure(entries: readonly string[]): Promise<void> {
		for (let writes = 0; writes < maxWrites; writes += 1) {
			if ((await this.row.record(entries)).size === entries.length) return;
			await sleep(minPause);
		}
		throw tooBusy();
	}

	private async save(): Promise<void> {
		await this.removeObsolete();
		if (this.unsaved.size > 0) await this.write([]);
	}

	private saved(names: readonly string[]): void {
		for (const name of names) this.unsaved.delete(name);
		endClaims(names);
	}

	/** What was certainly not sent may be sent another time. */
	private async removeObsolete(): Promise<void> {
		const names = [...this.unsent];
		const entries = this.obsolete;
		this.unsent.clear();
		this.obsolete = [];
		await this.row.remove(entries);
		endClaims(names);
	}
}
