import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { isObject } from '../../parameters/json';
import { filled } from './words';

/** Something to tap. `content` is its label, and what the customer's client sends back. */
export interface Item {
	content: string;
	desc: string;
}

const separator = /\s\|\s/;

const firstFilled = (entry: IDataObject, names: readonly string[]) =>
	names.map((name) => filled(entry[name]).trim()).find((text) => text !== '') ?? '';

/** A text with its description behind a bar, or an object with both. */
function itemOf(entry: unknown): Item {
	if (isObject(entry)) {
		return {
			content: firstFilled(entry, ['content', 'text', 'label']),
			desc: firstFilled(entry, ['desc', 'description']),
		};
	}
	const [content = '', ...rest] = filled(entry).trim().split(separator);
	return { content: content.trim(), desc: rest.join(' | ').trim() };
}

const isBlank = (entry: unknown) =>
	entry === null || (!isObject(entry) && filled(entry).trim() === '');

const isEntry = (entry: unknown) =>
	isObject(entry) || typeof entry === 'string' || typeof entry === 'number';

/** The control of a list of things to tap. */
export const itemsProperty = (
	displayName: string,
	name: string,
	placeholder: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder,
	description:
		'One on each line, or a list from an expression. A tap sends the text back as a message of the customer. A description may follow behind " | ", or in a list of objects with "text" and "description".',
});

/**
 * The things to tap, in their order. Only the label comes back, so that a second one with the same
 * label is left out.
 *
 * @throws InvalidParameter when there is none, or one without a label
 */
export function readItems(fields: Fields, name: string, label: string): Item[] {
	const entries = fields.optionalEntries(name, label)?.filter((entry) => !isBlank(entry)) ?? [];
	if (entries.length === 0) {
		throw new InvalidParameter(
			`'${label}' is empty`,
			'Write each on a line of its own, or give a list with an expression.',
		);
	}
	const items = entries.map(itemOf);
	const wrong = items.findIndex(({ content }, index) => content === '' || !isEntry(entries[index]));
	if (wrong >= 0) {
		throw new InvalidParameter(
			`Entry ${wrong + 1} of '${label}' has no text`,
			'Give texts, or objects such as { "text": "Delivery", "description": "When it arrives" }.',
		);
	}
	return items.filter(
		({ content }, index) => items.findIndex((other) => other.content === content) === index,
	);
}
