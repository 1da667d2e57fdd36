import { existsSync } from 'node:fs';

import { inProject } from '../../test/harness/project';
import { resources } from '../../nodes/TencentChatDesk/operations';
import type { Operation, Resource } from '../../nodes/TencentChatDesk/operations/operation';
import { controlRows, controlTable, noticesIn } from './controls';
import {
	anchorOf,
	code,
	generated,
	paragraphs,
	prose,
	sentence,
	table,
} from '../../test/harness/markdown';
import { leftOut, type LeftOut } from './leftOut';
import { outputOf } from './output';
import { panelOf } from './panel';
import { operationCount, pageOf } from './resourceList';
import { rulesOf } from './rules';
import { messagePage, messageFieldsPage, optionsPage, sharedOptionsPage } from './sharedPages';

/** Pages by their path inside the project. */
export type Pages = Map<string, string>;

/** Nothing but these pages is in it. */
export const operationsFolder = 'docs/operations';

function fieldsSection(resource: Resource, operation: Operation): string {
	const { all, own, hasMessage, hasOfflinePush } = panelOf(resource, operation);
	const rows = controlRows(own, all);
	const message = hasMessage
		? `${rows.length > 0 ? 'And the' : 'The'} [fields of a message](${messagePage}), from **Message Type** on${hasOfflinePush ? `, with the [offline push](${messagePage}#offline-push)` : ''}.`
		: hasOfflinePush
			? `And the [offline push](${messagePage}#offline-push).`
			: '';
	return paragraphs(
		'**Fields**',
		...noticesIn(own).map((notice) => `> ${notice}`),
		rows.length > 0 ? controlTable(rows, 'Default') : undefined,
		message,
		rows.length === 0 && message === '' ? 'None: it works without any.' : undefined,
	);
}

function optionsSection(resource: Resource, operation: Operation): string {
	const { all, ownOptions, ownSettings, hasSharedOptions } = panelOf(resource, operation);
	const rows = [
		...controlRows(ownOptions, all, { labels: [], names: ['options'] }),
		...controlRows(ownSettings, all, { labels: ['Delivery'], names: ['delivery'] }),
	];
	const shared = `${rows.length > 0 ? 'And the' : 'The'} [options and delivery settings that every operation has](${optionsPage}).`;
	if (rows.length === 0 && !hasSharedOptions) return '';
	return paragraphs(
		'**Options**',
		rows.length > 0 ? controlTable(rows, 'When added') : undefined,
		hasSharedOptions ? shared : undefined,
	);
}

function operationSection(resource: Resource, operation: Operation): string {
	const output = outputOf(resource.value, operation.value);
	return paragraphs(
		`## ${operation.name}`,
		`${sentence(prose(operation.description))} In workflow files: resource ${code(resource.value)}, operation ${code(operation.value)}.`,
		rulesOf(operation),
		fieldsSection(resource, operation),
		optionsSection(resource, operation),
		output === undefined ? undefined : `**Output**\n\n${output}`,
	);
}

const rowsOfOperations = ({ operations }: Resource, page = '') =>
	operations.map(({ name, description }) => [
		`[${prose(name)}](${page}#${anchorOf(name)})`,
		prose(description),
	]);

/** The panel of a resource, as soon as a picture of it was taken. */
function pictureOf({ name, value, operations }: Resource): string | undefined {
	const picture = `images/panels/${value}.png`;
	if (!existsSync(inProject(`docs/${picture}`))) return undefined;
	return `![The panel of ${name}: ${operations[0]?.name}](../${picture})`;
}

function resourcePage(resource: Resource): string {
	return paragraphs(
		generated,
		`# ${resource.name}`,
		sentence(prose(resource.description)),
		pictureOf(resource),
		table(['Operation', 'What it does'], rowsOfOperations(resource)),
		'[All operations](README.md) · [How to read these pages](README.md#how-to-read-these-pages) · [Error codes](../error-codes.md)',
		...resource.operations.map((operation) => operationSection(resource, operation)),
	);
}

const howToRead = [
	'Each operation has its own section: what it does, what happens around its calls, its fields, its options and what it puts out.',
	[
		'- **Field** is the label in the panel. **Name** is what the field is called in workflow files, and for an AI agent that fills it in.',
		'- **Required** fields must not be empty. All others may be left alone.',
		'- **When added** is what an option starts with when you add it. An option that you do not add changes nothing.',
		'- A number may also come as text: `5` and `"5"` are the same. IDs may come as numbers.',
		"- **Output** lists the fields of an item, as a run against this package's simulator gives them. Read them as `{{ $json.Field }}`. Tencent may add others. The names are Tencent's own.",
	].join('\n'),
];

const rowOfLeftOut = ({ what, why, call }: LeftOut): string[] => [
	prose(what),
	prose(why),
	call ? `${code(call.command)}, ${code(JSON.stringify(call.body))}` : '',
];

function indexPage(): string {
	return paragraphs(
		generated,
		'# Operations',
		`The node has ${operationCount} operations on ${resources.length} resources. Pick the resource first, then the operation.`,
		`Two things are explained once for all: the [fields of a message](${messagePage}) and the [options and delivery settings that every operation has](${optionsPage}).`,
		'## How to read these pages',
		...howToRead,
		...resources.flatMap((resource) => [
			`## ${resource.name}`,
			`${sentence(prose(resource.description))} [Page](${pageOf(resource)})`,
			table(['Operation', 'What it does'], rowsOfOperations(resource, pageOf(resource))),
		]),
		'## What is left out',
		'These commands are not operations, for the reason given. [API: Call](api.md#call) takes any command; the calls in this table are untested suggestions. A wrong name should be answered with an error.',
		...leftOut.flatMap(({ product, commands }) => [
			`### Left out of ${product}`,
			table(['What', 'Why', 'API: Call'], commands.map(rowOfLeftOut)),
		]),
	);
}

/** The index, one page for each resource, and what they have in common. */
export function operationPages(): Pages {
	return new Map([
		[`${operationsFolder}/README.md`, indexPage()],
		[`${operationsFolder}/${messagePage}`, messageFieldsPage()],
		[`${operationsFolder}/${optionsPage}`, sharedOptionsPage()],
		...resources.map((resource): [string, string] => [
			`${operationsFolder}/${pageOf(resource)}`,
			resourcePage(resource),
		]),
	]);
}
