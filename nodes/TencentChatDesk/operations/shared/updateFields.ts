import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';

const label = 'Update Fields';

/** A collection of what an update may change, its entries by name. */
export function updateFields(...options: INodeProperties[]): INodeProperties {
	return {
		displayName: label,
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'What to change; what is left out stays as it is',
		options: options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}

export const readUpdateFields = (fields: Fields): Fields =>
	fields.collection('updateFields', label);

/**
 * The changes of an item, where there are any: here or among the extra fields of the body.
 *
 * @throws InvalidParameter when an update would change nothing
 */
export function changesIn<T extends IDataObject>(changes: T, fields: Fields): T {
	const extra = fields
		.collection('options', 'Options')
		.optionalJsonObject('extraBody', 'Extra Body Fields (JSON)');
	if (Object.keys({ ...changes, ...extra }).length > 0) return changes;
	throw new InvalidParameter(
		`'${label}' is empty, so there is nothing to change`,
		'Add the fields that should get another value.',
	);
}
