const minute = 60_000;

/** A date, with or without a time of day, that names no zone. */
const withoutZone = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/;

/** A date that names its zone, as ISO 8601 has it or as `toUTCString()` gives it. */
const withZone = /\d{2}:\d{2}.*(?:Z|GMT|[+-]\d{2}:?\d{2})/;

/** The API counts seconds in 32 bits, up to the year 2106. */
const lastSecond = 0xffff_ffff;

/** Seconds since the epoch stay far below this; milliseconds are above it since 1973. */
const firstMilliseconds = 100_000_000_000;

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	}).formatToParts(moment);
	const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
	const shown = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
	);
	return shown - Math.floor(moment / minute) * minute;
}

/** The moment at which the clocks of a zone show a time. */
function inZone(shown: number, zone: string): number {
	const guess = shown - offsetAt(shown, zone);
	return shown - offsetAt(guess, zone);
}

/** The moment that a text stands for, in milliseconds; NaN when it is none. */
function parsed(text: string, zone: string): number {
	const local = withoutZone.exec(text);
	if (local) {
		const shown = Date.parse(`${local[1]}T${local[2] ?? '00:00'}Z`);
		return Number.isNaN(shown) ? shown : inZone(shown, zone);
	}
	// JavaScript would read anything else by the clocks of this machine, or make a year of a number.
	return withZone.test(text) ? Date.parse(text) : Number.NaN;
}

/** A number of seconds or milliseconds, as milliseconds. */
const counted = (number: number) => (number >= firstMilliseconds ? number : number * 1000);

/** The digits of a text that may be seconds or milliseconds: a year or a day is neither. */
const digits = /^(?:0|\d{9,13})$/;

function millisecondsOf(value: unknown, zone: string): number {
	if (value instanceof Date) return value.getTime();
	if (typeof value === 'number') return counted(value);
	if (typeof value !== 'string') return Number.NaN;
	const text = value.trim();
	return digits.test(text) ? counted(Number(text)) : parsed(text, zone);
}

/**
 * A moment in whole seconds since the epoch.
 *
 * @param value seconds or milliseconds since the epoch, a Date, or a date as ISO 8601
 * @param zone IANA name of the zone in which a date without one is meant
 * @returns undefined when the value is no moment that the API can count
 */
export function secondsOf(value: unknown, zone: string): number | undefined {
	const seconds = Math.floor(millisecondsOf(value, zone) / 1000);
	return seconds >= 0 && seconds <= lastSecond ? seconds : undefined;
}
