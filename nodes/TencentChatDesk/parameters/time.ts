import { InvalidParameter } from './invalidParameter';
import { writtenDate } from './dateText';

const minute = 60_000;
const day = 86_400_000;

/** The API counts seconds in 32 bits, up to the year 2106. */
const lastSecond = 0xffff_ffff;

/** Seconds since the epoch stay far below this; milliseconds are above it since 1973. */
const firstMilliseconds = 100_000_000_000;

/** Below this, a number is a day or a year written as a number, rather than seconds since 1970. */
const firstSeconds = 100_000_000;

type OffsetAt = (moment: number) => number;

/** What tells the time in a zone; undefined when there is no such zone. */
function clockOf(zone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
		});
	} catch {
		return undefined;
	}
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetIn(zone: string, label: string): OffsetAt {
	const clock = clockOf(zone);
	if (!clock) {
		throw new InvalidParameter(
			`'${label}' names no time zone, and that of the workflow, '${zone}', does not exist`,
			"Choose a time zone in the settings of the workflow ('Timezone'), or set GENERIC_TIMEZONE of n8n to a name such as Asia/Shanghai. A date with its own zone, such as 2025-04-01T12:00:00+08:00, needs neither.",
		);
	}
	return (moment) => {
		const parts = clock.formatToParts(moment);
		const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
		const shown = Date.UTC(
			part('year'),
			part('month') - 1,
			part('day'),
			part('hour'),
			part('minute'),
		);
		return shown - Math.floor(moment / minute) * minute;
	};
}

/** The moment at which the clocks of a zone show a time. */
function inZone(shown: number, offsetAt: OffsetAt): number {
	const before = offsetAt(shown - day);
	const after = offsetAt(shown + day);
	const moments = [shown - before, shown - after];
	return moments.find((moment) => moment + offsetAt(moment) === shown) ?? shown - before;
}

/** The moment that a text stands for, in milliseconds; NaN when it is none. */
function parsed(text: string, zone: string, label: string): number {
	const date = writtenDate(text);
	if (!date) return Number.NaN;
	const { shown, offset } = date;
	return offset === undefined ? inZone(shown, offsetIn(zone, label)) : shown - offset * minute;
}

/** A number of seconds or milliseconds, as milliseconds; NaN when it is neither. */
function counted(number: number): number {
	if (number !== 0 && number < firstSeconds) return Number.NaN;
	return number >= firstMilliseconds ? number : number * 1000;
}

/** The digits of a text that may be seconds or milliseconds: a year or a day is neither. */
const digits = /^(?:0|\d{9,13})$/;

function millisecondsOf(value: unknown, zone: string, label: string): number {
	if (value instanceof Date) return value.getTime();
	if (typeof value === 'number') return counted(value);
	if (typeof value !== 'string') return Number.NaN;
	const text = value.trim();
	return digits.test(text) ? counted(Number(text)) : parsed(text, zone, label);
}

/**
 * A moment in whole seconds since the epoch.
 *
 * A time that the clocks of the zone leave out in spring is meant an hour later, as luxon has it;
 * one that they show twice in autumn is the first of the two. (luxon takes one or the other, by the
 * season in which it is asked.)
 *
 * @param value seconds or milliseconds since the epoch, a Date, or a date that `writtenDate` reads
 * @param zone IANA name of the zone in which a date without one is meant
 * @param label of the control
 * @returns undefined when the value is no moment that the API can count
 * @throws InvalidParameter when the date needs the zone and there is no such zone
 */
export function secondsOf(value: unknown, zone: string, label = 'Date'): number | undefined {
	const seconds = Math.floor(millisecondsOf(value, zone, label) / 1000);
	return seconds >= 0 && seconds <= lastSecond ? seconds : undefined;
}

/** The first and the last second of a day. */
export interface Day {
	first: number;
	last: number;
}

/**
 * The day on which a zone has a moment, by the zone's own midnights.
 *
 * @param seconds since the epoch
 * @throws InvalidParameter when there is no such zone
 */
export function dayOf(seconds: number, zone: string, label: string): Day {
	const offsetAt = offsetIn(zone, label);
	const moment = seconds * 1000;
	const midnight = Math.floor((moment + offsetAt(moment)) / day) * day;
	return {
		first: inZone(midnight, offsetAt) / 1000,
		last: inZone(midnight + day, offsetAt) / 1000 - 1,
	};
}
