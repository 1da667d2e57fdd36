const minute = 60_000;

/** A date, with or without a time of day, that names no zone. */
const withoutZone = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/;

/** Seconds since the epoch stay below this until the year 5138; milliseconds are above it. */
const firstMilliseconds = 100_000_000_000;

/** The last moment that a Date can hold, in milliseconds. */
const lastMoment = 8_640_000_000_000_000;

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

/**
 * A moment in whole seconds since the epoch.
 *
 * @param value seconds or milliseconds since the epoch, or a date as ISO 8601
 * @param zone IANA name of the zone in which a date without one is meant
 * @returns undefined when the value is no moment, or one before 1970
 */
export function secondsOf(value: unknown, zone: string): number | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const text = String(value).trim();
	if (typeof value === 'number' || /^\d{9,13}$/.test(text)) {
		const number = Number(text);
		if (!(number >= 0 && number <= lastMoment)) return undefined;
		return Math.floor(number >= firstMilliseconds ? number / 1000 : number);
	}
	const local = withoutZone.exec(text);
	const moment = Date.parse(local ? `${local[1]}T${local[2] ?? '00:00'}Z` : text);
	if (Number.isNaN(moment) || moment < 0) return undefined;
	return Math.floor((local ? inZone(moment, zone) : moment) / 1000);
}
