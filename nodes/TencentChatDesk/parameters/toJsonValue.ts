/** No body of the API comes near it; what is deeper would break the code that walks through it. */
const maxDepth = 200;

/** Whether objects and lists stand inside each other deeper than so, or in themselves. */
function isDeeper(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Whether a value has more levels than a body may have. */
export const isTooDeep = (value: unknown): boolean => isDeeper(value, maxDepth);

/** Half of a character, as `.slice()` leaves it of an emoji. With this flag, whole ones do not match. */
const halfCharacter = /\p{Surrogate}/gu;

/** The same in JSON, which writes such halves, and nothing else, as this escape. */
const escapes = /\\(?:u(d[89a-f])..|.)/g;

const wellFormedJson = (json: string) =>
	json.replace(escapes, (escape, half?: string) => (half === undefined ? escape : '\ufffd'));

/**
 * What JSON makes of a value: a Date or a luxon DateTime becomes its text, and nothing is left of
 * classes and prototypes. Lists keep their gaps, which are expressions that missed their field.
 * Half a character in a text becomes U+FFFD: UTF-8 cannot hold it, and the rest is worth sending.
 *
 * @returns undefined for what JSON cannot hold: too deep, inside itself, or a date that is none
 */
export function toJsonValue(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(halfCharacter, '\ufffd');
	if (typeof value !== 'object' || value === null) return value;
	try {
		if (isTooDeep(value)) return undefined;
		if (Array.isArray(value)) {
			return value.map((part: unknown) =>
				typeof part === 'object' ? (toJsonValue(part) ?? null) : toJsonValue(part),
			);
		}
		return (JSON.parse(wellFormedJson(JSON.stringify(value))) as unknown) ?? undefined;
	} catch {
		return undefined;
	}
}
