import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { schemaFolder } from '../../test/harness/schemas/folder';
import type { JsonSchema } from '../../test/harness/schemas/jsonSchema';
import { code, table } from '../../test/harness/markdown';

const typeNames: Record<string, string> = {
	array: 'list',
	boolean: 'true or false',
	integer: 'whole number',
	null: 'nothing',
	number: 'number',
	object: 'object',
	string: 'text',
};

const typeText = ({ type }: JsonSchema) =>
	[type]
		.flat()
		.map((name) => typeNames[name] ?? name)
		.join(' or ');

/** What a list holds; undefined where the preview does not know. */
function membersOf({ items }: JsonSchema): JsonSchema | undefined {
	return items?.type === undefined ? undefined : (items as JsonSchema);
}

/** A line for each field, those inside objects and lists behind it, by their path in expressions. */
function linesOf(schema: JsonSchema, path: string): string[][] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
		const here = path === '' ? name : `${path}.${name}`;
		const members = membersOf(field);
		const isListOf = members ? ` of ${typeText(members)}` : '';
		return [
			[code(here), `${typeText(field)}${isListOf}`],
			...linesOf(field, here),
			...(members ? linesOf(members, `${here}[0]`) : []),
		];
	});
}

/**
 * The fields that an operation puts out, from the preview that n8n's editor shows; Markdown.
 *
 * @returns undefined when there is no preview
 */
export function outputOf(resource: string, operation: string): string | undefined {
	const file = join(schemaFolder, resource, `${operation}.json`);
	if (!existsSync(file)) return undefined;
	const schema = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;
	return table(['Field', 'Type'], linesOf(schema, ''));
}
