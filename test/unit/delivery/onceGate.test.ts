import type { Call } from '../../../nodes/TencentChatDesk/delivery/call';
import type { Known, KeyLedger } from '../../../nodes/TencentChatDesk/delivery/ledger/keyLedger';
import { OnceGate } from '../../../nodes/TencentChatDesk/delivery/ledger/onceGate';
import { batchCall, singleCall, defaultSettings } from './support/calls';
import { letter, parcel } from './support/operations';

/** A ledger that knows nothing, and whose messages end when the test says so. */
class Ledger {
	readonly groups: string[][] = [];
	readonly under = new Set<string>();
	fails = false;
	/** Instead of what it knows of a key. */
	knownAs: Known = { state: 'new' };
	private ended: () => void = () => undefined;
	nextSettled = this.fresh();

	get underWay(): number {
		return this.under.size;
	}

	isUnderWay(key: string): boolean {
		if (key === 'broken') throw new Error('planted');
		return this.under.has(key);
	}

	async begin(keys: ReadonlyMap<number, string>): Promise<Map<number, Known>> {
		await Promise.resolve();
		if (this.fails) throw new Error('planted');
		this.groups.push([...keys.values()]);
		for (const key of keys.values()) this.under.add(key);
		return new Map([...keys.keys()].map((item) => [item, this.knownAs]));
	}

	end(key: string): void {
		this.under.delete(key);
		this.ended();
		this.nextSettled = this.fresh();
	}

	private fresh(): Promise<void> {
		return new Promise((resolve) => (this.ended = resolve));
	}
}

function gate(ledger = new Ledger()) {
	const through: number[] = [];
	const states: string[] = [];
	const failed: number[] = [];
	const one = new OnceGate(
		ledger as unknown as KeyLedger,
		({ items }, { state }) => {
			through.push(items[0]!.item);
			states.push(state);
		},
		(item) => void failed.push(item),
	);
	return { one, ledger, through, states, failed };
}

function keyed(item: number, key: string | undefined, to = `to ${key}`, perSecond = 100): Call {
	const call = singleCall(letter, { To: to });
	call.items[0]!.item = item;
	call.items[0]!.onceKey = key;
	call.settings = { ...defaultSettings, requestsPerSecond: perSecond };
	return { ...call, orderingKey: to };
}

/** A message of which Tencent's history tells later whether it was sent. */
function lookedUp(item: number, perSecond: number): Call {
	const call = keyed(item, `k${item}`, `to ${item}`, perSecond);
	return { ...call, operation: { ...letter, lookup: {} } } as Call;
}

/** An item of a call that several share. */
function shared(item: number, key: string, to?: string): Call {
	const about = to === undefined ? undefined : () => [to];
	const operation = { ...parcel, batch: { ...parcel.batch, about } };
	const call = batchCall(operation, [{ Street: 'Main Street', Parcels: [] }]);
	call.items[0]!.item = item;
	call.items[0]!.onceKey = key;
	return call;
}

/** Lets through what can be, and ends it, until nothing is left. */
async function drain({ one, ledger }: ReturnType<typeof gate>): Promise<void> {
	for (let hold = one.advance(true); hold; hold = one.advance(true)) {
		for (const key of [...ledger.under]) ledger.end(key);
		await (hold.forResults ? Promise.resolve() : hold.until);
	}
}

