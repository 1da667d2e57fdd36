/** How much a map may hold, and for how long. */
export interface Bounds<V> {
	/** The most entries, or the most that they weigh together. */
	max: number;
	/** Milliseconds that an entry is kept; for ever when left out. */
	maxAge?: number;
	/** How much an entry weighs: 1 when left out. */
	weightOf?(value: V): number;
	/** Entries that are never dropped to make room. */
	isInUse?(value: V): boolean;
}

interface Entry<V> {
	value: V;
	/** Milliseconds of the caller's clock. */
	since: number;
}

/**
 * A map for what a process remembers: where it is full, the entry goes that was set the longest time
 * ago. Times are those of the monotonic clock unless the caller gives others.
 */
export class BoundedMap<K, V> {
	private readonly entries = new Map<K, Entry<V>>();

	constructor(private readonly bounds: Bounds<V>) {}

	get size(): number {
		return this.entries.size;
	}

	get(key: K, now = performance.now()): V | undefined {
		const entry = this.entries.get(key);
		return entry && this.isFresh(entry, now) ? entry.value : undefined;
	}

	has(key: K, now = performance.now()): boolean {
		return this.get(key, now) !== undefined;
	}

	/** Sets an entry, which is then the newest, and makes room for it. */
	set(key: K, value: V, now = performance.now()): void {
		this.entries.delete(key);
		this.makeRoom(this.weigh(value), now);
		this.entries.set(key, { value, since: now });
	}

	delete(key: K): void {
		this.entries.delete(key);
	}

	keys(): Iterable<K> {
		return this.entries.keys();
	}

	/** A clock that was set back must keep nothing alive. */
	private isFresh({ since }: Entry<V>, now: number): boolean {
		const { maxAge = Number.POSITIVE_INFINITY } = this.bounds;
		return now >= since && now - since < maxAge;
	}

	private weigh(value: V): number {
		return this.bounds.weightOf?.(value) ?? 1;
	}

	private get weight(): number {
		if (!this.bounds.weightOf) return this.entries.size;
		let weight = 0;
		for (const { value } of this.entries.values()) weight += this.weigh(value);
		return weight;
	}

	private makeRoom(needed: number, now: number): void {
		let weight = this.weight + needed;
		for (const [key, entry] of this.entries) {
			const isOld = !this.isFresh(entry, now);
			if (!isOld && weight <= this.bounds.max) return;
			if (!isOld && this.bounds.isInUse?.(entry.value)) continue;
			this.entries.delete(key);
			weight -= this.weigh(entry.value);
		}
	}
}
