/** Callbacks that are remembered for one trigger, and for all of them together. */
export interface Room {
	perTrigger: number;
	inAll: number;
}

/** Deliveries that count as one callback bring in new marks; a flood of them must have an end. */
const maxMarks = 8;

interface Remembered<T> {
	marks: string[];
	/** Milliseconds since the epoch. */
	since: number;
	value: T;
}

/** The callbacks of one trigger, the oldest first. */
class OfTrigger<T> {
	private readonly byMark = new Map<string, Remembered<T>>();
	private readonly inOrder = new Set<Remembered<T>>();

	get size(): number {
		return this.inOrder.size;
	}

	find(marks: readonly string[]): Remembered<T> | undefined {
		for (const mark of marks) {
			const found = this.byMark.get(mark);
			if (found) return found;
		}
		return undefined;
	}

	add(since: number, value: T): Remembered<T> {
		const added = { marks: [], since, value };
		this.inOrder.add(added);
		return added;
	}

	mark(remembered: Remembered<T>, marks: readonly string[]): void {
		for (const mark of marks) {
			if (this.byMark.has(mark) || remembered.marks.length >= maxMarks) continue;
			remembered.marks.push(mark);
			this.byMark.set(mark, remembered);
		}
	}

	drop(remembered: Remembered<T>): void {
		this.inOrder.delete(remembered);
		for (const mark of remembered.marks) this.byMark.delete(mark);
	}

	dropOldest(): void {
		for (const oldest of this.inOrder) {
			this.drop(oldest);
			return;
		}
	}

	dropBefore(time: number): void {
		for (const oldest of this.inOrder) {
			if (oldest.since > time) return;
			this.drop(oldest);
		}
	}
}

/**
 * Remembers something about callbacks for a while, in the memory of this process. Each trigger has
 * room of its own: a flood at one, which may have no token, pushes out nothing of another. Where all
 * of them together are too many, the fullest trigger loses its oldest.
 */
export class CallbackMemory<T> {
	private readonly triggers = new Map<string, OfTrigger<T>>();

	/** @param age milliseconds that a callback is remembered */
	constructor(
		private readonly age: number,
		private readonly room: Room,
	) {}

	/** Callbacks that are remembered. */
	get size(): number {
		let size = 0;
		for (const trigger of this.triggers.values()) size += trigger.size;
		return size;
	}

	/**
	 * What is remembered of a callback, by any one of its marks.
	 *
	 * @param scope the trigger that received it
	 * @param now milliseconds since the epoch
	 */
	find(scope: string, marks: readonly string[], now: number): T | undefined {
		this.forgetOld(now);
		return this.triggers.get(scope)?.find(marks)?.value;
	}

	/** Remembers it, in place of what was known of the same callback. Without marks it is nothing. */
	keep(scope: string, marks: readonly string[], value: T, now: number): void {
		if (marks.length === 0) return;
		this.forgetOld(now);
		const trigger = this.triggers.get(scope) ?? new OfTrigger<T>();
		this.triggers.set(scope, trigger);
		let remembered = trigger.find(marks);
		if (remembered) {
			remembered.value = value;
		} else {
			if (trigger.size >= this.room.perTrigger) trigger.dropOldest();
			else if (this.size >= this.room.inAll) this.fullest()?.dropOldest();
			remembered = trigger.add(now, value);
		}
		trigger.mark(remembered, marks);
	}

	forget(scope: string, marks: readonly string[]): void {
		const trigger = this.triggers.get(scope);
		const remembered = trigger?.find(marks);
		if (remembered) trigger?.drop(remembered);
	}

	private fullest(): OfTrigger<T> | undefined {
		let fullest: OfTrigger<T> | undefined;
		for (const trigger of this.triggers.values()) {
			if (trigger.size > (fullest?.size ?? 0)) fullest = trigger;
		}
		return fullest;
	}

	private forgetOld(now: number): void {
		for (const [scope, trigger] of this.triggers) {
			trigger.dropBefore(now - this.age);
			if (trigger.size === 0) this.triggers.delete(scope);
		}
	}
}
