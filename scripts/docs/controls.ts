import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { code, prose, sentence, table } from '../../test/harness/markdown';
import { isInNewNodes } from './newNodes';

/** One control of the panel, as a line of a table; every cell is Markdown. */
export interface ControlRow {
	/** The label in the panel, behind that of the group it stands in. */
	label: string;
	/** The name in workflow files and expressions, behind that of its group. */
	name: string;
	type: string;
	required: boolean;
	/** What is in the control when it first appears. */
	start: string;
	description: string;
}

const typeNames: Partial<Record<INodeProperties['type'], string>> = {
	boolean: 'On or off',
	collection: 'Optional fields',
	dateTime: 'Date and time',
	fixedCollection: 'Rows',
	json: 'JSON',
	multiOptions: 'Several choices',
	options: 'One choice',
	string: 'Text',
};

function range({ minValue: min, maxValue: max }: NonNullable<INodeProperties['typeOptions']>) {
	if (min !== undefined && max !== undefined) return `, ${min} to ${max}`;
	if (min !== undefined) return `, at least ${min}`;
	return max === undefined ? '' : `, at most ${max}`;
}

function typeOf({ type, typeOptions = {}, modes }: INodeProperties): string {
	if (type === 'number') {
		return `${typeOptions.numberPrecision === 0 ? 'Whole number' : 'Number'}${range(typeOptions)}`;
	}
	if (type === 'resourceLocator') {
		return modes?.some((mode) => mode.type === 'list') ? 'From a list, or an ID' : 'ID';
	}
	if (type === 'string' && typeOptions.password) return 'Secret text';
	return typeNames[type] ?? type;
}

/** The choices of a picker; none for controls of any other type. */
export function choicesOf({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	if (type !== 'options' && type !== 'multiOptions') return [];
	return options.filter((option): option is INodePropertyOptions => 'value' in option);
}

function valueText(property: INodeProperties, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const choice = choicesOf(property).find((candidate) => candidate.value === value);
	if (choice) return prose(choice.name);
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return value === '' ? '' : code(value);
	// An empty group, or a picker with nothing picked.
	return '';
}

/** Controls side by side, the place where a condition looks for the control that it names. */
type Group = readonly INodeProperties[];

function conditionText(name: string, wanted: unknown, siblings: Group, panel: Group): string {
	const inPanel = name.startsWith('/');
	const control = (inPanel ? panel : siblings).find(
		(candidate) => candidate.name === (inPanel ? name.slice(1) : name),
	);
	const values = Array.isArray(wanted) ? wanted : [wanted];
	if (!control)
		return `${code(name)} is ${values.map((value) => code(String(value))).join(' or ')}`;
	const texts = values.map((value) => valueText(control, value) || code(JSON.stringify(value)));
	return `**${prose(control.displayName)}** is ${texts.join(' or ')}`;
}

function conditionsOf(property: INodeProperties, siblings: Group, panel: Group): string {
	const { show = {}, hide = {} } = property.displayOptions ?? {};
	const texts = (conditions: object, word: string) => {
		const parts = Object.entries(conditions)
			.filter(([name]) => !['resource', 'operation', '@version'].includes(name))
			.map(([name, wanted]) => conditionText(name, wanted, siblings, panel));
		return parts.length > 0 ? [`${word} when ${parts.join(' and ')}.`] : [];
	};
	return [...texts(show, 'Shown'), ...texts(hide, 'Hidden')].join(' ');
}

function describe(property: INodeProperties, siblings: Group, panel: Group): string {
	const sentences = [
		sentence(prose(property.description ?? '')),
		conditionsOf(property, siblings, panel),
	].filter((text) => text !== '');
	const choices = choicesOf(property).map(({ name, value, description = '' }) =>
		[`**${prose(name)}** ${code(String(value))}`, prose(description)]
			.filter((text) => text !== '')
			.join(': '),
	);
	return [sentences.join(' '), ...choices].filter((text) => text !== '').join('<br>');
}

/** Controls that are not filled in. */
const silent = new Set<INodeProperties['type']>(['notice', 'hidden', 'callout', 'button']);

/** The controls that stand inside a control, with the path of names that leads to them. */
export function innerGroups({ options = [] }: INodeProperties): Array<[path: string[], Group]> {
	const direct = options.filter((option): option is INodeProperties => 'type' in option);
	const rows = options.flatMap((option): Array<[string[], Group]> =>
		'values' in option ? [[[option.name], option.values]] : [],
	);
	return direct.length > 0 ? [[[], direct], ...rows] : rows;
}

/**
 * A line for each control, those inside a group behind the line of the group.
 *
 * @param panel the controls at the top of the operation's panel
 * @param path labels and names of the groups around them
 */
export function controlRows(
	group: Group,
	panel: Group,
	path: { labels: string[]; names: string[] } = { labels: [], names: [] },
): ControlRow[] {
	return group
		.filter((property) => !silent.has(property.type) && isInNewNodes(property))
		.flatMap((property) => {
			const labels = [...path.labels, property.displayName];
			const names = [...path.names, property.name];
			const row: ControlRow = {
				label: labels.map(prose).join(' › '),
				name: names.join('.'),
				type: typeOf(property),
				required: property.required ?? false,
				start: valueText(property, property.default),
				description: describe(property, group, panel),
			};
			const inner = innerGroups(property).flatMap(([between, controls]) =>
				controlRows(controls, panel, { labels, names: [...names, ...between] }),
			);
			return [row, ...inner];
		});
}

/** @param start the heading of the column for what is in a control at first */
export function controlTable(rows: readonly ControlRow[], start: string): string {
	const anyRequired = rows.some(({ required }) => required);
	return table(
		['Field', 'Name', 'Type', ...(anyRequired ? ['Required'] : []), start, 'What it is'],
		rows.map((row) => [
			`**${row.label}**`,
			code(row.name),
			row.type,
			...(anyRequired ? [row.required ? 'yes' : ''] : []),
			row.start,
			row.description,
		]),
	);
}

/** What the panel says without asking for anything. */
export function noticesIn(group: Group): string[] {
	return group
		.filter(({ type }) => type === 'notice' || type === 'callout')
		.map(({ displayName }) => prose(displayName));
}
