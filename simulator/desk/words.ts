import { isObject, type Json, type JsonObject } from '../json';
import type { DeskData } from './data';

const words = (value: Json | undefined) => (typeof value === 'string' ? value : '');
const objectIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const texts = (value: Json | undefined) => (Array.isArray(value) ? value.map(words) : []);

const content = (data: DeskData) => objectIn(data.content);
const headOf = (data: DeskData) => words(content(data).header) || words(content(data).title);

function entered(data: DeskData): string {
	const { inputVariables } = content(data);
	return (Array.isArray(inputVariables) ? inputVariables : [])
		.map(objectIn)
		.map(({ name, variableValue }) => `${words(name)}: ${words(variableValue)}`)
		.join(', ');
}

/** A message of Desk in a line, by its `src`; clients show the same in their lists. */
const lines: Record<string, (data: DeskData) => string> = {
	9: (data) => `[rating] ${words(objectIn(data.menuContent).head)}`,
	10: (data) => `[rated] ${words(objectIn(data.menuSelected).content)}`,
	15: (data) => `[choices] ${headOf(data)}`,
	21: (data) => `[form] ${headOf(data)}`,
	22: (data) => `[card] ${headOf(data)}`,
	28: (data) => `[order] ${words(content(data).name)}`,
	29: (data) => `[questions] ${headOf(data)}`,
	30: (data) => words(data.content),
	31: (data) => texts(data.chunks).join(''),
	32: (data) => `[choices] ${headOf(data)}`,
	33: (data) =>
		data.nodeStatus === undefined
			? `[filled in] ${entered(data)}`
			: `[form] ${words(content(data).tip)}`,
	37: (data) => words(data.content),
};

/** A message of Desk in plain words. */
export function deskWords(data: DeskData): string {
	const line = Object.hasOwn(lines, data.src) ? lines[data.src] : undefined;
	// A stream may end with a space as long as it grows.
	return line ? line(data).replace(/^(\[.*\]) $/, '$1') : `[desk ${data.src}]`;
}
