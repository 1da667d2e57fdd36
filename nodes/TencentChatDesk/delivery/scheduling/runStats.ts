/** How far a run has come: every item is counted in exactly one place. */
export class RunStats {
	sent = 0;
	retries = 0;
	private failed = 0;
	private failedInDoubt = 0;
	private waitingInDoubt = 0;
	private readonly startedAt = performance.now();

	constructor(readonly total: number) {}

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

	get notTried(): number {
		return this.total - this.sent - this.failedForSure - this.inDoubt;
	}

	get seconds(): number {
		return (performance.now() - this.startedAt) / 1000;
	}

	/** One line for a person: what was done, and how fast. */
	get summary(): string {
		const parts = [
			`${this.sent} of ${this.total} sent`,
			`${this.failedForSure} failed`,
			...(this.inDoubt > 0 ? [`${this.inDoubt} in doubt`] : []),
			...(this.notTried > 0 ? [`${this.notTried} not tried`] : []),
			`${this.retries} repeated`,
		];
		const seconds = this.seconds;
		const rate = seconds > 0 ? Math.round(this.sent / seconds) : this.sent;
		return `${parts.join(', ')}, in ${seconds.toFixed(1)} seconds (${rate} per second)`;
	}
}
