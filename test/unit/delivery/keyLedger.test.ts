import type { IExecuteFunctions } from 'n8n-workflow';

import { KeyLedger } from '../../../nodes/TencentChatDesk/delivery/ledger/keyLedger';
import type { Progressed } from '../../../nodes/TencentChatDesk/delivery/ledger/ledger';
import { KeyRows } from '../../harness/engine/keyRows';
import { singleCall } from './support/calls';
import { letter } from './support/operations';

const account = {
	sdkAppId: 1400000000,
	secretKey: 'a key of no app',
	identifier: 'administrator',
	origin: 'https://example.com',
	signatureLifetime: 86_400,
};

let rows: KeyRows;
/** Keys that are under way keep every other run of the process waiting. */
let open: KeyLedger[];

beforeEach(() => {
	rows = new KeyRows();
	open = [];
});

afterEach(async () => {
	rows.beforeWrite = () => undefined;
	await Promise.all(open.map(async (ledger) => await ledger.close()));
});

/** The context of a node, as far as its memory needs it. */
function contextOf({ workflow = 'w1', node = 'n1', items = 1, helpers = true } = {}) {
	const about = { workflow: { id: workflow, active: false }, node: { id: node } } as never;
	return {
		getWorkflow: () => ({ id: workflow }),
		getNode: () => ({ id: node }),
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		helpers: helpers
			? {
					checkProcessedAndRecord: async (list: string[], scope: never, options: never) =>
						await rows.checkProcessedAndRecord(list, scope, about, options),
					removeProcessed: async (list: string[], scope: never) =>
						await rows.removeProcessed(list, scope, about),
				}
			: {},
	} as unknown as IExecuteFunctions;
}

function ledgerOf(setup?: Parameters<typeof contextOf>[0], changes = {}): KeyLedger {
	const ledger = new KeyLedger(contextOf(setup), { ...account, ...changes });
	open.push(ledger);
	return ledger;
}

const keysOf = (...keys: string[]) => new Map(keys.map((key, item) => [item, key]));
const call = singleCall(letter, {});

/** An item has this result. */
function end(ledger: KeyLedger, item: number, state: Progressed['state'], wasTried = true): void {
	ledger.note(call, { item, payload: {} }, { state, output: {} } as Progressed);
	ledger.settle(item, wasTried);
}

const statesIn = async (ledger: KeyLedger, ...keys: string[]) =>
	[...(await ledger.begin(keysOf(...keys))).values()].map(({ state }) => state);

/** A run that begins a key and ends with this state; undefined where it dies before. */
async function run(key: string, state?: Progressed['state']): Promise<void> {
	const ledger = ledgerOf();
	await ledger.begin(keysOf(key));
	if (state) {
		end(ledger, 0, state);
		await ledger.close();
		return;
	}
	// What dies lets go of nothing; here it has to, for this is one process.
	rows.isDead = true;
	await ledger.close().catch(() => undefined);
	rows.isDead = false;
}

