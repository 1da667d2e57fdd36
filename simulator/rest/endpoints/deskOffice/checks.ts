import { isInteger, isStringArray, type Json, type JsonObject } from '../../../json';
import {
	generalCodes,
	refuse,
	type Call,
	type Endpoint,
	type Outcome,
	type Refusal,
} from '../../endpoint';

/**
 * An administration command of Chat Desk. The pages print no frequency; Chat > Use Limits gives
 * 200 for every API. All of them name 141000 and 141004.
 */
export function deskCommand(
	command: string,
	fields: readonly string[],
	handle: (call: Call) => Outcome | Promise<Outcome>,
): Endpoint {
	return {
		path: `desk_http_svc/${command}`,
		callsPerSecond: 200,
		codes: { ...generalCodes, notAnObject: 141004 },
		fields,
		handle: (call) =>
			call.state.app.desk ? handle(call) : refuse(141000, 'the app is no Desk app'),
	};
}

export function wrong(field: string, kind: string): Refusal {
	return refuse(141004, `${field} has to be ${kind}`);
}

export function isFilled(value: Json | undefined): value is string {
	return typeof value === 'string' && value !== '';
}

export function isIntegerArray(value: unknown): value is number[] {
	return Array.isArray(value) && value.every(isInteger);
}

type Kind = 'text' | 'integer' | 'flag' | 'texts' | 'integers' | 'object' | 'boolean';

const kinds: Record<Kind, [test: (value: Json) => boolean, name: string]> = {
	text: [(value) => typeof value === 'string', 'a String'],
	integer: [(value) => isInteger(value), 'an Integer'],
	flag: [(value) => value === 0 || value === 1, '0 or 1'],
	texts: [isStringArray, 'an Array of String'],
	integers: [isIntegerArray, 'an Array of Integer'],
	object: [(value) => typeof value === 'object' && !Array.isArray(value), 'an Object'],
	boolean: [(value) => typeof value === 'boolean', 'a Boolean'],
};

/** The first field that is there and of a wrong type. */
export function typeFault(body: JsonObject, types: Record<string, Kind>): Refusal | undefined {
	for (const [field, kind] of Object.entries(types)) {
		const value = body[field];
		const [test, name] = kinds[kind];
		if (value !== undefined && !test(value)) return wrong(field, name);
	}
	return undefined;
}

/** One page of a list whose pages count from 0. */
export function pageOf<T>(
	items: readonly T[],
	body: JsonObject,
	pageField: string,
	required: boolean,
): T[] | Refusal {
	const page = body[pageField] ?? (required ? undefined : 0);
	const size = body.PageSize ?? (required ? undefined : 15);
	if (!isInteger(page) || page < 0) return wrong(pageField, 'an Integer from 0');
	if (!isInteger(size) || size < 0 || size > 100) return wrong('PageSize', 'from 0 to 100');
	// "0 means 15", on the page of get_member_list.
	const effective = size === 0 ? 15 : size;
	return items.slice(page * effective, (page + 1) * effective);
}
