import type { INodeParameters } from 'n8n-workflow';

import type { OperationSample, SampleStep } from '../operationSample';

const step = (
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
): SampleStep => ({ resource, operation, parameters });

/** A message from Alice to Bob; what comes next finds its MsgKey in `$json`. */
const said = step('directMessage', 'send', {
	toAccount: 'bob',
	text: 'Hello',
	options: { fromAccount: 'alice', supportMessageExtension: true },
});

const fromAliceToBob = (more: INodeParameters = {}): INodeParameters => ({
	fromAccount: 'alice',
	toAccount: 'bob',
	...more,
});

const thatMessage = (more: INodeParameters = {}) =>
	fromAliceToBob({ msgKey: '={{ $json.MsgKey }}', ...more });

const rated = { extensions: { pair: [{ key: 'rating', value: '5' }] } };

const inTeam = (more: INodeParameters = {}): OperationSample => ({
	parameters: { groupId: 'team', ...more },
});

const saidInTeam = step('group', 'sendMessage', { groupId: 'team', text: 'Hello' });

const ofAlice = (more: INodeParameters = {}): OperationSample => ({
	parameters: { userId: 'alice', ...more },
});

const named = step('push', 'setAttributeNames', { namesByNumber: '{"0": "level"}' });
const gold = step('push', 'setAttributes', { userId: 'alice', attributes: '{"level": "gold"}' });
const tagged = step('push', 'addTags', { userId: 'alice', tags: 'gold, berlin' });

const spring = {
	fromAccount: 'administrator',
	toAccounts: 'alice, bob',
	offlinePush: { title: 'Spring sale', desc: 'It has begun' },
};

/** Samples of Chat's operations. */
export const chatSamples: Record<string, OperationSample> = {
	'directMessage.send': { parameters: { toAccount: 'alice', text: 'Hello' } },
	'directMessage.sendAndWait': {
		parameters: { toAccount: 'alice', message: 'May we refund order 4711?' },
		answer: { answer: 'approve' },
	},
	'directMessage.sendToMany': { parameters: { toAccounts: 'alice', text: 'Hello' } },
	'directMessage.getMany': {
		steps: [said],
		parameters: { operatorAccount: 'alice', peerAccount: 'bob', limit: 1 },
	},
	'directMessage.update': { steps: [said], parameters: thatMessage({ text: 'Good morning' }) },
	'directMessage.recall': { steps: [said], parameters: thatMessage() },
	'directMessage.markAsRead': { parameters: { reportAccount: 'bob', peerAccount: 'alice' } },
	'directMessage.getUnreadCount': { parameters: { toAccount: 'bob' } },
	'directMessage.getExtensions': {
		steps: [said, step('directMessage', 'setExtensions', thatMessage(rated))],
		parameters: thatMessage({ limit: 1 }),
	},
	'directMessage.setExtensions': { steps: [said], parameters: thatMessage(rated) },
	'directMessage.import': {
		parameters: fromAliceToBob({ msgTimeStamp: 1740000000, text: 'Hello' }),
	},

	'group.create': { parameters: { name: 'Order 4711', options: { groupId: 'order-4711' } } },
	'group.get': inTeam(),
	'group.update': inTeam({ updateFields: { name: 'Sales' } }),
	'group.delete': inTeam(),
	'group.addMembers': inTeam({ members: 'dave' }),
	'group.removeMembers': inTeam({ members: 'bob' }),
	'group.getMembers': inTeam({ limit: 1 }),
	'group.muteMembers': inTeam({ members: 'bob' }),
	'group.getMuted': {
		...inTeam(),
		before: ({ groups }) => {
			groups.get('team')!.members.get('bob')!.muteUntil = 4_102_444_800;
		},
	},
	'group.getJoined': ofAlice({ limit: 1 }),
	'group.sendMessage': inTeam({ text: 'Hello' }),
	'group.sendNotification': inTeam({ content: 'The order was shipped' }),
	'group.recallMessages': { ...inTeam({ msgSeq: 1 }), steps: [saidInTeam] },
	'group.getMessages': { ...inTeam({ limit: 1 }), steps: [saidInTeam] },

	'user.import': { parameters: { userId: 'mallory', nick: 'Mallory' } },
	'user.check': ofAlice(),
	'user.delete': ofAlice(),
	'user.kick': ofAlice(),
	'user.getProfile': {
		...ofAlice(),
		steps: [step('user', 'updateProfile', { userId: 'alice', profile: { nick: 'Alice' } })],
	},
	'user.updateProfile': ofAlice({ profile: { nick: 'Alice' } }),
	'user.getOnlineStatus': ofAlice({ options: { isNeedDetail: true } }),
	'user.generateUserSig': ofAlice(),

	'push.sendToAll': { parameters: { text: 'The spring sale has begun' } },
	'push.notifyAll': {
		parameters: { fromAccount: 'administrator', offlinePush: spring.offlinePush },
	},
	'push.sendToUsers': { parameters: spring },
	'push.revoke': {
		steps: [step('push', 'sendToUsers', spring)],
		parameters: {
			taskId: '={{ $json.TaskId }}',
			offlinePush: { title: 'The sale has not begun' },
		},
	},
	'push.setAttributeNames': { parameters: { namesByNumber: '{"0": "level"}' } },
	'push.getAttributeNames': { steps: [named], parameters: {} },
	'push.setAttributes': { ...ofAlice({ attributes: '{"level": "gold"}' }), steps: [named] },
	'push.getAttributes': { ...ofAlice(), steps: [named, gold] },
	'push.removeAttributes': { ...ofAlice({ attributeNames: 'level' }), steps: [named, gold] },
	'push.addTags': ofAlice({ tags: 'gold, berlin' }),
	'push.getTags': { ...ofAlice(), steps: [tagged] },
	'push.removeTags': { ...ofAlice({ tags: 'gold' }), steps: [tagged] },
	'push.removeAllTags': { ...ofAlice(), steps: [tagged] },

	'api.call': {
		parameters: { command: 'openim/query_online_status', body: '{"To_Account": ["alice"]}' },
	},
};
