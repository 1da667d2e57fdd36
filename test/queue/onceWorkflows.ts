import type { INodeParameters } from 'n8n-workflow';

import { demoCredential } from '../harness/demoCredential';
import { credentialType, packageName } from '../harness/project';
import type { WorkflowJson } from '../harness/workflow';

const once = { sendOnce: true, deduplicationKey: '={{ $json.text }}' };

/** What is sent once, whatever becomes of the worker. */
export interface OnceChannel {
	/** The last part of the address at which it is started. */
	webhook: string;
	/** The command that sends. */
	path: string;
	parameters: INodeParameters;
}

export const onceChannels = {
	direct: {
		webhook: 'once-direct',
		path: 'openim/sendmsg',
		parameters: {
			resource: 'directMessage',
			operation: 'send',
			toAccount: '={{ $json.to }}',
			text: '={{ $json.text }}',
			options: { ...once, requestsPerSecond: 200 },
		},
	},
	contact: {
		webhook: 'once-contact',
		path: 'desk_http_svc/contact_user',
		parameters: {
			resource: 'session',
			operation: 'contactUser',
			serviceAccount: '@customer_service_account',
			userId: '={{ $json.to }}',
			options: { ...once, requestsPerSecond: 50 },
		},
	},
	live: {
		webhook: 'once-live',
		path: 'live_engine_http_srv/send_text_msg',
		parameters: {
			resource: 'liveRoom',
			operation: 'sendText',
			roomId: 'room1',
			senderAccount: 'user1',
			text: '={{ $json.text }}',
			options: once,
		},
	},
} satisfies Record<string, OnceChannel>;

const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });

/** A webhook that takes `{ items: [{ to, text }] }`, sends them once, and answers with what came out. */
export function onceWorkflow({ webhook, parameters }: OnceChannel): WorkflowJson & { id: string } {
	return {
		id: webhook,
		name: `Queue test: ${webhook}`,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: `${webhook}-webhook`,
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: webhook,
				parameters: {
					httpMethod: 'POST',
					path: webhook,
					responseMode: 'lastNode',
					responseData: 'allEntries',
					options: {},
				},
			},
			{
				id: `${webhook}-items`,
				name: 'Items',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [200, 0],
				parameters: { fieldToSplitOut: 'body.items', options: {} },
			},
			{
				id: `${webhook}-send`,
				name: 'Send',
				type: `${packageName}.tencentChatDesk`,
				typeVersion: 1,
				position: [400, 0],
				parameters,
				credentials: { [credentialType]: { ...demoCredential } },
				onError: 'continueRegularOutput',
			},
		],
		connections: { Webhook: to('Items'), Items: to('Send') },
	};
}
