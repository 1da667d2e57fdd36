import type { INode, INodeParameters } from 'n8n-workflow';

import { demoCredential } from './demoCredential';
import { credentialType, packageName } from './project';
import type { WorkflowJson } from './workflow';

/** Nothing that the workflow sends may start it again. */
const silently = { forbidCallbackControl: ['ForbidAfterSendMsgCallback'] };

const own = (
	id: string,
	name: string,
	parameters: INodeParameters,
	type = 'tencentChatDesk',
): INode => ({
	id,
	name,
	type: `${packageName}.${type}`,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	credentials: { [credentialType]: { ...demoCredential } },
});

const tell = (id: string, name: string, text: string): INode =>
	own(id, name, {
		resource: 'directMessage',
		operation: 'send',
		toAccount: 'carol',
		messageType: 'text',
		text,
		options: silently,
	});

/**
 * Receives messages, takes the answers among them, and tells carol what became of each: `taken: ` or
 * `other: `, what was written, and the verdict.
 */
export function answerTaker(
	id: string,
	trigger: INodeParameters,
): WorkflowJson & { id: string; nodes: INode[] } {
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const words = "{{ $('Messages').item.json.text }}: {{ JSON.stringify($json.answer) }}";
	return {
		id,
		name: `Answers: ${id}`,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				...own('messages', 'Messages', trigger, 'tencentChatDeskTrigger'),
				webhookId: `hook-${id}`,
			},
			own('take', 'Take answer', { resource: 'callback', operation: 'takeAnswer', options: {} }),
			tell('taken', 'Tell answer', `=taken: ${words}`),
			tell('other', 'Tell other', `=other: ${words}`),
		],
		connections: {
			Messages: { main: [to('Take answer')] },
			'Take answer': { main: [to('Tell answer'), to('Tell other')] },
		},
	};
}

/** Of everybody's direct messages, as Tencent reports them after they were sent. */
export const directMessages: INodeParameters = { events: ['C2C.CallbackAfterSendMsg'] };

/** Of what customers write in Desk. */
export const deskMessages: INodeParameters = {
	events: ['Desk.SessionEventNotify'],
	deskEvents: 'ChatBot.UserSendMsg',
};
