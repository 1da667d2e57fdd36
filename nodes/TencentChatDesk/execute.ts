import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { deliver, guarded } from './delivery/deliver';
import { chosenOperation } from './operations/chosenOperation';
import { ask } from './sendAndWait/ask';
import { takeAnswers } from './sendAndWait/chat/takeAnswers';

/** Carries out what the panel's pickers name, and gives the items of each output. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await guarded(node, async () => {
		const resource = String(node.getNodeParameter('resource', 0, ''));
		// Of a resource that it does not know n8n gives no operation.
		const name = String(node.getNodeParameter('operation', 0, ''));
		const operation = await chosenOperation(resource, name);
		if (operation.shape === 'list' && operation.takes) return await takeAnswers(node, operation);
		const asks = operation.shape === 'single' && operation.waits;
		return [asks ? await ask(node, operation) : await deliver(node, operation)];
	});
}
