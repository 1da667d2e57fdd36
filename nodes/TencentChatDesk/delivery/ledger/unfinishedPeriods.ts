import type { KeyRow } from './keyRow';
import { pastPeriods, periodOf, startOf, unfinishedIn } from './entries';

const now = () => performance.now();

/** Milliseconds of the monotonic clock at a time since the epoch. */
const onMonotonicClock = (time: number) => now() - (Date.now() - time);

/** Before anything that a server remembers, in milliseconds. */
const longAgo = 30 * 86_400_000;

/**
 * The periods in which runs of a node have begun what did not come to its end. They say how far back
 * the first attempt of an unfinished message may be.
 */
export class UnfinishedPeriods {
	/** Entries that this run has made. */
	private readonly own = new Set<string>();
	/** Entries that were there before it. */
	private readonly foreign = new Set<string>();
	private looked = false;

	constructor(private readonly row: KeyRow) {}

	/** The entry of this moment, to be recorded with what is begun. */
	get current(): string {
		return unfinishedIn(periodOf(Date.now()));
	}

	/** @param recorded entries that were there before */
	note(entry: string, recorded: ReadonlySet<string>): void {
		if (this.own.has(entry)) return;
		if (recorded.has(entry)) this.foreign.add(entry);
		else this.own.add(entry);
	}

	/** Milliseconds of the monotonic clock before which nothing unfinished was begun. */
	async firstAt(): Promise<number> {
		const periods = pastPeriods(Date.now());
		if (!this.looked) {
			this.looked = true;
			const asked = [...periods.keys()].filter((entry) => !this.own.has(entry));
			const recorded = await this.row.record(asked);
			await this.row.remove(asked.filter((entry) => !recorded.has(entry)));
			for (const entry of recorded) this.foreign.add(entry);
		}
		const [first] = [...this.foreign].map((entry) => periods.get(entry) ?? 0).sort((a, b) => a - b);
		return first === undefined ? now() - longAgo : onMonotonicClock(startOf(first));
	}

	/** Entries that may go now that everything which this run knows of has come to its end. */
	get over(): string[] {
		return this.looked ? [...this.own, ...this.foreign] : [...this.own];
	}
}
