import type { BatchCall, Body } from '../../../nodes/TencentChatDesk/contract';
import { Batches } from '../../../nodes/TencentChatDesk/delivery/batches';
import type { CallOf } from '../../../nodes/TencentChatDesk/delivery/call';
import type { Settings } from '../../../nodes/TencentChatDesk/delivery/settings';
import { batchCall, defaultSettings } from './support/calls';
import { parcel } from './support/operations';

const addressed: BatchCall = {
	...parcel,
	batch: { ...parcel.batch, about: ({ Parcels }) => Parcels as string[] },
};

/** The call of one item alone. */
function callOf(text: string, settings: Partial<Settings> = {}, body: Body = {}) {
	const call = batchCall(parcel, [{ Street: 'Main Street', Parcels: [text], ...body }]);
	return { ...call, settings: { ...defaultSettings, ...settings } };
}

const inStreet = (text: string, Street: string) => callOf(text, {}, { Street });

const textsOf = (calls: Array<CallOf<'batch'>> | undefined) =>
	calls?.map(({ items }) => items.flatMap(({ payload }) => payload.Parcels).join(' '));

/** The texts of the calls that leave at last, in their order. */
function restOf(batches: Batches): string[] {
	const texts: string[] = [];
	for (let rest = batches.closeOldest(); rest; rest = batches.closeOldest()) {
		texts.push(...textsOf(rest)!);
	}
	return texts;
}

describe('open calls', () => {
	it('may be a thousand; with one more the oldest leaves', () => {
		const batches = new Batches(parcel.batch);
		for (let item = 0; item < 1_000; item += 1) {
			expect(batches.add(inStreet(`${item}`, `street ${item}`))).toEqual([]);
		}
		expect(textsOf(batches.add(inStreet('1000', 'street 1000')))).toEqual(['0']);
		expect(textsOf(batches.closeOldest())).toEqual(['1']);
	});

	it('leave in the order in which they were opened', () => {
		const batches = new Batches(parcel.batch);
		for (const text of ['a', 'b', 'c']) batches.add(inStreet(text, text));
		batches.add(inStreet('d', 'a'));
		expect(restOf(batches)).toEqual(['a d', 'b', 'c']);
	});

	it('leave as soon as they are full', () => {
		const batches = new Batches(parcel.batch);
		expect(textsOf(batches.add(callOf('a')))).toEqual([]);
		expect(textsOf(batches.add(callOf('b')))).toEqual([]);
		expect(textsOf(batches.add(callOf('c')))).toEqual(['a b c']);
		expect(batches.closeOldest()).toBeUndefined();
	});

	it('are another one for each deduplication key', () => {
		const batches = new Batches(parcel.batch);
		for (const [text, deduplicationKey] of [
			['a', 'one'],
			['b', 'other'],
			['c', 'one'],
			['d', undefined],
		] as const) {
			batches.add(callOf(text, { deduplicationKey }));
		}
		expect(restOf(batches)).toEqual(['a c', 'b', 'd']);
	});

	it('are shared by other keys where those are remembered in the database', () => {
		const batches = new Batches(parcel.batch);
		batches.add(callOf('a', { sendOnce: true, deduplicationKey: 'one' }));
		batches.add(callOf('b', { sendOnce: true, deduplicationKey: 'other' }));
		expect(restOf(batches)).toEqual(['a b']);
	});

	it('are another one for each pair of numbers that an earlier try has used', () => {
		const batches = new Batches(parcel.batch);
		const numbered = (text: string, random: number) => ({
			...callOf(text),
			dedupeNumbers: { random, sequence: 1 },
		});
		for (const call of [numbered('a', 1), numbered('b', 2), numbered('c', 1)]) batches.add(call);
		expect(restOf(batches)).toEqual(['a c', 'b']);
	});
});

describe('open calls about the same account', () => {
	it('leave before the one that was opened after them', () => {
		const batches = new Batches(addressed.batch);
		batches.add(inStreet('mia', 'A'));
		batches.add(inStreet('tom', 'B'));
		batches.add(inStreet('mia', 'C'));
		batches.add(inStreet('ann', 'C'));
		expect(textsOf(batches.add(inStreet('eve', 'C')))).toEqual(['mia', 'mia ann eve']);
		expect(restOf(batches)).toEqual(['tom']);
	});

	it('bind those no more that come after they have left', () => {
		const batches = new Batches(addressed.batch);
		batches.add(inStreet('mia', 'A'));
		expect(textsOf(batches.closeOldest())).toEqual(['mia']);
		batches.add(inStreet('tom', 'A'));
		batches.add(inStreet('mia', 'A'));
		expect(restOf(batches)).toEqual(['tom mia']);
	});
});
