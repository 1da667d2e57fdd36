import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import { isObject } from '../../parameters/json';

/** The objects of a list; none when the value is no list, as where the field is missing. */
export function objectsIn(value: unknown): IDataObject[] {
	return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** The objects of a list in a response; none when the response has no such list. */
export const recordsIn = (response: IDataObject, field: string): IDataObject[] =>
	objectsIn(response[field]);

/** The `Key` and `Value` pairs of custom fields as one object. */
export function keyed(record: IDataObject, field: string): IDataObject {
	return Object.fromEntries(
		recordsIn(record, field).map(({ Key, Value }) => [String(Key), Value]),
	) as IDataObject;
}

/** A nested object of a response; empty when it is not there. */
export function objectIn(response: IDataObject, field: string): IDataObject {
	const value = response[field];
	return isObject(value) ? value : {};
}

/** The named fields of a record that it has, in the order of the names. */
export const picked = (record: IDataObject, names: readonly string[]): IDataObject =>
	withoutAbsent(Object.fromEntries(names.map((name) => [name, record[name]])));
