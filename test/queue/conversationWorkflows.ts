import type { INode, INodeParameters } from 'n8n-workflow';

import { demoCredential } from '../harness/demoCredential';
import { credentialType, packageName } from '../harness/project';
import type { WorkflowJson } from '../harness/workflow';

/** Made up; it opens nothing. */
export const callbackToken = 'callback token of the queue test';

/** Where n8n takes the callbacks: the ID of the trigger's webhook, and the trigger's own path. */
export const callbackPath = 'queue-decide/callback';
/** Where a question is asked for. */
export const questionPath = 'queue-ask';
/** Where one is asked for that is answered in the chat, and where the answer is taken. */
export const chatQuestionPath = 'queue-ask-in-chat';
export const takingPath = 'queue-take';

/** What the trigger answers when the workflow did not decide in time. */
export const undecided = 120009;
/** What the workflow answers to a message with "rude" in it. */
export const rejected = 120001;

const action = (id: string, name: string, parameters: INodeParameters): INode => ({
	id,
	name,
	type: `${packageName}.tencentChatDesk`,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	credentials: { [credentialType]: { ...demoCredential } },
});

/** Nodes one after another, laid out from left to right. */
function chain(id: string, name: string, nodes: INode[]): WorkflowJson & { id: string } {
	return {
		id,
		name,
		settings: { executionOrder: 'v1' },
		nodes: nodes.map((node, index) => ({ ...node, position: [index * 200, 0] })),
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map((next, index) => [
					nodes[index]!.name,
					{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
				]),
		),
	};
}

/**
 * Decides about each message before people see it: "rude" is rejected, "secret" is replaced, and
 * "slow" takes longer than the trigger waits.
 */
export const decidingWorkflow = () =>
	chain('queueDecide', 'Queue test: decisions', [
		{
			...action('trigger', 'Trigger', {
				events: ['C2C.CallbackBeforeSendMsg'],
				responseMode: 'responseNode',
				beforeAnswer: 'reject',
				rejectCode: undecided,
				rejectText: 'nobody decided',
			}),
			type: `${packageName}.tencentChatDeskTrigger`,
			webhookId: callbackPath.split('/')[0]!,
		},
		{
			id: 'wait',
			name: 'Wait',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			position: [0, 0],
			webhookId: 'queue-wait',
			parameters: { amount: "={{ $json.text.includes('slow') ? 3 : 0 }}", unit: 'seconds' },
		},
		action('answer', 'Answer', {
			resource: 'callback',
			operation: 'answer',
			decision:
				"={{ $json.text.includes('rude') ? 'reject' : $json.text.includes('secret') ? 'replaceText' : 'allow' }}",
			rejectCode: rejected,
			rejectText: 'Be polite',
			text: "={{ $json.text.replaceAll('secret', '***') }}",
			options: {},
		}),
	]);

const asking = (id: string, path: string, report: string, more: INodeParameters) =>
	chain(id, `Queue test: ${id}`, [
		{
			id: 'webhook',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: path,
			parameters: { httpMethod: 'POST', path, options: {} },
		},
		action('ask', 'Ask', {
			resource: 'directMessage',
			operation: 'sendAndWait',
			toAccount: 'alice',
			message: 'May we refund order 4711?',
			...more,
		}),
		action('report', 'Report', {
			resource: 'directMessage',
			operation: 'send',
			toAccount: 'bob',
			messageType: 'text',
			text: `=${report}: {{ $json.data.approved }}`,
			options: {},
		}),
	]);

/** Asks alice for her approval, and tells bob what she said. */
export const askingWorkflow = () => asking('queueAsk', questionPath, 'answer', {});

/** The same in the chat. */
export const chatAskingWorkflow = () =>
	asking('queueAskInChat', chatQuestionPath, 'answer in the chat', { answerIn: 'chat' });

/** Takes what alice answers in the chat. Each call of its webhook is a message of hers. */
export function takingWorkflow(): WorkflowJson & { id: string } {
	const workflow = chain('queueTake', 'Queue test: an answer', [
		{
			id: 'webhook',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: takingPath,
			parameters: { httpMethod: 'POST', path: takingPath, responseMode: 'lastNode', options: {} },
		},
		action('take', 'Take', {
			resource: 'callback',
			operation: 'takeAnswer',
			userId: 'alice',
			askedBy: 'administrator',
			text: '={{ $json.body.text }}',
			writtenAt: '',
			options: {},
		}),
		{
			id: 'verdict',
			name: 'Verdict',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [0, 0],
			parameters: { mode: 'raw', jsonOutput: '={{ $json.answer }}', options: {} },
		},
	]);
	// From both of its outputs.
	const { main = [] } = workflow.connections.Take ?? {};
	main.push(main[0] ?? null);
	return workflow;
}
