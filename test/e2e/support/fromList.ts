import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { demoCredential } from '../../harness/demoCredential';
import { credentialType, packageName } from '../../harness/project';
import type { WorkflowJson } from '../../harness/workflow';

const after = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

/** A workflow that holds its items itself, and sends them by a node with an error branch. */
export function fromList(
	id: string,
	items: IDataObject[],
	parameters: INodeParameters,
): WorkflowJson & { id: string } {
	return {
		id,
		name: id,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'list',
				name: 'List',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [200, 0],
				parameters: { mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} },
			},
			{
				id: 'items',
				name: 'Items',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [400, 0],
				parameters: { fieldToSplitOut: 'items', options: {} },
			},
			{
				id: `send-${id}`,
				name: 'Send',
				type: `${packageName}.tencentChatDesk`,
				typeVersion: 1,
				position: [600, 0],
				parameters,
				credentials: { [credentialType]: { ...demoCredential } },
				onError: 'continueErrorOutput',
			},
		],
		connections: { Start: after('List'), List: after('Items'), Items: after('Send') },
	};
}