describe('messages that are held back', () => {
	it('go through in their order, in groups that grow', async () => {
		const held = gate();
		for (let item = 0; item < 100; item += 1) held.one.add(keyed(item, `k${item}`));
		await drain(held);
		expect(held.through).toEqual(Array.from({ length: 100 }, (_unused, item) => item));
		expect(held.ledger.groups.map(({ length }) => length)).toEqual([16, 32, 52]);
	});

	it('go through in small groups where a crash leaves them in doubt', async () => {
		const held = gate();
		for (let item = 0; item < 100; item += 1) {
			held.one.add(keyed(item, `k${item}`, `to ${item}`, 10));
		}
		await drain(held);
		expect(Math.max(...held.ledger.groups.map(({ length }) => length))).toBe(20);
	});

	it('go through in large groups where each can be looked up', async () => {
		const held = gate();
		for (let item = 0; item < 200; item += 1) held.one.add(lookedUp(item, 10));
		await drain(held);
		expect(held.ledger.groups.map(({ length }) => length)).toEqual([16, 32, 50, 50, 50, 2]);
	});

	it('are recorded while the group before them is under way, where they can be looked up', async () => {
		const sizes = [];
		for (const call of [lookedUp, (item: number) => keyed(item, `k${item}`)]) {
			const { one, ledger } = gate();
			for (let item = 0; item < 64; item += 1) one.add(call(item, 16));
			for (let hold = one.advance(true); hold?.forResults === false; hold = one.advance(true)) {
				await hold.until;
			}
			sizes.push(ledger.underWay);
		}
		expect(sizes).toEqual([64, 16]);
	});

	it('go through in the largest groups where they share calls', async () => {
		const held = gate();
		for (let item = 0; item < 2_100; item += 1)
			held.one.add(shared(item, `k${item}`, `to ${item}`));
		await drain(held);
		expect(Math.max(...held.ledger.groups.map(({ length }) => length))).toBe(1_000);
	});

	it('go through with what is known of them, those without a key as new', async () => {
		const held = gate();
		held.ledger.knownAs = { state: 'sent' };
		held.one.add(keyed(0, 'a'));
		held.one.add(keyed(1, undefined));
		await drain(held);
		expect(held.states).toEqual(['sent', 'new']);
	});

	it('are gathered until their group is full, and go through without more', async () => {
		const { one, through } = gate();
		for (let item = 0; item < 15; item += 1) one.add(keyed(item, `k${item}`));
		expect([one.takesMore, one.advance(false)]).toEqual([true, undefined]);
		one.add(keyed(15, 'k15'));
		expect(one.takesMore).toBe(false);
		const hold = one.advance(false);
		expect(one.advance(false)).toEqual({ until: hold?.until, forResults: false });
		await one.rest();
		expect(through).toHaveLength(16);
	});

	/** A gate that has let a group of 16 through, and has 17 of the 32 that the next one takes. */
	async function afterOne(perSecond: number, begin: () => Promise<void> = async () => {}) {
		const ledger = new Ledger();
		const known = ledger.begin.bind(ledger);
		ledger.begin = async (keys) => {
			await begin();
			return await known(keys);
		};
		const { one } = gate(ledger);
		for (let item = 0; item < 17; item += 1) one.add(lookedUp(item, perSecond));
		await one.advance(false)?.until;
		for (let item = 17; item < 33; item += 1) one.add(lookedUp(item, perSecond));
		for (const key of [...ledger.under]) ledger.end(key);
		await one.advance(false)?.until;
		return one;
	}

	it('are read evenly while the group before them leaves, and in time', async () => {
		const one = await afterOne(100);
		const due: number[] = [];
		let item = 100;
		for (let left = 31; left >= 0; left -= 1) {
			const now = one.itemsDue(left);
			for (let read = 0; read < now; read += 1) one.add(lookedUp(item++, 100));
			due.push(now);
		}
		expect(due.slice(0, 31).reduce((sum, count) => sum + count)).toBe(15);
		expect(Math.max(...due)).toBe(1);
		expect(due.slice(0, 16).reduce((sum, count) => sum + count)).toBeLessThan(10);
		expect(one.takesMore).toBe(false);
		expect(one.itemsDue(0)).toBe(0);
	});

	it('are read a few at a time where few calls leave, as when most were sent before', async () => {
		const one = await afterOne(100);
		expect([3, 2, 1, 0].map((left) => one.itemsDue(left))).toEqual([2, 2, 2, 2]);
	});

	it('are opened when few of the group before them are left', async () => {
		const one = await afterOne(4);
		expect([2, 1].map((left) => one.isDue(left))).toEqual([false, true]);
	});

	it('are opened earlier when n8n took long to open the last ones, but not before half has left', async () => {
		const clock = jest.spyOn(performance, 'now');
		const slow = async (milliseconds: number) =>
			await afterOne(4, async () => {
				const time = performance.now();
				clock.mockReturnValue(time + milliseconds);
			});
		const some = await slow(1_000);
		expect([7, 6].map((left) => some.isDue(left))).toEqual([false, true]);
		const long = await slow(60_000);
		expect([11, 10].map((left) => long.isDue(left))).toEqual([false, true]);
		clock.mockRestore();
	});

	it('wait for more until their group is full, or nothing more comes', () => {
		const { one } = gate();
		expect(one.advance(false)).toBeUndefined();
		one.add(keyed(0, 'k'));
		expect(one.advance(false)).toBeUndefined();
		expect(one.takesMore).toBe(true);
		expect(one.advance(true)).toMatchObject({ forResults: false });
	});

	it('wait for results when too much is under way', async () => {
		const { one, ledger } = gate();
		for (let item = 0; item < 16; item += 1) ledger.under.add(`other ${item}`);
		one.add(keyed(0, 'k'));
		expect(one.advance(true)).toMatchObject({ forResults: true });
		ledger.end('other 0');
		const hold = one.advance(true);
		expect(hold).toMatchObject({ forResults: false });
		await hold?.until;
		expect(ledger.groups).toEqual([['k']]);
	});

	it('keep their order with those that have no key', async () => {
		const held = gate();
		held.one.add(keyed(0, 'a'));
		held.one.add(keyed(1, undefined));
		held.one.add(keyed(2, 'b'));
		await drain(held);
		expect(held.through).toEqual([0, 1, 2]);
		expect(held.ledger.groups).toEqual([['a', 'b']]);
	});

	it('wait behind a message with their key, and hold up no other', async () => {
		const held = gate();
		held.one.add(keyed(0, 'a'));
		held.one.add(keyed(1, 'a'));
		held.one.add(keyed(2, 'b'));
		const hold = held.one.advance(true);
		await hold?.until;
		expect(held.through).toEqual([0, 2]);
		expect(held.one.advance(true)).toMatchObject({ forResults: true });
		held.ledger.end('a');
		await drain(held);
		expect(held.through).toEqual([0, 2, 1]);
	});

	it('wait behind a message with their key that went through before they were read', async () => {
		const held = gate();
		held.one.add(keyed(0, 'a'));
		await held.one.advance(true)?.until;
		held.one.add(keyed(1, 'a'));
		await held.one.advance(true)?.until;
		expect([held.through, held.failed]).toEqual([[0], []]);
		await drain(held);
		expect([held.through, held.failed]).toEqual([[0, 1], []]);
	});

	it('are not due while more are waiting than their group takes', () => {
		const { one } = gate();
		for (let item = 0; item < 20; item += 1) one.add(keyed(item, `k${item}`));
		expect(one.itemsDue(0)).toBe(0);
	});

	it('may be for anybody where they have no key', () => {
		const { one } = gate();
		one.add(keyed(0, undefined, 'mia'));
		expect(() => one.add(keyed(1, undefined, 'tom'))).not.toThrow();
	});

	it('are refused with a key that stands for somebody else', () => {
		const { one } = gate();
		one.add(keyed(0, 'campaign', 'mia'));
		one.add(keyed(1, 'campaign', 'mia'));
		const another = () => one.add(keyed(2, 'campaign', 'tom'));
		expect(another).toThrow('\'Deduplication Key\' "campaign"');
		expect(another).toThrow('Make it different for each message');
	});

	it('are refused with it in a call that several share, too', () => {
		const { one } = gate();
		one.add(shared(0, 'campaign', 'mia'));
		one.add(shared(1, 'campaign', 'mia'));
		expect(() => one.add(shared(2, 'campaign', 'tom'))).toThrow("'Deduplication Key'");
		one.add(shared(3, 'nobody'));
		expect(() => one.add(shared(4, 'nobody'))).not.toThrow();
	});

	it('all fail, those behind another too, after what should never happen', async () => {
		const held = gate();
		held.one.add(keyed(0, 'a'));
		held.one.add(keyed(1, 'a'));
		await held.one.advance(true)?.until;
		held.one.add(keyed(2, 'broken'));
		await held.one.advance(true)?.until;
		expect(held.one.advance(true)).toBeUndefined();
		expect([held.through, held.failed]).toEqual([[0], [2, 1]]);
	});

	it('all fail, those without a key too, when nothing can be recorded', async () => {
		const held = gate();
		held.ledger.fails = true;
		held.one.add(keyed(0, 'a'));
		held.one.add(keyed(1, undefined));
		await drain(held);
		await held.one.rest();
		expect([held.through, held.failed]).toEqual([[], [0, 1]]);
	});
});
