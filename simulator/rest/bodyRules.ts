import {
	isInteger,
	isObject,
	isStringArray,
	isUnsigned32,
	type Json,
	type JsonObject,
} from '../json';
import {
	generalCodes,
	refuse,
	type Call,
	type Endpoint,
	type Outcome,
	type Refusal,
} from './endpoint';

/** What is wrong with the value of a field, with the code where it has one of its own. */
type Fault = string | { code: number; info: string };

/** What a field has to be. */
export type Rule = (value: Json) => Fault | undefined;

const is =
	(test: (value: Json) => boolean, what: string): Rule =>
	(value) =>
		test(value) ? undefined : what;

export const text = is((value) => typeof value === 'string', 'a String');
export const filled = is((value) => typeof value === 'string' && value !== '', 'a String');
export const integer = is(isInteger, 'an Integer');
export const count = is((value) => isInteger(value) && value >= 0, 'an Integer from 0');
export const unsigned = is(isUnsigned32, 'an unsigned 32-bit Integer');
export const flag = is((value) => value === 0 || value === 1, '0 or 1');
export const bool = is((value) => typeof value === 'boolean', 'a Boolean');
export const object = is(isObject, 'an Object');
export const elements = is(
	(value) =>
		Array.isArray(value) &&
		value.length > 0 &&
		value.every(
			(one) => isObject(one) && typeof one.MsgType === 'string' && isObject(one.MsgContent),
		),
	'an Array of message elements',
);

export const oneOf = (...choices: Array<string | number>): Rule =>
	is((value) => choices.includes(value as string | number), `one of ${choices.join(', ')}`);

/** A String of so many bytes at most. */
export const short = (max: number): Rule =>
	is(
		(value) => typeof value === 'string' && Buffer.byteLength(value) <= max,
		`a String of at most ${max} bytes`,
	);

/** An Integer from one number to another. */
export const between = (min: number, max: number): Rule =>
	is((value) => isInteger(value) && value >= min && value <= max, `from ${min} to ${max}`);

const tooMany = (max: number, code: number | undefined): Fault =>
	code === undefined ? `no more than ${max}` : { code, info: `more than ${max}` };

/** A list of Strings that is not empty. @param code of a longer one, where it has its own */
export const texts =
	(max: number, code?: number): Rule =>
	(value) => {
		if (!isStringArray(value) || value.length === 0) return 'an Array of String';
		return value.length > max ? tooMany(max, code) : undefined;
	};

/** A list of objects that is not empty, each of which follows rules of its own. */
export const objects =
	(rules: Rules, max = Number.POSITIVE_INFINITY, code?: number): Rule =>
	(value) => {
		if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) {
			return 'an Array of Object';
		}
		if (value.length > max) return tooMany(max, code);
		for (const entry of value) {
			const fault = faultIn(entry as JsonObject, rules);
			if (fault !== undefined) return fault;
		}
		return undefined;
	};

/** Fields and what they have to be; a name with a question mark behind it may be left out. */
export type Rules = Readonly<Record<string, Rule>>;

const nameOf = (key: string) => key.replace(/\?$/, '');

function faultIn(body: JsonObject, rules: Rules): Fault | undefined {
	for (const [key, rule] of Object.entries(rules)) {
		const name = nameOf(key);
		const value = body[name];
		if (value === undefined) {
			if (key.endsWith('?')) continue;
			return `${name} is missing`;
		}
		const fault = rule(value);
		if (fault !== undefined) {
			return typeof fault === 'string' ? `${name} has to be ${fault}` : fault;
		}
	}
	return undefined;
}

/** One command whose body follows rules that can be written down. */
interface Command {
	path: string;
	callsPerSecond?: number;
	/** The code of a body that does not follow the rules. */
	badBody: number;
	codes?: Partial<Endpoint['codes']>;
	rateLimitCode?: number;
	rules: Rules;
	handle(call: Call): Outcome | Promise<Outcome>;
}

/** An endpoint that checks its body against rules before it does anything. */
export function command({
	path,
	callsPerSecond = 200,
	badBody,
	codes,
	rateLimitCode,
	rules,
	handle,
}: Command): Endpoint {
	return {
		path,
		callsPerSecond,
		codes: { ...generalCodes, notAnObject: badBody, ...codes },
		...(rateLimitCode !== undefined && { rateLimitCode }),
		fields: Object.keys(rules).map(nameOf),
		handle(call) {
			const fault = faultIn(call.body, rules);
			if (fault === undefined) return handle(call);
			return typeof fault === 'string' ? refuse(badBody, fault) : refuse(fault.code, fault.info);
		},
	};
}

export const isRefused = (value: unknown): value is Refusal =>
	isObject(value) && 'code' in value && 'info' in value;

/** The objects of a field that was checked to be a list of them. */
export const objectsOf = (value: Json | undefined): JsonObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

/** The Strings of a field that was checked to be a list of them. */
export const textsOf = (value: Json | undefined): string[] => (isStringArray(value) ? value : []);
