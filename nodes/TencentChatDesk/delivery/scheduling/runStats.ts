/** How an item came to its output: by a call of this run, by an earlier try, or checked and not sent. */
export type Completion = 'done' | 'doneBefore' | 'checked';

/** How far a run has come: every item is counted in exactly one place. */
export class RunStats {
	retries = 0;
	private readonly completed: Record<Completion, number> = { done: 0, doneBefore: 0, checked: 0 };
	private failed = 0;
	private failedInDoubt = 0;
	private waitingInDoubt = 0;
	private readonly startedAt = performance.now();

	/** @param doneWord what is said of an item that was carried out, such as "sent" */
	constructor(
		readonly total: number,
		private readonly doneWord: string,
	) {}

	complete(how: Completion): void {
		this.completed[how] += 1;
	}

	/** An item failed for good; `doubt`: the server may have done it all the same. */
	fail(doubt: boolean): void {
		this.failed += 1;
		if (doubt) this.failedInDoubt += 1;
	}

	/** Items wait for a repeat after an attempt whose effect nobody knows. */
	beginDoubt(items: number): void {
		this.waitingInDoubt += items;
	}

	endDoubt(items: number): void {
		this.waitingInDoubt -= items;
	}

	/** Items of which nobody knows whether the server has carried them out. */
	get inDoubt(): number {
		return this.failedInDoubt + this.waitingInDoubt;
	}

	/** Items that certainly failed. */
	get failedForSure(): number {
		return this.failed - this.failedInDoubt;
	}

	get anyFailed(): boolean {
		return this.failed > 0;
	}

	/** Items that have their output. */
	get succeeded(): number {
		const { done, doneBefore, checked } = this.completed;
		return done + doneBefore + checked;
	}

	get notTried(): number {
		return this.total - this.succeeded - this.failedForSure - this.inDoubt;
	}

	get seconds(): number {
		return (performance.now() - this.startedAt) / 1000;
	}

	/** Where the items are, without what is zero: "2 sent, 1 failed". */
	get counts(): string {
		return this.parts.map(([count, what]) => `${count} ${what}`).join(', ');
	}

	/** The same, with the total: "2 of 3 sent, 1 failed". */
	get countsOfTotal(): string {
		return this.parts
			.map(([count, what], index) =>
				index === 0 ? `${count} of ${this.total} ${what}` : `${count} ${what}`,
			)
			.join(', ');
	}

	/** One line for a person: what was done, and how fast. */
	get summary(): string {
		const { done, checked } = this.completed;
		const nothingSent = done === 0 && checked > 0;
		const prefix = nothingSent ? 'Dry run: ' : '';
		return `${prefix}${this.countsOfTotal}${this.speed}${nothingSent ? '. Nothing was sent.' : ''}`;
	}

	/** Zeros say nothing: a time is left out where it rounds to 0.0, a rate where it rounds to 0. */
	private get speed(): string {
		const retries =
			this.retries > 0 ? `, ${this.retries} ${this.retries === 1 ? 'retry' : 'retries'}` : '';
		const seconds = this.seconds.toFixed(1);
		if (seconds === '0.0') return retries;
		const rate = Math.round(this.completed.done / this.seconds);
		return `${retries}, in ${seconds} seconds${rate > 0 ? ` (${rate} per second)` : ''}`;
	}

	private get parts(): Array<readonly [number, string]> {
		const { done, doneBefore, checked } = this.completed;
		const all: Array<readonly [number, string]> = [
			[done, this.doneWord],
			[doneBefore, `already ${this.doneWord}`],
			[checked, done > 0 ? 'checked by a dry run' : 'checked'],
			[this.failedForSure, 'failed'],
			[this.inDoubt, 'in doubt'],
			[this.notTried, 'not tried'],
		];
		return all.filter(([count]) => count > 0);
	}
}
