import type { IDataObject } from 'n8n-workflow';
import { objectOf, objectsIn } from '../../parameters/json';

/** A text or a number as text; empty for anything else. */
export const filled = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The parts that say something, each on a line of its own. */
export const lines = (...parts: unknown[]): string =>
	parts
		.map(filled)
		.filter((part) => part !== '')
		.join('\n');

/** The pieces of a text that came piece by piece, or the text itself. */
export const joined = (value: unknown): string =>
	Array.isArray(value) ? value.map(filled).join('') : filled(value);

/** The labels of a list of choices, one a line. */
export const itemLines = (items: unknown): string =>
	lines(...objectsIn(items).map(({ content }) => content));

/** `name: value` of each custom field; an order's fields may have a second value. */
export function fieldLines(fields: unknown): string {
	return lines(
		...objectsIn(fields).map(({ name, value, customerValue }) => {
			const values = [value, customerValue].map(filled).filter((one) => one !== '');
			return [filled(name), values.join(' ')].filter((part) => part !== '').join(': ');
		}),
	);
}

/** A field of a form, and what was entered. */
export interface FormVariable {
	name: string;
	/** Empty when nothing was entered. */
	value: string;
}

/** The fields of a form that have a name. */
export function variablesOf({ content }: IDataObject): FormVariable[] {
	const { inputVariables } = objectOf(content);
	return objectsIn(inputVariables)
		.map(({ name, variableValue }) => ({ name: filled(name), value: filled(variableValue) }))
		.filter(({ name }) => name !== '');
}
