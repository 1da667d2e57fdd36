import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Call, CallItem } from '../call';
import type { Known, KeyLedger } from './keyLedger';

/** A message that is held back; without a key it is sent in any case. */
interface Waiting {
	call: Call;
	item: number;
	key: string | undefined;
}

/** What has to come before more can be let through. */
export interface Hold {
	until: Promise<void>;
	/** It waits for messages that it has let through. */
	forResults: boolean;
}

const minGroupSize = 16;
const maxGroupSize = 1_000;
/**
 * A group is what goes out in so many seconds: what was recorded and not sent when a process died is
 * in doubt, and where nobody can look it up that should be little.
 */
const secondsPerGroup = { toBeLookedUp: 5, otherwise: 2 };

/** Opening a group may take so many times as long as it last did. */
const openingSlack = 1.5;
/** Parts of a group: the next one is opened when fewer of its calls are left, and when more are not. */
const minLead = 0.05;
const maxLead = 0.5;
/** Read with one call that leaves, at the most: reading holds up everything else in n8n. */
const maxItemsDue = 2;

const now = () => performance.now();

const canBeLookedUp = ({ operation }: Call) =>
	operation.shape === 'single' && operation.lookup !== undefined;

function groupSizeOf(call: Call): number {
	const { operation, settings } = call;
	if (operation.shape === 'batch') return maxGroupSize;
	const perTarget = operation.targetLimit?.perSecond ?? Number.POSITIVE_INFINITY;
	const seconds = secondsPerGroup[canBeLookedUp(call) ? 'toBeLookedUp' : 'otherwise'];
	const size = Math.ceil(seconds * Math.min(settings.requestsPerSecond, perTarget));
	return Math.min(maxGroupSize, Math.max(minGroupSize, size));
}

/** Whom a message is for, as far as its call tells. */
function targetOf({ operation, orderingKey, payload }: Call): string {
	const about = operation.shape === 'batch' ? operation.batch.about?.(payload) : undefined;
	return JSON.stringify([orderingKey, about ?? null]);
}

const usedTwice = (key: string) =>
	new InvalidParameter(
		`'Deduplication Key' "${key}" is used for messages to two recipients`,
		"With 'Send Once' a key is sent once, whoever it is for. Make it different for each message, such as an order number together with the user ID.",
	);

/** Holds the messages of a run back until n8n's database says whether they were sent before. */
export class OnceGate {
	private waiting: Waiting[] = [];
	/** Behind a message with the same key, which is under way. */
	private behind: Waiting[] = [];
	/** Whom each key of this run is for. */
	private readonly targets = new Map<string, string>();
	private groupSize = minGroupSize;
	/** The most messages that are let through and have no result. */
	private maxUnderWay = minGroupSize;
	private opening: Promise<void> | undefined;
	/** So many milliseconds it took to open the last group, and so many calls leave meanwhile. */
	private openingTime = 0;
	private callsPerSecond = 0;
	/** The part of an item that was due and not read. */
	private partDue = 0;

	constructor(
		private readonly ledger: KeyLedger,
		private readonly letThrough: (call: Call, known: Known) => void,
		private readonly fail: (item: number, error: unknown) => void,
	) {}

	/** Whether the group that is being gathered has room. */
	get takesMore(): boolean {
		return this.waiting.length < this.groupSize;
	}

	/**
	 * How many items are to be read with the call that leaves now, so that the next group is complete
	 * when it has to be opened; where few calls leave, the rest is read when they have left.
	 *
	 * @param left calls that were let through and have not left
	 */
	itemsDue(left: number): number {
		const missing = this.groupSize - this.waiting.length;
		if (missing <= 0) return 0;
		this.partDue += Math.min(maxItemsDue, missing / Math.max(1, left - this.lead));
		const due = Math.floor(this.partDue);
		this.partDue -= due;
		return due;
	}

	/**
	 * Whether the next group has to be opened, so that it is ready when the calls have left.
	 *
	 * @param left calls that were let through and have not left
	 */
	isDue(left: number): boolean {
		return left <= this.lead;
	}

	/**
	 * Holds back a call of one item.
	 *
	 * @throws InvalidParameter when its key is that of a message to somebody else
	 */
	add(call: Call): void {
		const [{ item, onceKey: key }] = call.items as [CallItem];
		if (key !== undefined) {
			const target = targetOf(call);
			if ((this.targets.get(key) ?? target) !== target) throw usedTwice(key);
			this.targets.set(key, target);
		}
		this.waiting.push({ call, item, key });
	}

	/**
	 * Sets out to let the next group through; undefined when there is none yet.
	 *
	 * @param isLast nothing more will be added
	 */
	advance(isLast: boolean): Hold | undefined {
		if (this.opening) return { until: this.opening, forResults: false };
		this.takeBack();
		const { ledger } = this;
		if (this.waiting.length === 0) {
			const isEmpty = this.behind.length === 0;
			return isEmpty ? undefined : { until: ledger.nextSettled, forResults: true };
		}
		if (this.takesMore && !isLast) return undefined;
		if (ledger.underWay >= this.maxUnderWay) {
			return { until: ledger.nextSettled, forResults: true };
		}
		this.opening = this.open()
			.catch((error: unknown) => this.failAll(error))
			.finally(() => (this.opening = undefined));
		return { until: this.opening, forResults: false };
	}

	private get lead(): number {
		const meanwhile = (this.openingTime * openingSlack * this.callsPerSecond) / 1000;
		const { groupSize } = this;
		return Math.min(maxLead * groupSize, Math.max(minLead * groupSize, meanwhile));
	}

	/** Ends when nothing is being written any more. */
	async rest(): Promise<void> {
		await this.opening;
	}

	private takeBack(): void {
		const isFree = ({ key = '' }: Waiting) => !this.ledger.isUnderWay(key);
		this.waiting.unshift(...this.behind.filter(isFree));
		this.behind = this.behind.filter((one) => !isFree(one));
	}

	/** After what should never happen: nothing that is held back may wait for ever. */
	private failAll(error: unknown): void {
		for (const { item } of [...this.waiting, ...this.behind]) this.fail(item, error);
		this.waiting = [];
		this.behind = [];
	}

	private async open(): Promise<void> {
		const group = this.takeGroup();
		const [first] = group;
		if (!first) return;
		const startedAt = now();
		this.callsPerSecond = first.call.settings.requestsPerSecond;
		this.groupSize = Math.min(groupSizeOf(first.call), 2 * this.groupSize);
		// Where a group can be looked up, the next one is ready before it has gone out.
		this.maxUnderWay = canBeLookedUp(first.call) ? 2 * this.groupSize : this.groupSize / 2;
		const keys = new Map(
			group.flatMap(({ item, key }) => (key === undefined ? [] : [[item, key]])),
		);
		try {
			const known = await this.ledger.begin(keys);
			this.openingTime = now() - startedAt;
			for (const { call, item } of group) {
				this.letThrough(call, known.get(item) ?? { state: 'new' });
			}
		} catch (error) {
			for (const { item } of group) this.fail(item, error);
		}
	}

	/** No key comes twice in a group. */
	private takeGroup(): Waiting[] {
		const group: Waiting[] = [];
		const keys = new Set<string>();
		const rest: Waiting[] = [];
		for (const one of this.waiting) {
			const { key } = one;
			if (key !== undefined && (keys.has(key) || this.ledger.isUnderWay(key))) {
				this.behind.push(one);
			} else if (group.length === this.groupSize) {
				rest.push(one);
			} else {
				if (key !== undefined) keys.add(key);
				group.push(one);
			}
		}
		this.waiting = rest;
		return group;
	}
}
