/** A parsed JSON value. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A parsed JSON object; a missing member reads as undefined. */
export interface JsonObject {
	[member: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isInteger(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value);
}

/** An unsigned 32-bit integer, the range the documentation gives for random numbers. */
export function isUnsigned32(value: unknown): value is number {
	return isInteger(value) && value >= 0 && value <= 0xffffffff;
}

/** An Integer field that may only hold 0 or 1. */
export function isZeroOrOne(value: unknown): value is 0 | 1 {
	return value === 0 || value === 1;
}

export function isStringArray(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
