import type { INode, INodeConnections } from 'n8n-workflow';

import { demoCredential } from '../harness/demoCredential';
import { credentialType, packageName } from '../harness/project';
import type { WorkflowJson } from '../harness/workflow';

/** The part of a webhook's address that tells the wishes apart. */
export const webhookPath = (requestsPerSecond: number): string => `send-${requestsPerSecond}`;

/** Webhook, Messages (an item of each), Send: one row of the workflow. */
function nodesFor(requestsPerSecond: number, row: number): [INode, INode, INode] {
	const path = webhookPath(requestsPerSecond);
	const y = row * 200;
	return [
		{
			id: `webhook-${path}`,
			name: `Webhook ${requestsPerSecond}`,
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, y],
			webhookId: path,
			parameters: {
				httpMethod: 'POST',
				path,
				responseMode: 'lastNode',
				responseData: 'allEntries',
				options: {},
			},
		},
		{
			id: `messages-${path}`,
			name: `Messages ${requestsPerSecond}`,
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [200, y],
			parameters: { fieldToSplitOut: 'body.messages', options: {} },
		},
		{
			id: `send-${path}`,
			name: `Send ${requestsPerSecond}`,
			type: `${packageName}.tencentChatDesk`,
			typeVersion: 1,
			position: [400, y],
			parameters: {
				resource: 'directMessage',
				operation: 'send',
				toAccount: '={{ $json.to }}',
				messageType: 'text',
				text: '={{ $json.text }}',
				options: { requestsPerSecond },
			},
			credentials: { [credentialType]: { ...demoCredential } },
			onError: 'continueRegularOutput',
		},
	];
}

/**
 * For each wish, a webhook that takes `{ messages: [{ to, text }] }`, sends them with that
 * many requests per second, and answers with the items that came out.
 */
export function sendingWorkflow(rates: number[]): WorkflowJson & { id: string } {
	const rows = rates.map(nodesFor);
	const arrow = (from: INode, to: INode): [string, INodeConnections] => [
		from.name,
		{ main: [[{ node: to.name, type: 'main', index: 0 }]] },
	];
	return {
		id: 'queueTest',
		name: 'Queue test',
		settings: { executionOrder: 'v1' },
		nodes: rows.flat(),
		connections: Object.fromEntries(
			rows.flatMap(([webhook, messages, send]) => [
				arrow(webhook, messages),
				arrow(messages, send),
			]),
		),
	};
}
