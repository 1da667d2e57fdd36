/** What a date says as it is written. */
export interface WrittenDate {
	/** What the clocks show, as if they were those of UTC: milliseconds since the epoch. */
	shown: number;
	/** How far the clocks are ahead of UTC, in minutes; undefined when the date names no zone. */
	offset?: number;
}

/** No date is longer; what is need not be looked at. */
const max = 100;

/** Clocks are between twelve hours behind UTC and fourteen ahead. */
const offsets = { min: -12 * 60, max: 14 * 60 } as const;

const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const clockPattern = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?`;
const zonePattern = String.raw`(?:Z|(?:GMT|UTC?)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?)`;

const clockShape = new RegExp(`^${clockPattern}$`);
const zoneShape = new RegExp(`^${zonePattern}$`, 'i');

/** Year, month and day in this order: ISO 8601 and what databases and spreadsheets make of it. */
const yearFirst = new RegExp(
	`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?:([T ])(${clockPattern}) ?(${zonePattern})?)?$`,
	'i',
);

interface Day {
	year: number;
	/** 1 is January. */
	month: number;
	day: number;
}

/** The time of day in milliseconds; undefined for one that no clock shows. */
function timeOf(clock: string, meridiem?: string): number | undefined {
	const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
	if (minute > 59 || second >= 60) return undefined;
	const rest = minute * 60_000 + Math.floor(second * 1000);
	if (meridiem === undefined) return hour > 23 ? undefined : hour * 3_600_000 + rest;
	if (hour < 1 || hour > 12) return undefined;
	const half = meridiem.toLowerCase() === 'pm' ? 12 : 0;
	return ((hour % 12) + half) * 3_600_000 + rest;
}

/** Midnight of a day; undefined for a day that the calendar does not have. */
function midnightOf({ year, month, day }: Day): number | undefined {
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.getTime() : undefined;
}

/** Minutes ahead of UTC; undefined for an offset that no zone has. */
function offsetOf(zone: string): number | undefined {
	const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
	const size = Number(hours) * 60 + Number(minutes);
	const offset = sign === '-' ? -size : size;
	return Number(minutes) > 59 || offset < offsets.min || offset > offsets.max ? undefined : offset;
}

/** Whether a time and what stands behind it are rather a slot, as in "10:00-11:00". */
const isSlot = (clock: string, zone: string) =>
	/^\d{1,2}:\d{2}$/.test(clock) && /^-\d{2}(?::\d{2})?$/.test(zone);

function written(
	day: Day,
	clock: string,
	zone: string | undefined,
	meridiem?: string,
): WrittenDate | undefined {
	const midnight = midnightOf(day);
	const time = timeOf(clock, meridiem);
	if (midnight === undefined || time === undefined) return undefined;
	const shown = midnight + time;
	if (zone === undefined) return { shown };
	const offset = offsetOf(zone);
	return offset === undefined ? undefined : { shown, offset };
}

function fromNumbers(match: RegExpExecArray): WrittenDate | undefined {
	const [, year, divider, month = '', day = '', between, clock = '00:00', zone] = match;
	if (zone === undefined) {
		// Not ISO 8601 any more: nothing says whose habit it follows.
		const isIso = divider === '-' && month.length === 2 && day.length === 2;
		if (!isIso || clock.indexOf(':') !== 2) return undefined;
	} else if (between === ' ' && isSlot(clock, zone)) return undefined;
	return written({ year: Number(year), month: Number(month), day: Number(day) }, clock, zone);
}

/** The place of a name in a list, whole or shortened to three letters or more; -1 when it is none. */
const placeOf = (word: string, names: readonly string[]): number =>
	word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word.toLowerCase()));

/** The words of a date with a month's name; each is told by its shape, wherever it stands. */
const shapes = {
	clock: (word: string) => clockShape.test(word),
	year: (word: string) => /^\d{4}$/.test(word),
	day: (word: string) => /^\d{1,2}$/.test(word),
	meridiem: (word: string) => /^[ap]m$/i.test(word),
	month: (word: string) => placeOf(word, months) >= 0,
	weekday: (word: string) => placeOf(word, weekdays) >= 0,
	zone: (word: string) => zoneShape.test(word),
} as const;

type Kind = keyof typeof shapes;
const kinds = Object.keys(shapes) as Kind[];

/** "01-Apr-2025", as cookies have it, in three words. */
const unhyphened = (word: string) =>
	/^\d{1,2}-[a-z]+-\d{4}$/i.test(word) ? word.split('-') : [word];

/** RFC 2822, `toUTCString()`, `toString()` and their like. They always name their zone. */
function fromWords(text: string): WrittenDate | undefined {
	const bare = text.endsWith(')') ? text.slice(0, text.lastIndexOf('(')).trim() : text;
	const found: Partial<Record<Kind, string>> = {};
	for (const word of bare.split(/[\s,]+/).flatMap(unhyphened)) {
		const kind = kinds.find((candidate) => shapes[candidate](word));
		if (kind === undefined || found[kind] !== undefined) return undefined;
		found[kind] = word;
	}
	const { clock, year, day, month, weekday, zone, meridiem } = found;
	if (!clock || !year || !day || !month || !zone || isSlot(clock, zone)) return undefined;
	const named = { year: Number(year), month: placeOf(month, months) + 1, day: Number(day) };
	const date = written(named, clock, zone, meridiem);
	if (!date || weekday === undefined) return date;
	return new Date(date.shown).getUTCDay() === placeOf(weekday, weekdays) ? date : undefined;
}

/**
 * What a text says of a date: year, month and day in numbers, or a month's name with a zone.
 *
 * @returns undefined for a day, a time or an offset that does not exist, for a weekday that is not
 * that of the day, and for what people read in more than one way, such as 05/04/2025
 */
export function writtenDate(text: string): WrittenDate | undefined {
	if (text.length > max) return undefined;
	const numbers = yearFirst.exec(text);
	return numbers ? fromNumbers(numbers) : fromWords(text);
}
