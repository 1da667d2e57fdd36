import type { IDataObject } from 'n8n-workflow';

/** Whether a value is what JSON calls an object: no list and not null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is an object, and an empty one where it is not. */
export const objectOf = (value: unknown): IDataObject => (isObject(value) ? value : {});

/** The objects of a list; none when the value is no list, as where the field is missing. */
export function objectsIn(value: unknown): IDataObject[] {
	return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** The value of a JSON text; undefined, which no JSON means, when it is none. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** No whole number below 2^53 has so many digits; most texts hold none that has. */
const manyDigits = /\d{16}/;

/** What matters in valid JSON: signs behind a backslash, the ends of texts, and numbers. */
const tokens = /\\.|"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

const isInexact = (number: string) =>
	/^-?\d{16,}$/.test(number) && !Number.isSafeInteger(Number(number));

/** Puts something in place of the whole numbers of valid JSON that JavaScript cannot hold. */
function replaceInexact(json: string, replacement: (digits: string) => string): string {
	let isInText = false;
	return json.replace(tokens, (token) => {
		if (token === '"') isInText = !isInText;
		return !isInText && isInexact(token) ? replacement(token) : token;
	});
}

/**
 * The value of JSON that Tencent sent. A whole number beyond 2^53, which JavaScript would round,
 * becomes a text of its digits.
 *
 * @returns undefined when the text is no JSON
 */
export function parseReceived(text: string): unknown {
	const value = parsed(text);
	if (value === undefined || !manyDigits.test(text)) return value;
	return parsed(replaceInexact(text, (digits) => `"${digits}"`));
}

/** JSON that a user wrote. */
export interface GivenJson {
	value: unknown;
	/** The first whole number in it that is beyond 2^53, so that the value holds another one. */
	inexact?: string;
}

/**
 * The value of JSON that a user wrote.
 *
 * @returns undefined when the text is no JSON
 */
export function parseGiven(text: string): GivenJson | undefined {
	const value = parsed(text);
	if (value === undefined || !manyDigits.test(text)) return value === undefined ? value : { value };
	let inexact: string | undefined;
	replaceInexact(text, (digits) => (inexact ??= digits));
	return { value, inexact };
}

/**
 * A whole number somewhere in a value that has lost digits on its way. From 1e21 on, JSON writes a
 * number with an exponent: that is no ID.
 */
export function inexactIn(value: unknown): number | undefined {
	if (typeof value === 'number') {
		const isLost =
			Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21;
		return isLost ? value : undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	for (const inner of Object.values(value)) {
		const found = inexactIn(inner);
		if (found !== undefined) return found;
	}
	return undefined;
}
