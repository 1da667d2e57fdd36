import { SeenCallbacks } from '../../../nodes/TencentChatDeskTrigger/seen';

describe('the memory of callbacks', () => {
	it('holds for its time', () => {
		const seen = new SeenCallbacks(1000, 100);

		expect(seen.note('a', ['1'], 0)).toBe(false);
		expect(seen.note('a', ['1'], 999)).toBe(true);
		expect(seen.note('a', ['1'], 1000)).toBe(false);
	});

	it('holds for its trigger', () => {
		const seen = new SeenCallbacks(1000, 100);
		seen.note('a', ['1'], 0);

		expect(seen.note('b', ['1'], 1)).toBe(false);
	});

	it('knows a callback by any one of its marks', () => {
		const seen = new SeenCallbacks(1000, 100);
		seen.note('a', ['1', '2'], 0);

		expect(seen.note('a', ['2', '3'], 1)).toBe(true);
		expect(seen.note('a', ['3'], 2)).toBe(true);
	});

	it('can be taken back', () => {
		const seen = new SeenCallbacks(1000, 100);
		seen.note('a', ['1', '2'], 0);
		seen.note('b', ['1'], 0);
		seen.forget('a', ['1', '2']);

		expect(seen.note('a', ['1', '2'], 1)).toBe(false);
		expect(seen.note('b', ['1'], 1)).toBe(true);
	});

	it('is bounded, and forgets the oldest first', () => {
		const seen = new SeenCallbacks(1_000_000, 100);
		for (let index = 0; index < 1000; index += 1) seen.note('a', [String(index)], index);

		expect(seen.size).toBe(100);
		expect(seen.note('a', ['999'], 1000)).toBe(true);
		expect(seen.note('a', ['1'], 1001)).toBe(false);
	});
});
