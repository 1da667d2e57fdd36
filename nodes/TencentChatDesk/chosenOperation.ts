import type { IExecuteFunctions } from 'n8n-workflow';
import { BadInput } from './badInput';
import { findOperation } from './operations';
import type { Operation } from './operations/operation';

/**
 * The operation that the two pickers name.
 *
 * @throws BadInput where this version of the package has no such thing
 */
export function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = String(context.getNodeParameter('resource', 0, ''));
	// Of a resource that it does not know n8n gives no operation.
	const name = String(context.getNodeParameter('operation', 0, ''));
	const operation = findOperation(resource, name);
	if (operation) return operation;
	const what = name === '' ? `resource '${resource}'` : `operation '${name}' of '${resource}'`;
	throw new BadInput(
		`The ${what} does not exist in this version of the node`,
		"Pick a resource and an operation in the node's panel. If the workflow was made with a newer version of n8n-nodes-tencent-chat-desk, update the package on this n8n and on all of its workers.",
	);
}
