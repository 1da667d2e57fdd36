import { SeenCallbacks } from '../../../nodes/TencentChatDesk/trigger/seen';

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

	it('counts callbacks, however many marks each has', () => {
		const seen = new SeenCallbacks(1_000_000, 100);
		for (let index = 0; index < 100; index += 1) {
			seen.note('a', [`request ${index}`, `message ${index}`], index);
		}

		expect(seen.size).toBe(100);
		expect(seen.note('a', ['message 0'], 101)).toBe(true);
	});

	it('has room for each trigger: a flood at one pushes out nothing of another', () => {
		const seen = new SeenCallbacks(1_000_000, 100, 300);
		for (let index = 0; index < 90; index += 1) seen.note('quiet', [String(index)], index);
		for (let index = 0; index < 1000; index += 1) seen.note('flooded', [String(index)], 100);

		expect(seen.size).toBe(190);
		expect(seen.note('quiet', ['0'], 200)).toBe(true);
	});

	it('is bounded for all triggers together, and the fullest loses its oldest', () => {
		const seen = new SeenCallbacks(1_000_000, 100, 250);
		for (let index = 0; index < 40; index += 1) seen.note('quiet', [String(index)], 0);
		for (let index = 0; index < 1000; index += 1) {
			for (const flooded of ['a', 'b', 'c', 'd']) seen.note(flooded, [String(index)], 1);
		}

		expect(seen.size).toBe(250);
		expect(seen.note('quiet', ['0'], 2)).toBe(true);
	});

	it('is bounded too where one callback comes with ever new marks', () => {
		const seen = new SeenCallbacks(1_000_000, 100);
		for (let index = 0; index < 1000; index += 1) seen.note('a', ['content', `r${index}`], 0);

		expect(seen.size).toBe(1);
		expect(seen.note('a', ['r0'], 1)).toBe(true);
		expect(seen.note('a', ['r999'], 1)).toBe(false);
	});

	it('forgets the callbacks of triggers that are called no more', () => {
		const seen = new SeenCallbacks(1000, 100);
		seen.note('gone', ['1'], 0);
		seen.note('a', ['1'], 2000);

		expect(seen.size).toBe(1);
	});
});
