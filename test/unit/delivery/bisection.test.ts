import type { CallOf } from '../../../nodes/TencentChatDesk/delivery/call';
import { bisect, takeAllItems } from '../../../nodes/TencentChatDesk/delivery/bisection';
import { failureOf, type Failure } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { batchCall } from './support/calls';
import { parcel } from './support/operations';

const failed = (kind: Failure['kind']) => failureOf(kind, 'It failed', 'Do something.');
const refusal = failed('permanent');

/** A call that so many items share. */
const shared = (count: number): CallOf<'batch'> =>
	batchCall(
		parcel,
		Array.from({ length: count }, (_, index) => ({ Parcels: [`${index}`] })),
	);

const waiting = ({ bisection }: CallOf<'batch'>) =>
	bisection.groups.map((group) => group.map(({ item }) => item));

describe('a batch that was refused as a whole', () => {
	it.each<[number, number[][]]>([
		[2, [[0], [1]]],
		[
			4,
			[
				[0, 1],
				[2, 3],
			],
		],
		[
			5,
			[
				[0, 1, 2],
				[3, 4],
			],
		],
	])('of %d items goes on in two halves', (count, halves) => {
		const call = shared(count);
		expect(bisect(call, refusal)).toBe(true);
		expect(waiting(call)).toEqual(halves);
	});

	it('has its halves before what waits from an earlier refusal: items stay in their order', () => {
		const call = shared(8);
		bisect(call, refusal);
		call.items = call.bisection.groups.shift() ?? [];
		bisect(call, refusal);
		expect(waiting(call)).toEqual([
			[0, 1],
			[2, 3],
			[4, 5, 6, 7],
		]);
	});

	it('of a single item has nothing to halve', () => {
		const call = shared(1);
		expect(bisect(call, refusal)).toBe(false);
		expect(waiting(call)).toEqual([]);
	});

	it('whose items may have been carried out is not sent again in parts', () => {
		const call = shared(4);
		call.attempts.doubt = true;
		expect(bisect(call, refusal)).toBe(false);
		expect(waiting(call)).toEqual([]);
	});

	it.each<[Failure['kind'], boolean]>([
		['permanent', true],
		['unexplained', true],
		['frequency', false],
		['transient', false],
		['signature', false],
		['lockedOut', false],
		['credential', false],
		['unavailable', false],
		['unreachable', false],
		['lost', false],
	])('with a failure of the kind "%s" is about one of its items: %s', (kind, expected) => {
		expect(bisect(shared(4), failed(kind))).toBe(expected);
	});

	it('is not halved any more after twelve refusals in a row, which are about no item', () => {
		const call = shared(2);
		const results = Array.from({ length: 13 }, () => bisect(call, refusal));
		expect(results.filter(Boolean)).toHaveLength(12);
		expect(results.at(-1)).toBe(false);
	});
});

describe('a batch that breaks off', () => {
	it('gives up the items of its call and those that wait, each once', () => {
		const call = shared(8);
		bisect(call, refusal);
		call.items = call.bisection.groups.shift() ?? [];
		expect(takeAllItems(call).map(({ item }) => item)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(waiting(call)).toEqual([]);
	});
});
