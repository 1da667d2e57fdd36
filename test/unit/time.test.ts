import { secondsOf } from '../../nodes/TencentChatDesk/time';

const utc = (...parts: [number, number, number, number?, number?]) => Date.UTC(...parts) / 1000;

describe('a moment', () => {
	it.each([
		['2025-04-01T12:00:00Z', utc(2025, 3, 1, 12)],
		['2025-04-01T12:00:00.999+08:00', utc(2025, 3, 1, 4)],
		[1743465600, 1743465600],
		['1743465600', 1743465600],
		[1743465600999, 1743465600],
		[0, 0],
		['0', 0],
		['Tue, 01 Apr 2025 12:00:00 GMT', utc(2025, 3, 1, 12)],
		[new Date('2025-04-01T12:00:00Z'), utc(2025, 3, 1, 12)],
	])('%j is the same in every time zone', (value, expected) => {
		expect(secondsOf(value, 'UTC')).toBe(expected);
		expect(secondsOf(value, 'Asia/Shanghai')).toBe(expected);
	});

	it.each([
		['2025-04-01T00:00:00', 'Asia/Shanghai', utc(2025, 2, 31, 16)],
		['2025-04-01', 'Asia/Shanghai', utc(2025, 2, 31, 16)],
		['2025-04-01 09:30', 'Asia/Kolkata', utc(2025, 3, 1, 4, 0)],
		['2025-04-01T00:00:00', 'America/New_York', utc(2025, 3, 1, 4)],
		// The last hour before and the first one after the clocks go forward.
		['2025-03-30T01:30:00', 'Europe/Berlin', utc(2025, 2, 30, 0, 30)],
		['2025-03-30T03:30:00', 'Europe/Berlin', utc(2025, 2, 30, 1, 30)],
		['2025-04-01T12:00:00', 'UTC', utc(2025, 3, 1, 12)],
	])('%s in %s is meant by the clocks there', (value, zone, expected) => {
		expect(secondsOf(value, zone)).toBe(expected);
	});

	it.each([
		['tomorrow'],
		['2025-13-01'],
		[Number.NaN],
		[-1],
		[true],
		[{}],
		[['2025-04-01']],
		[''],
		['1969-12-31T23:59:59Z'],
		['2107-01-01T00:00:00Z'],
		// Texts from which JavaScript would make a day of this century, by the clocks of the machine.
		['5'],
		['order 5'],
		['April 1, 2025'],
		['20250401'],
	])('is not %j', (value) => {
		expect(secondsOf(value, 'UTC')).toBeUndefined();
	});
});