describe('a key', () => {
	it('is new at first, sent after it was sent, and begun after a death', async () => {
		await run('sent', 'sent');
		await run('begun');
		expect(await statesIn(ledgerOf(), 'sent', 'begun', 'new')).toEqual(['sent', 'begun', 'new']);
	});

	it('stays what it is, however often it is asked for', async () => {
		await run('sent', 'sent');
		for (let times = 0; times < 3; times += 1) {
			const ledger = ledgerOf();
			expect(await statesIn(ledger, 'sent')).toEqual(['sent']);
			await ledger.close();
		}
	});

	it('is begun, and never sent, when the process dies while it is asked for', async () => {
		await run('begun');
		await run('begun');
		expect(await statesIn(ledgerOf(), 'begun')).toEqual(['begun']);
	});

	it('is new again when it was certainly not sent', async () => {
		await run('refused', 'notSent');
		expect(await statesIn(ledgerOf(), 'refused')).toEqual(['new']);
	});

	it('is begun while nobody knows, and sent when a later run has found it', async () => {
		await run('lost', 'inDoubt');
		const later = ledgerOf();
		expect(await statesIn(later, 'lost')).toEqual(['begun']);
		end(later, 0, 'sent');
		await later.close();
		expect(await statesIn(ledgerOf(), 'lost')).toEqual(['sent']);
	});

	it('is new again when a later run has found that it was not sent, and could not send it', async () => {
		await run('lost');
		const later = ledgerOf();
		await later.begin(keysOf('lost'));
		end(later, 0, 'notSent');
		await later.close();
		expect(await statesIn(ledgerOf(), 'lost')).toEqual(['new']);
	});

	it('is new again when its run was stopped before a call was made', async () => {
		const stopped = ledgerOf();
		await stopped.begin(keysOf('waiting'));
		await stopped.close();
		expect(await statesIn(ledgerOf(), 'waiting')).toEqual(['new']);
	});

	it('is begun when its run was stopped before an old one was looked up', async () => {
		await run('old');
		const stopped = ledgerOf();
		await stopped.begin(keysOf('old'));
		await stopped.close();
		expect(await statesIn(ledgerOf(), 'old')).toEqual(['begun']);
	});

	it('belongs to its node, its workflow and its app', async () => {
		await run('k', 'sent');
		expect(await statesIn(ledgerOf({ node: 'n2' }), 'k')).toEqual(['new']);
		expect(await statesIn(ledgerOf({ workflow: 'w2' }), 'k')).toEqual(['new']);
		expect(await statesIn(ledgerOf({}, { sdkAppId: 1400000001 }), 'k')).toEqual(['new']);
	});
});

describe('the time of what was begun', () => {
	const time = Date.UTC(2027, 0, 15, 12, 7);
	const ago = (minutes: number) => time - minutes * 60_000;

	beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(time));
	afterEach(() => jest.restoreAllMocks());

	const firstOf = async (key: string) => {
		const known = (await ledgerOf().begin(keysOf(key))).get(0);
		if (known?.state !== 'begun') throw new Error('It is not begun');
		return time - (performance.now() - known.firstAt);
	};

	it('is the beginning of its ten minutes after a death', async () => {
		await run('begun');
		// The two readings of the monotonic clock are a moment apart.
		expect(Math.abs((await firstOf('begun')) - ago(7))).toBeLessThan(60_000);
	});

	it('stays known while nobody knows what became of it', async () => {
		await run('lost', 'inDoubt');
		expect(Math.abs((await firstOf('lost')) - ago(7))).toBeLessThan(60_000);
	});

	it('is long ago where the row does not say it', async () => {
		await run('begun');
		const [[name, row]] = [...rows.rows] as [[string, string]];
		const [mark, _period, ...keys] = JSON.parse(row) as string[];
		rows.rows.set(name, JSON.stringify([mark, ...keys]));
		expect(await firstOf('begun')).toBeLessThan(ago(29 * 24 * 60));
	});
});

describe('the row', () => {
	it('has two entries for each key, and one for each write, when everything has come to its end', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('a', 'b'));
		end(ledger, 0, 'sent');
		end(ledger, 1, 'sent');
		await ledger.close();
		const entries = JSON.parse([...rows.rows.values()][0]!) as string[];
		expect(entries).toHaveLength(2 * 2 + 2);
	});

	it('is written as seldom as can be', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('a'));
		// The keys, and a look whether they have stayed there.
		expect(rows.writes).toBe(2);
		end(ledger, 0, 'sent');
		await ledger.begin(new Map([[1, 'b']]));
		expect(rows.writes).toBe(4);
		end(ledger, 1, 'sent');
		await ledger.close();
		// The last results, a look at all of them, and away with the entry of the period.
		expect(rows.writes).toBe(8);
	});

	it('is not written again at the end for what it says already', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('a'));
		end(ledger, 0, 'sent');
		await ledger.begin(new Map([[1, 'b']]));
		end(ledger, 1, 'notSent');
		rows.writes = 0;
		await ledger.close();
		// Away with the one that was not sent, a look at the other, and away with the entry of the period.
		expect(rows.writes).toBe(3);
	});

	it('is not looked through for what was begun when all was sent', async () => {
		await run('a', 'sent');
		const record = jest.spyOn(rows, 'checkProcessedAndRecord');
		const again = ledgerOf();
		expect(await statesIn(again, 'a')).toEqual(['sent']);
		expect(Math.max(...record.mock.calls.map(([entries]) => entries.length))).toBeLessThan(10);
	});

	it('is not written at the end of a run that sent nothing new', async () => {
		await run('a', 'sent');
		const again = ledgerOf();
		await again.begin(keysOf('a'));
		const record = jest.spyOn(rows, 'checkProcessedAndRecord');
		await again.close();
		expect(record).not.toHaveBeenCalled();
	});
});

