import type { IExecuteFunctions } from 'n8n-workflow';
import type { ItemFiles } from '../parameters/attachedFile';
import { Fields } from '../parameters/fields';

/** `Fields` checks every value itself; n8n would look through all controls of the node for each. */
const unchecked = { skipValidation: true };

/** The parameters of an item. Each is read once: an expression takes n8n about a millisecond. */
export function itemFields(context: IExecuteFunctions, item: number, files?: ItemFiles): Fields {
	const known = new Map<string, unknown>();
	return new Fields(
		(name) => {
			if (!known.has(name)) known.set(name, context.getNodeParameter(name, item, '', unchecked));
			return known.get(name);
		},
		context.getTimezone(),
		files,
	);
}
