/** The part of JSON Schema that n8n's output previews are written in. */
export interface JsonSchema {
	type: string | string[];
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema | Record<string, never>;
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

/** The schema that all the values fit, with names in alphabetical order. */
export function schemaOf(values: unknown[]): JsonSchema {
	const types = [...new Set(values.map(typeOf))].sort();
	const schema: JsonSchema = { type: types.length === 1 ? types[0]! : types };
	const objects = values.filter((value) => typeOf(value) === 'object') as object[];
	if (objects.length > 0) {
		const names = [...new Set(objects.flatMap((value) => Object.keys(value)))].sort();
		schema.properties = Object.fromEntries(
			names.map((name) => [
				name,
				schemaOf(
					objects
						.filter((value) => Object.hasOwn(value, name))
						.map((value) => (value as Record<string, unknown>)[name]),
				),
			]),
		);
	}
	const lists = values.filter((value) => Array.isArray(value)) as unknown[][];
	if (lists.length > 0) {
		const members = lists.flat();
		schema.items = members.length > 0 ? schemaOf(members) : {};
	}
	return schema;
}