describe('a write to the row', () => {
	afterEach(() => jest.restoreAllMocks());

	it.each([
		['a moment later', 3, 20],
		['after twice the time that it took', 50, 100],
	])('is looked at %s', async (_when, took, pause) => {
		let now = 5_000;
		jest.spyOn(performance, 'now').mockImplementation(() => now);
		const pauses: Array<number | undefined> = [];
		jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, wait?: number) => {
			pauses.push(wait);
			return setImmediate(run);
		}) as never);
		rows.beforeWrite = () => void (now += took);
		await ledgerOf().begin(keysOf('a'));
		expect(pauses).toEqual([pause]);
	});
});

describe('what is under way', () => {
	it('is what was recorded and has no result', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('a', 'b'));
		expect([ledger.underWay, ledger.isUnderWay('a'), ledger.isUnderWay('c')]).toEqual([
			2,
			true,
			false,
		]);
		const next = ledger.nextSettled;
		end(ledger, 0, 'sent');
		await next;
		expect([ledger.underWay, ledger.isUnderWay('a')]).toEqual([1, false]);
	});

	it('has one result only, and others have none', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('a'));
		end(ledger, 7, 'sent');
		end(ledger, 0, 'sent');
		const next = ledger.nextSettled;
		ledger.settle(0, true);
		expect(ledger.nextSettled).toBe(next);
	});

	it('stays begun when a call was made and nothing is known of it', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('tried'));
		ledger.settle(0, true);
		await ledger.close();
		expect(await statesIn(ledgerOf(), 'tried')).toEqual(['begun']);
	});

	it('stays begun when an earlier try of the run has begun it and this one does nothing', async () => {
		await run('before');
		const ledger = ledgerOf();
		ledger.resume(0, 'before');
		expect(ledger.isUnderWay('before')).toBe(true);
		ledger.settle(0, false);
		await ledger.close();
		expect(await statesIn(ledgerOf(), 'before')).toEqual(['begun']);
	});
});

describe('another run of the same process', () => {
	it('waits until what is under way is known, and does not take it for begun', async () => {
		const first = ledgerOf();
		await first.begin(keysOf('k'));
		const second = ledgerOf();
		const asked = statesIn(second, 'k');
		end(first, 0, 'sent');
		await first.close();
		expect(await asked).toEqual(['sent']);
	});

	/** Long enough for a run that waits for nothing to ask the database. */
	const turns = async () => {
		for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
	};

	it('asks nothing while a key of its own is under way', async () => {
		const first = ledgerOf();
		await first.begin(keysOf('k', 'free'));
		rows.writes = 0;
		const second = statesIn(ledgerOf(), 'other', 'k');
		await turns();
		expect(rows.writes).toBe(0);
		end(first, 0, 'sent');
		end(first, 1, 'sent');
		await first.close();
		expect(await second).toEqual(['new', 'sent']);
	});

	it('goes on as soon as the first has noted what was certainly not sent', async () => {
		const first = ledgerOf();
		await first.begin(keysOf('k'));
		end(first, 0, 'notSent');
		const second = statesIn(ledgerOf(), 'k');
		await first.begin(new Map([[1, 'next']]));
		expect(await second).toEqual(['new']);
	});

	it('gets what was sent before it was asked for, though it is waited for itself', async () => {
		const [first, second] = [ledgerOf(), ledgerOf()];
		await Promise.all([first.begin(keysOf('a')), second.begin(keysOf('b'))]);
		end(first, 0, 'sent');
		end(second, 0, 'sent');
		const both = [first.begin(new Map([[1, 'b']])), second.begin(new Map([[1, 'a']]))];
		const states = (await Promise.all(both)).map((known) => known.get(1)?.state);
		expect(states).toEqual(['sent', 'sent']);
	});

	it('is not waited for by one that it waits for', async () => {
		const [first, second] = [ledgerOf(), ledgerOf()];
		await Promise.all([first.begin(keysOf('a')), second.begin(keysOf('b'))]);
		const both = Promise.all([first.begin(new Map([[1, 'b']])), second.begin(new Map([[1, 'a']]))]);
		end(first, 0, 'sent');
		end(second, 0, 'sent');
		const states = (await both).map((known) => known.get(1)?.state);
		expect(states).toEqual(['sent', 'sent']);
	});
});

