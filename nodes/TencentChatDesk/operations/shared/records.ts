import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import { objectOf, objectsIn } from '../../parameters/json';

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
export const objectIn = (response: IDataObject, field: string): IDataObject =>
	objectOf(response[field]);

/** The named fields of a record that it has, in the order of the names. */
export const picked = (record: IDataObject, names: readonly string[]): IDataObject =>
	withoutAbsent(Object.fromEntries(names.map((name) => [name, record[name]])));
