import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { adviceOf, dataOf, isInDoubt, messageOf, toNodeError, type Trouble } from './nodeErrors';

export function sentItem(output: IDataObject, item: number): INodeExecutionData {
	return { json: output, pairedItem: { item } };
}

/**
 * An item for the error branch. n8n sends it there for its `error`; a field of that name in the
 * data would make "Retry On Fail" run the whole node again.
 */
export function failedItem(node: INode, trouble: Trouble, item: number): INodeExecutionData {
	return {
		json: {
			...dataOf(trouble),
			message: messageOf(trouble),
			advice: adviceOf(trouble),
			mayHaveBeenSent: isInDoubt(trouble),
		},
		error: toNodeError(node, trouble, item),
		pairedItem: { item },
	};
}