describe('n8n', () => {
	it.each([
		['a workflow that is not saved', { workflow: '' }, 'a workflow that is saved', 'Save'],
		['an older version', { helpers: false }, 'a newer version of n8n', 'Update n8n'],
		['a run of too many items', { items: 100_001 }, 'at most 100000 items', 'Split the list'],
	])('is asked for nothing in %s', (_what, setup, said, advice) => {
		expect(() => ledgerOf(setup)).toThrow(said);
		expect(() => ledgerOf(setup)).toThrow(advice);
	});

	it('is asked for as many items as it remembers', () => {
		expect(() => ledgerOf({ items: 100_000 })).not.toThrow();
	});

	it('is asked again when it refuses a write, and says why when it always does', async () => {
		let refusals = 1;
		rows.beforeWrite = () => {
			if (refusals-- > 0) throw new Error('database is locked');
		};
		expect(await statesIn(ledgerOf(), 'k')).toEqual(['new']);
		refusals = 99;
		await expect(ledgerOf().begin(keysOf('l'))).rejects.toMatchObject({
			problem: 'database is locked',
		});
		refusals = 0;
		expect(await statesIn(ledgerOf(), 'l')).toEqual(['new']);
	});

	it('knows at the end what another process has undone in between', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('sent', 'lost'));
		rows.rows.clear();
		end(ledger, 0, 'sent');
		end(ledger, 1, 'inDoubt');
		await ledger.close();
		expect(await statesIn(ledgerOf(), 'sent', 'lost')).toEqual(['sent', 'begun']);
	});

	it('is not held up for long by many keys that were sent before', async () => {
		const keys = Array.from({ length: 500 }, (_unused, index) => `k${index}`);
		const first = ledgerOf();
		await first.begin(keysOf(...keys));
		keys.forEach((_key, item) => end(first, item, 'sent'));
		await first.close();
		const remove = jest.spyOn(rows, 'removeProcessed');
		expect(new Set(await statesIn(ledgerOf(), ...keys))).toEqual(new Set(['sent']));
		const sizes = remove.mock.calls.map(([entries]) => entries.length);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(keys.length);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
	});

	const undoEveryWrite = () => {
		rows.beforeWrite = (row) => {
			const before = rows.rows.get(row);
			setImmediate(() => rows.rows.set(row, before ?? '[]'));
		};
	};
	const tooBusy = {
		problem: expect.stringContaining('Other processes') as unknown,
		advice: expect.stringContaining('Nothing was sent for this item') as unknown,
	};

	it('is given up after ten writes that other processes undo', async () => {
		await run('before', 'sent');
		undoEveryWrite();
		rows.writes = 0;
		await expect(ledgerOf().begin(keysOf('k'))).rejects.toMatchObject(tooBusy);
		// Each write is followed by a look.
		expect(rows.writes).toBe(20);
	});

	it('is given up at the end, too, after ten times', async () => {
		const ledger = ledgerOf();
		await ledger.begin(keysOf('k'));
		end(ledger, 0, 'inDoubt');
		rows.rows.clear();
		undoEveryWrite();
		rows.writes = 0;
		await expect(ledger.close()).rejects.toMatchObject(tooBusy);
		expect(rows.writes).toBe(10);
	});
});
