import type { KeyRow } from '../../../nodes/TencentChatDesk/delivery/ledger/keyRow';
import { UnfinishedPeriods } from '../../../nodes/TencentChatDesk/delivery/ledger/unfinishedPeriods';

const minutes = 60_000;
const days = 24 * 60 * minutes;
/** Seven minutes into a period of ten. */
const time = Date.UTC(2027, 0, 15, 12, 7);
const sinceStart = 5_000;

/** The row of a node: what was recorded, and how often it was asked. */
class Row {
	readonly entries = new Set<string>();
	asked: string[][] = [];

	record(entries: readonly string[]): Promise<Set<string>> {
		this.asked.push([...entries]);
		const known = new Set(entries.filter((entry) => this.entries.has(entry)));
		for (const entry of entries) this.entries.add(entry);
		return Promise.resolve(known);
	}

	remove(entries: readonly string[]): Promise<void> {
		for (const entry of entries) this.entries.delete(entry);
		return Promise.resolve();
	}
}

let row: Row;
let periods: UnfinishedPeriods;

const at = (moment: number) => jest.spyOn(Date, 'now').mockReturnValue(moment);

/** The entry of a moment that a run of that time has left behind. */
function leave(moment: number): string {
	at(moment);
	const entry = periods.current;
	row.entries.add(entry);
	at(time);
	return entry;
}

/** What `firstAt` says, as a time since the epoch. */
const first = async () => time - sinceStart + (await periods.firstAt());

beforeEach(() => {
	row = new Row();
	periods = new UnfinishedPeriods(row as unknown as KeyRow);
	at(time);
	jest.spyOn(performance, 'now').mockReturnValue(sinceStart);
});

afterEach(() => jest.restoreAllMocks());

describe('the first attempt of an unfinished message', () => {
	it('was made when the earliest unfinished period began, or later', async () => {
		leave(time - 25 * minutes);
		leave(time - 3 * days);
		leave(time - 50 * minutes);
		expect(await first()).toBe(time - 3 * days - 7 * minutes);
	});

	it('may be long ago when no period of the past week is unfinished', async () => {
		leave(time - 8 * days);
		expect(await first()).toBe(time - 30 * days);
	});

	it('was made in this period when an earlier run has begun something in it', async () => {
		periods.note(periods.current, new Set([leave(time)]));
		expect(await first()).toBe(time - 7 * minutes);
	});

	it('was made in the earliest one, however late this run has learnt of it', async () => {
		periods.note(periods.current, new Set([leave(time)]));
		leave(time - 2 * days);
		expect(await first()).toBe(time - 2 * days - 7 * minutes);
	});

	it('was made before this run, whatever this run has begun', async () => {
		periods.note(periods.current, new Set());
		periods.note(periods.current, new Set([periods.current]));
		await row.record([periods.current]);
		expect(await first()).toBe(time - 30 * days);
	});
});

describe('the row', () => {
	it('is asked once, and keeps no entry of a period in which nothing was begun', async () => {
		const left = leave(time - 30 * minutes);
		await periods.firstAt();
		await periods.firstAt();
		expect(row.asked).toHaveLength(1);
		expect([...row.entries]).toEqual([left]);
	});

	it('is not asked for what this run has begun itself', async () => {
		periods.note(periods.current, new Set());
		await periods.firstAt();
		expect(row.asked.flat()).not.toContain(periods.current);
	});

	it('loses the periods of this run when everything has come to its end', () => {
		leave(time - 30 * minutes);
		periods.note(periods.current, new Set());
		expect(periods.over).toEqual([periods.current]);
	});

	it('loses the earlier ones too when this run has looked at them', async () => {
		const left = leave(time - 30 * minutes);
		periods.note(periods.current, new Set());
		await periods.firstAt();
		expect(periods.over).toEqual([periods.current, left]);
	});
});
