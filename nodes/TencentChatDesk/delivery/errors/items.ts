import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { adviceOf, dataOf, isInDoubt, messageOf, type ItemError } from './nodeErrors';

export function sentItem(
	output: IDataObject,
	item: number,
	binary: IBinaryKeyData = {},
): INodeExecutionData {
	const files = Object.keys(binary).length > 0 ? { binary } : {};
	return { json: output, ...files, pairedItem: { item } };
}

/**
 * An item for the error branch, with everything known as data under `error`. n8n tells a failed
 * item by that field standing alone, adds the fields of the input item, and passes the rest on. (An
 * item that carries an error object beside its data loses the data: n8n puts the message in place.)
 */
export function failedItem(error: ItemError, item: number): INodeExecutionData {
	return {
		json: {
			error: {
				message: messageOf(error),
				advice: adviceOf(error),
				mayHaveBeenSent: isInDoubt(error),
				...dataOf(error),
			},
		},
		pairedItem: { item },
	};
}
