import { InvalidParameter } from '../parameters/invalidParameter';
import type { Operation, Resource } from './operation';
import { prepared } from './prepared';

/** Where each resource is: an execution loads the one that it needs, and not the whole catalogue. */
const resources = new Map<string, () => Promise<Resource>>([
	['agent', async () => (await import('./agent')).agent],
	['agentGroup', async () => (await import('./agentGroup')).agentGroup],
	['api', async () => (await import('./api')).api],
	['callback', async () => (await import('./callback')).callback],
	['contact', async () => (await import('./contact')).contact],
	['conversation', async () => (await import('./conversation')).conversationList],
	['directMessage', async () => (await import('./directMessage')).directMessage],
	['gift', async () => (await import('./gift')).gift],
	['group', async () => (await import('./group')).group],
	['groupDetails', async () => (await import('./groupDetails')).groupDetails],
	['knowledgeBase', async () => (await import('./knowledgeBase')).knowledgeBase],
	['liveRoom', async () => (await import('./liveRoom')).liveRoom],
	['moderation', async () => (await import('./moderation')).moderation],
	['officialAccount', async () => (await import('./officialAccount')).officialAccount],
	['push', async () => (await import('./push')).push],
	['quickReply', async () => (await import('./quickReply')).quickReply],
	['quickReplyCategory', async () => (await import('./quickReplyCategory')).quickReplyCategory],
	['robot', async () => (await import('./robot')).robot],
	['role', async () => (await import('./role')).role],
	['seat', async () => (await import('./seat')).seat],
	['serviceAccount', async () => (await import('./serviceAccount')).serviceAccount],
	['session', async () => (await import('./session')).session],
	['statistics', async () => (await import('./statistics')).statistics],
	['topic', async () => (await import('./topic')).topic],
	['user', async () => (await import('./user')).user],
]);

/**
 * The operation that the two pickers name.
 *
 * @throws InvalidParameter where this version of the package has no such thing
 */
export async function chosenOperation(resource: string, name: string): Promise<Operation> {
	const load = resources.get(resource);
	const operations = load ? prepared(await load()).operations : [];
	const operation = operations.find(({ value }) => value === name);
	if (operation) return operation;
	const what = name === '' ? `resource '${resource}'` : `operation '${name}' of '${resource}'`;
	throw new InvalidParameter(
		`The ${what} does not exist in this version of the node`,
		"Pick a resource and an operation in the node's panel. If the workflow was made with a newer version of n8n-nodes-tencent-chat-desk, update the package on this n8n and on all of its workers.",
	);
}
