import type { INode } from 'n8n-workflow';

import { credentialType, packageName } from '../../test/harness/project';
import { demoCredential } from '../../test/harness/demoCredential';
import type { CredentialImport } from '../../test/harness/n8n';
import type { WorkflowJson } from '../../test/harness/workflow';

/**
 * What receives the callbacks: this package's trigger, and n8n's Webhook node. The Webhook node with
 * a credential is there because the trigger has one, which n8n reads and decrypts for each call.
 */
export const receivers = ['trigger', 'webhook', 'webhookWithCredential'] as const;

export type Receiver = (typeof receivers)[number];

export const receiverNames: Record<Receiver, string> = {
	trigger: 'Tencent Chat Desk Trigger',
	webhook: "n8n's Webhook node",
	webhookWithCredential: "n8n's Webhook node with Header Auth",
};

type Kind = Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

/** A header that every call has and one of the receivers wants; made up, it opens nothing. */
export const headerCredential = {
	id: 'benchHeader',
	name: 'Header of the bench',
	type: 'httpHeaderAuth',
	data: { name: 'X-Bench', value: 'header of the bench' },
} satisfies CredentialImport;

function kindOf(receiver: Receiver, path: string, credentialId: string): Kind {
	if (receiver !== 'trigger') {
		const { id, name, type } = headerCredential;
		const checks = receiver === 'webhookWithCredential';
		return {
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			// Like the trigger, it answers before the workflow runs.
			parameters: {
				httpMethod: 'POST',
				path,
				responseMode: 'onReceived',
				options: {},
				...(checks && { authentication: 'headerAuth' }),
			},
			...(checks && { credentials: { [type]: { id, name } } }),
		};
	}
	return {
		type: `${packageName}.tencentChatDeskTrigger`,
		typeVersion: 2,
		parameters: { events: ['C2C.CallbackAfterSendMsg'] },
		credentials: { [credentialType]: { id: credentialId, name: demoCredential.name } },
	};
}

/** Where n8n listens for it: a trigger's own path stands behind the ID of its webhook. */
export function pathOf(receiver: Receiver): string {
	const name = nameOf(receiver);
	return receiver === 'trigger' ? `${name}/callback` : name;
}

const nameOf = (receiver: Receiver) => `callbacks-${receiver}`;

/** The receiver and a node that does nothing, so that both executions are alike. */
export function receivingWorkflow(receiver: Receiver, credentialId: string): WorkflowJson {
	const name = nameOf(receiver);
	const first: INode = {
		...kindOf(receiver, name, credentialId),
		id: 'receive',
		name: 'Receive',
		position: [0, 0],
		webhookId: name,
	};
	const second: INode = {
		id: 'nothing',
		name: 'Nothing',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [200, 0],
		parameters: {},
	};
	return {
		name,
		nodes: [first, second],
		connections: { Receive: { main: [[{ node: 'Nothing', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all' },
	};
}
