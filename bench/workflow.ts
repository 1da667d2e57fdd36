import type { INode } from 'n8n-workflow';

import type { WorkflowJson } from '../test/harness/workflow';
import type { Sender } from './peers';

/** The node whose work is measured. */
export const measured = 'Send';

/** n8n's node that does nothing: what remains is the cost of everything around it. */
export const noOp: Sender = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** Webhook, one item for each entry of its `rows`, and the sender. */
export function workflowFor(id: string, sender: Sender): WorkflowJson {
	const webhook: INode = {
		id: 'webhook',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		position: [0, 0],
		webhookId: `bench-${id}`,
		parameters: {
			httpMethod: 'POST',
			path: id,
			responseMode: 'lastNode',
			responseData: 'noData',
			options: {},
		},
	};
	const split: INode = {
		id: 'rows',
		name: 'Rows',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [200, 0],
		parameters: { fieldToSplitOut: 'body.rows', options: {} },
	};
	const send: INode = {
		...sender,
		id: 'send',
		name: measured,
		position: [400, 0],
		// A peer that fails for one message should not hide what became of the others.
		onError: 'continueRegularOutput',
	};
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: id,
		nodes: [webhook, split, send],
		connections: { Webhook: to('Rows'), Rows: to(measured) },
		settings: { executionOrder: 'v1' },
	};
}
