import { InvalidParameter } from '../../parameters/invalidParameter';
import type { RateLimit } from '../../contract';
import type { Fields } from '../../parameters/fields';

/** Desk pages print no rate: 200 is that of every API, and half of a usual 100 leaves room. */
export const deskRateLimit: RateLimit = { default: 50, max: 200 };

/** Chinese pages of Chat, where most administration commands of Desk are documented. */
export const deskPage = (page: number) => `https://cloud.tencent.com/document/product/269/${page}`;

/** A text of so many characters at most, counted as people count them. */
export function shortText(
	fields: Fields,
	name: string,
	label: string,
	max: number,
): string | undefined {
	const text = fields.optionalText(name, label);
	const length = text === undefined ? 0 : [...text].length;
	if (length <= max) return text;
	throw new InvalidParameter(
		`'${label}' has ${length} characters, ${max} are allowed`,
		'Use a shorter text.',
	);
}

/** IDs that this API wants as numbers: those of roles and of agent groups. */
export function numericIds(fields: Fields, name: string, label: string): number[] | undefined {
	return fields.optionalIds(name, label)?.map((id) => {
		if (/^\d+$/.test(id) && Number.isSafeInteger(Number(id))) return Number(id);
		throw new InvalidParameter(
			`'${label}' holds '${id.slice(0, 50)}', which is not a number`,
			'Enter numbers with commas between them, such as 5, 101.',
		);
	});
}

/** An empty list takes everything away, which is not the same as no list. */
export function numericIdsOrNone(
	fields: Fields,
	name: string,
	label: string,
	clearName: string,
	clearLabel: string,
): number[] | undefined {
	const ids = numericIds(fields, name, label);
	if (!fields.optionalBoolean(clearName, clearLabel)) return ids;
	if (ids === undefined) return [];
	throw new InvalidParameter(
		`'${label}' and '${clearLabel}' exclude each other`,
		`Remove one of them: '${clearLabel}' leaves nothing to set.`,
	);
}
