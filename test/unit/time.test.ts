import { DateTime } from 'luxon';

import { secondsOf } from '../../nodes/TencentChatDesk/parameters/time';
import { item, refusal } from './item';

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
		['2025-04-01 12:00:00+08', utc(2025, 3, 1, 4)],
		['2025-04-01 12:00:00-05:00', utc(2025, 3, 1, 17)],
		['2025-04-01T10:00-11:00', utc(2025, 3, 1, 21)],
		['2025-04-01 12:00 GMT', utc(2025, 3, 1, 12)],
		['2025/04/01 12:00:00 +0200', utc(2025, 3, 1, 10)],
		['2024-02-29T12:00:00Z', utc(2024, 1, 29, 12)],
		['Tue Apr 01 2025 12:00:00 GMT+0200 (Central European Summer Time)', utc(2025, 3, 1, 10)],
		['Tue, 1 Apr 2025 12:00 -0500', utc(2025, 3, 1, 17)],
		['1 Apr 2025 12:00:00 +0200', utc(2025, 3, 1, 10)],
		['Tue, 01-Apr-2025 12:00:00 GMT', utc(2025, 3, 1, 12)],
		['Tue Apr 01 12:00:00 +0000 2025', utc(2025, 3, 1, 12)],
		['April 1, 2025 1:30 PM GMT+2', utc(2025, 3, 1, 11, 30)],
		['April 1, 2025 12:30 AM UTC', utc(2025, 3, 1, 0, 30)],
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
		// Shown twice in autumn: the first of the two.
		['2025-10-26T02:30:00', 'Europe/Berlin', utc(2025, 9, 26, 0, 30)],
		['2025-11-02T01:30:00', 'America/New_York', utc(2025, 10, 2, 5, 30)],
	])('%s in %s is meant by the clocks there', (value, zone, expected) => {
		expect(secondsOf(value, zone)).toBe(expected);
	});

	it.each([
		['2025-03-30T02:30:00', 'Europe/Berlin'],
		['2025-03-09T02:30:00', 'America/New_York'],
		['2025-10-05T02:15:00', 'Australia/Lord_Howe'],
	])('that the clocks leave out is what luxon makes of it: %s in %s', (value, zone) => {
		expect(secondsOf(value, zone)).toBe(DateTime.fromISO(value, { zone }).toSeconds());
	});

	it.each([
		// Days that the calendar does not have.
		['2025-02-30'],
		['2025-02-30T10:00:00'],
		['2025-02-30T10:00:00Z'],
		['2025-02-30T10:00:00.500+08:00'],
		['2025-02-29 10:00'],
		['2025-04-31'],
		['2025-00-10'],
		['2025-04-00'],
		['1900-02-29T10:00:00Z'],
		['31 Apr 2025 10:00 GMT'],
		['Sun, 30 Feb 2025 10:00:00 GMT'],
		['0099-01-01T00:00:00Z'],
		// A weekday that is not that of the day.
		['Mon, 01 Apr 2025 12:00:00 GMT'],
		['Wed Apr 01 2025 12:00:00 GMT+0200 (CEST)'],
		// Times that no clock shows.
		['2025-04-01T24:00:00'],
		['2025-04-01T24:00:00Z'],
		['2025-04-01T12:60:00Z'],
		['2025-04-01T12:00:60'],
		['Tue, 01 Apr 2025 12:00:60 GMT'],
		['April 1, 2025 13:00 PM GMT'],
		['April 1, 2025 0:30 AM GMT'],
		// Offsets that no zone has.
		['2025-04-01T12:00:00+15:00'],
		['2025-04-01T12:00:00-13:00'],
		['2025-04-01T12:00:00+08:60'],
		// Day and month, or month and day.
		['05/04/2025 10:00:00 +0200'],
		['04/05/2025 10:00 GMT'],
		['1.4.2025 10:00 GMT'],
		['01-04-2025 10:00 GMT'],
		['01-Apr-25 10:00 GMT'],
		['2025/04/01 12:00'],
		// A slot rather than a time and its zone.
		['2025-04-01 10:00-11:00'],
		['2025-04-01 10:00 -11:00'],
		['2025-04-01 10:00-11'],
		['10:00-11:30 2025-04-01'],
		['1 Apr 2025 10:00 -11:00'],
		// More than a date.
		['2025-04-01T12:00:00Z and more'],
		['1 Apr 2 May 2025 10:00 GMT'],
		// A day or a year that a table holds as a number.
		[20250401],
		[2025],
	])('is not %j, which does not exist or means two things', (value) => {
		expect(secondsOf(value, 'UTC')).toBeUndefined();
		expect(secondsOf(value, 'America/New_York')).toBeUndefined();
	});

	it('is not a very long text, and to see so takes no time to speak of', () => {
		expect(secondsOf('00:00'.repeat(120_000), 'UTC')).toBeUndefined();
		expect(secondsOf(`2025-04-01T00:00:00.${'0'.repeat(200_000)}`, 'UTC')).toBeUndefined();
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

describe('a time zone that does not exist', () => {
	const zones = ['Asia/Beijing', 'UTC+8', 'GMT+8', 'DEFAULT', ''];
	const inZone = (zone: string, value: unknown) =>
		item({ from: value }, zone).seconds('from', 'From');

	it.each(zones)("is named by a date that needs it, with where to set it: '%s'", (zone) => {
		for (const date of ['2025-04-01', '2025-04-01T00:00:00', '2025-04-01 09:30']) {
			const { problem, advice } = refusal(() => inZone(zone, date));
			expect(problem).toBe(
				`'From' names no time zone, and that of the workflow, '${zone}', does not exist`,
			);
			expect(advice).toMatch(/settings of the workflow.*GENERIC_TIMEZONE/);
		}
	});

	it.each(zones)("does not matter to a moment that needs none: '%s'", (zone) => {
		const moments = [
			'2025-04-01T12:00:00Z',
			'2025-04-01T20:00:00+08:00',
			'Tue, 01 Apr 2025 12:00:00 GMT',
			utc(2025, 3, 1, 12),
			new Date('2025-04-01T12:00:00Z'),
			DateTime.fromISO('2025-04-01T12:00:00Z'),
		];
		for (const moment of moments) expect(inZone(zone, moment)).toBe(utc(2025, 3, 1, 12));
	});
});

describe('the day of a moment', () => {
	const day = (from: string, zone: string) => item({ from }, zone).day('from', 'From');

	it.each([
		['2025-04-01T15:00:00', 'UTC', utc(2025, 3, 1), utc(2025, 3, 2) - 1],
		['2025-04-01T00:00:00', 'Asia/Shanghai', utc(2025, 2, 31, 16), utc(2025, 3, 1, 16) - 1],
		['2025-04-01T23:59:59', 'America/New_York', utc(2025, 3, 1, 4), utc(2025, 3, 2, 4) - 1],
		// The same moment is of another day elsewhere.
		['2025-04-01T20:00:00Z', 'Asia/Shanghai', utc(2025, 3, 1, 16), utc(2025, 3, 2, 16) - 1],
		// Days of 23 and 25 hours.
		['2025-03-30T12:00:00', 'Europe/Berlin', utc(2025, 2, 29, 23), utc(2025, 2, 30, 22) - 1],
		['2025-10-26T12:00:00', 'Europe/Berlin', utc(2025, 9, 25, 22), utc(2025, 9, 26, 23) - 1],
	])('%s in %s', (from, zone, first, last) => {
		expect(day(from, zone)).toEqual({ first, last });
	});
});
