import { BadInput } from '../badInput';
import type { Fields } from '../fields';
import { largestUnsigned } from './common';

/**
 * A point in time as the API counts it, in seconds since 1970: given so, or as a date.
 *
 * @throws BadInput naming the control, for milliseconds too.
 */
export function optionalTime(fields: Fields, name: string, label: string): number | undefined {
	const text = fields.optionalText(name, label)?.trim();
	if (text === undefined || text === '') return undefined;
	const seconds = /^\d+$/.test(text) ? Number(text) : Math.floor(Date.parse(text) / 1000);
	if (seconds >= 0 && seconds <= largestUnsigned) return seconds;
	throw new BadInput(
		`'${label}' is no point in time`,
		'Pick a date, or give the seconds since 1970 (Unix time in seconds, not in milliseconds).',
	);
}
