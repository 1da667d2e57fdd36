import { isObject, type Json, type JsonObject } from '../../../simulator/json';
import type { Order } from '../service/service';

/** The types of a field over all records of a response, such as `integer`. */
export type Types = ReadonlySet<string>;

/** The fields of a response by their paths, such as `MsgList[].MsgKey`. */
export type Shape = ReadonlyMap<string, Types>;

function typeOf(value: Json): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	return typeof value;
}

function walk(value: Json, path: string, fields: Map<string, Set<string>>): void {
	if (path !== '') {
		const types = fields.get(path) ?? new Set();
		fields.set(path, types.add(typeOf(value)));
	}
	if (Array.isArray(value)) {
		for (const item of value) walk(item, `${path}[]`, fields);
	} else if (isObject(value)) {
		for (const [name, part] of Object.entries(value)) {
			if (part !== undefined) walk(part, path === '' ? name : `${path}.${name}`, fields);
		}
	}
}

/** Which fields a response has, and of which types. */
export function shapeOf(response: JsonObject): Shape {
	const fields = new Map<string, Set<string>>();
	walk(response, '', fields);
	return fields;
}

export type Direction = 'ascending' | 'descending' | 'mixed';

/** How the records of a list are ordered; undefined when there are too few to see. */
export function directionOf(response: JsonObject, { list, by }: Order): Direction | undefined {
	const records = response[list];
	if (!Array.isArray(records)) return undefined;
	const values = records.map((record) => (isObject(record) ? Number(record[by]) : Number.NaN));
	const steps = values.slice(1).map((value, index) => value - values[index]!);
	if (steps.length === 0 || steps.every((step) => step === 0)) return undefined;
	if (steps.every((step) => step >= 0)) return 'ascending';
	return steps.every((step) => step <= 0) ? 'descending' : 'mixed';
}
