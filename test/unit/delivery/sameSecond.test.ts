import { SameSecond } from '../../../nodes/TencentChatDesk/delivery/scheduling/sameSecond';

let now = 1_000;

beforeEach(() => {
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

describe('messages that clients sort by their numbers within a second', () => {
	it('wait for the next second where their number is not above the last one', () => {
		const apart = new SameSecond();
		apart.note(['alice'], 7);
		now += 400;

		expect([6, 7, 8].map((sequence) => apart.rest(['alice'], sequence))).toEqual([600, 600, 0]);
		expect(apart.rest(['bob'], 1)).toBe(0);
		now += 600;
		expect(apart.rest(['alice'], 1)).toBe(0);
	});

	it('wait for the reader who has to wait longest', () => {
		const apart = new SameSecond();
		apart.note(['alice'], 7);
		now += 100;
		apart.note(['bob'], 9);

		expect(apart.rest(['alice', 'bob', 'carol'], 5)).toBe(1_000);
		expect(apart.rest(['alice', 'bob', 'carol'], 8)).toBe(1_000);
		expect(apart.rest(['alice', 'carol'], 5)).toBe(900);
	});

	it('are measured by the last of a reader, not the first', () => {
		const apart = new SameSecond();
		apart.note(['alice'], 9);
		now += 300;
		apart.note(['alice'], 2);

		expect(apart.rest(['alice'], 5)).toBe(0);
		expect(apart.rest(['alice'], 2)).toBe(1_000);
	});
});
