import type { IDataObject } from 'n8n-workflow';

/** A value of each JSON type that a program could take for another. */
const values: unknown[] = [null, 'text', -1, { text: 'text' }];

type Path = Array<string | number>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const kindOf = (value: unknown) =>
	Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;

/** The fields of a response at any depth; of a list the first element stands for all. */
function fieldsOf(value: unknown, path: Path = []): Path[] {
	if (Array.isArray(value)) {
		return value.length === 0 ? [] : [[...path, 0], ...fieldsOf(value[0], [...path, 0])];
	}
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => [
		[...path, name],
		...fieldsOf(inner, [...path, name]),
	]);
}

const at = (value: unknown, path: Path): unknown =>
	path.reduce<unknown>((part, step) => Reflect.get(Object(part) as object, step), value);

function replaced(response: IDataObject, path: Path, value: unknown): IDataObject {
	const copy = structuredClone(response);
	const holder = at(copy, path.slice(0, -1)) as object;
	Reflect.set(holder, path.at(-1)!, value);
	return copy;
}

/**
 * The response, once for each of its fields and each value that has another type than the field.
 *
 * @param except fields at the top that stay as they are
 */
export function* wrongTypesIn(response: IDataObject, except: string[]): Generator<IDataObject> {
	for (const path of fieldsOf(response)) {
		if (except.includes(String(path[0]))) continue;
		const kind = kindOf(at(response, path));
		for (const value of values) {
			if (kindOf(value) !== kind) yield replaced(response, path, value);
		}
	}
}
