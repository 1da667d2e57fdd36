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

const withReceipt = step('group', 'sendMessage', {
	groupId: 'team',
	text: 'Hello',
	options: { needReadReceipt: true, supportMessageExtension: true },
});
const receipt = step('conversation', 'markGroupAsRead', {
	groupId: 'team',
	userId: 'bob',
	msgSeqs: '1',
});
const openNow: INodeParameters = {
	groupAttributes: { attribute: [{ key: 'state', value: 'open' }] },
};
const openState = step('groupDetails', 'updateAttributes', { groupId: 'team', ...openNow });
const fiveLikes: INodeParameters = { counters: { counter: [{ key: 'likes', amount: 5 }] } };
const liked = step('groupDetails', 'updateCounters', { groupId: 'team', ...fiveLikes });
const inShow = (more: INodeParameters = {}): OperationSample => ({
	parameters: { groupId: 'show', ...more },
});
const archived: OperationSample['before'] = ({ archive }) => {
	archive.set('C2C-2026010121', [
		{
			From_Account: 'alice',
			To_Account: 'bob',
			MsgTimestamp: 1767274800,
			MsgSeq: 1,
			MsgRandom: 7,
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Hello' } }],
		},
	]);
};
const planned: INodeParameters = {
	scheduleTime: '2099-06-01T10:00:00Z',
	fromAccount: 'administrator',
	offlinePush: { title: 'Spring sale', desc: 'It has begun' },
};

const ofAlice = (more: INodeParameters = {}): OperationSample => ({
	parameters: { userId: 'alice', ...more },
});

const withBob: INodeParameters = { userId: 'alice', contactUserId: 'bob' };

const aliceAndBob = (more: INodeParameters = {}): OperationSample => ({
	parameters: { ...withBob, ...more },
});

const befriended = step('contact', 'add', {
	...withBob,
	options: { remark: 'Bob from Sales', listName: 'Work' },
});
const listed = step('contact', 'createList', { userId: 'alice', listNames: 'Work' });
const blocked = step('contact', 'block', withBob);

const withBobInList = (more: INodeParameters = {}) => ofAlice({ peerAccount: 'bob', ...more });
const foldered = step('conversation', 'createGroup', {
	userId: 'alice',
	folderName: 'VIP',
	peerAccounts: 'bob',
});

const inClub = (more: INodeParameters = {}): OperationSample => ({
	parameters: { groupId: '@TGS#_club', ...more },
});
const newsTopic: INodeParameters = { topicId: '@TGS#_club@TOPIC#_news' };
const opened = step('topic', 'create', {
	groupId: '@TGS#_club',
	name: 'News',
	options: newsTopic,
});

const helper = step('robot', 'create', { robotId: '@RBT#helper' });

const channel = step('officialAccount', 'create', {
	name: 'News',
	owner: 'alice',
	options: { ownAccountId: '@TOA#_news' },
});
const subscribed = step('officialAccount', 'addSubscriber', {
	officialAccount: '@TOA#_news',
	userId: 'bob',
});
const broadcast = step('officialAccount', 'sendMessage', {
	officialAccount: '@TOA#_news',
	text: 'Spring has begun',
});
const ofNews = (more: INodeParameters = {}, ...steps: SampleStep[]): OperationSample => ({
	parameters: { officialAccount: '@TOA#_news', ...more },
	steps: [channel, ...steps],
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

	'directMessage.deleteForOneSide': {
		steps: [said],
		parameters: {
			operatorAccount: 'alice',
			peerAccount: 'bob',
			msgKeys: '={{$json.MsgKey}}',
		},
	},
	'directMessage.sendReadReceipt': {
		steps: [said],
		parameters: { operatorAccount: 'bob', peerAccount: 'alice', msgKey: '={{ $json.MsgKey }}' },
	},

	'group.changeOwner': inTeam({ newOwnerAccount: 'bob' }),
	'group.getMany': { parameters: { limit: 1 } },
	'group.import': {
		parameters: { name: 'Order 4711', options: { groupId: 'old-1', createTime: 1740000000 } },
	},

	'groupDetails.getMember': inTeam({ userId: 'bob' }),
	'groupDetails.getRole': inTeam({ userId: 'bob' }),
	'groupDetails.updateMember': inTeam({ userId: 'bob', updateFields: { role: 'Admin' } }),
	'groupDetails.importMember': inTeam({ userId: 'dave' }),
	'conversation.setUnreadCount': inTeam({ userId: 'bob', unreadNum: 0 }),

	'group.updateMessage': { ...inTeam({ msgSeq: 1, text: 'Good morning' }), steps: [saidInTeam] },
	'group.getReadCounts': { ...inTeam({ msgSeq: 1 }), steps: [withReceipt] },
	'group.getReaders': {
		...inTeam({ msgSeq: 1, limit: 1 }),
		steps: [withReceipt, receipt],
	},
	'conversation.markGroupAsRead': {
		...inTeam({ userId: 'bob', msgSeqs: '1' }),
		steps: [withReceipt],
	},
	'group.getExtensions': {
		...inTeam({ msgSeq: 1, limit: 1 }),
		steps: [withReceipt, step('group', 'setExtensions', { groupId: 'team', msgSeq: 1, ...rated })],
	},
	'group.setExtensions': { ...inTeam({ msgSeq: 1, ...rated }), steps: [withReceipt] },
	'moderation.recallOfUser': { ...inTeam({ userId: 'administrator' }), steps: [saidInTeam] },
	'conversation.clearGroup': inTeam(),
	'group.importMessage': inTeam({
		fromAccount: 'alice',
		sendTime: 1740000000,
		text: 'Hello',
	}),

	'groupDetails.getAttributes': { ...inTeam(), steps: [openState] },
	'groupDetails.updateAttributes': inTeam(openNow),
	'groupDetails.replaceAttributes': inTeam(openNow),
	'groupDetails.deleteAttributes': { ...inTeam({ keys: 'state' }), steps: [openState] },
	'groupDetails.clearAttributes': { ...inTeam(), steps: [openState] },
	'groupDetails.getCounters': { ...inTeam({ limit: 1 }), steps: [liked] },
	'groupDetails.updateCounters': inTeam(fiveLikes),
	'groupDetails.deleteCounters': { ...inTeam({ keys: 'likes' }), steps: [liked] },

	'group.sendBroadcast': { parameters: { text: 'The show begins' } },
	'groupDetails.getOnlineCount': inShow(),
	'groupDetails.getViewers': inShow({ limit: 1 }),
	'groupDetails.checkViewer': inShow({ userId: 'alice' }),
	'groupDetails.mark': inShow({ userId: 'alice', memberMarks: '1000' }),
	'groupDetails.unmark': inShow({ userId: 'alice', memberMarks: '1000' }),
	'groupDetails.ban': inShow({ users: 'bob' }),
	'groupDetails.unban': inShow({ users: 'bob' }),
	'groupDetails.getBanned': {
		...inShow({ limit: 1 }),
		steps: [step('groupDetails', 'ban', { groupId: 'show', users: 'bob' })],
	},
	'groupDetails.setAdmins': inShow({ users: 'bob' }),
	'groupDetails.removeAdmins': inShow({ users: 'bob' }),
	'groupDetails.getAdmins': {
		...inShow({ limit: 1 }),
		steps: [step('groupDetails', 'setAdmins', { groupId: 'show', users: 'bob' })],
	},

	'statistics.getApp': { parameters: { limit: 1 } },
	'conversation.getArchive': {
		before: archived,
		parameters: { archiveHour: '2026010121', limit: 1 },
	},
	'conversation.getArchiveFiles': {
		before: archived,
		parameters: { archiveHour: '2026010121', limit: 1 },
	},

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
	'user.mute': ofAlice(),
	'user.unmute': { ...ofAlice(), steps: [step('user', 'mute', { userId: 'alice' })] },
	'user.getMute': { ...ofAlice(), steps: [step('user', 'mute', { userId: 'alice' })] },
	'user.follow': aliceAndBob(),
	'user.unfollow': { ...aliceAndBob(), steps: [step('user', 'follow', withBob)] },
	'user.getFollowers': {
		...ofAlice({ followType: 2, limit: 1 }),
		steps: [step('user', 'follow', withBob)],
	},
	'user.checkFollow': { ...aliceAndBob(), steps: [step('user', 'follow', withBob)] },
	'user.getFollowCounts': { ...aliceAndBob(), steps: [step('user', 'follow', withBob)] },

	'contact.add': aliceAndBob({ options: { remark: 'Bob from Sales' } }),
	'contact.import': aliceAndBob({ options: { remark: 'Bob from Sales' } }),
	'contact.update': { ...aliceAndBob({ updateFields: { remark: 'Bob' } }), steps: [befriended] },
	'contact.remove': { ...aliceAndBob(), steps: [befriended] },
	'contact.removeAll': { ...ofAlice(), steps: [befriended] },
	'contact.check': { ...aliceAndBob(), steps: [befriended] },
	'contact.getMany': { ...ofAlice({ limit: 1 }), steps: [befriended] },
	'contact.get': { ...aliceAndBob(), steps: [befriended] },
	'contact.createList': ofAlice({ listNames: 'Work' }),
	'contact.deleteList': { ...ofAlice({ listNames: 'Work' }), steps: [listed] },
	'contact.getLists': { ...ofAlice({ limit: 1 }), steps: [listed] },
	'contact.block': aliceAndBob(),
	'contact.unblock': { ...aliceAndBob(), steps: [blocked] },
	'contact.getBlocked': { ...ofAlice({ limit: 1 }), steps: [blocked] },
	'contact.checkBlocked': { ...aliceAndBob(), steps: [blocked] },

	'conversation.getMany': { ...ofAlice({ limit: 1 }), steps: [said] },
	'conversation.delete': withBobInList(),
	'conversation.pin': withBobInList(),
	'conversation.unpin': withBobInList(),
	'conversation.createGroup': ofAlice({ folderName: 'VIP', peerAccounts: 'bob' }),
	'conversation.updateGroup': {
		...ofAlice({ folderName: 'VIP', folderChange: 'add', groupIds: 'team' }),
		steps: [foldered],
	},
	'conversation.deleteGroup': { ...ofAlice({ folderName: 'VIP' }), steps: [foldered] },
	'conversation.getGroups': { ...ofAlice({ limit: 1 }), steps: [foldered] },
	'conversation.getMarks': { ...withBobInList(), steps: [foldered] },
	'conversation.setMarks': withBobInList({ setMarks: '1', options: { customMark: 'vip' } }),

	'topic.create': inClub({ name: 'News', options: { topicId: '@TGS#_club@TOPIC#_news' } }),
	'topic.get': { ...inClub({ ...newsTopic, userId: 'alice' }), steps: [opened] },
	'topic.getMany': { ...inClub({ userId: 'alice', limit: 1 }), steps: [opened] },
	'topic.update': {
		...inClub({ ...newsTopic, updateFields: { name: 'News 2' } }),
		steps: [opened],
	},
	'topic.delete': { ...inClub(newsTopic), steps: [opened] },
	'topic.import': inClub({ name: 'Old news', options: { topicId: '@TGS#_club@TOPIC#_old' } }),

	'officialAccount.create': {
		parameters: { name: 'News', owner: 'alice', options: { ownAccountId: '@TOA#_news' } },
	},
	'officialAccount.delete': ofNews(),
	'officialAccount.update': ofNews({ updateFields: { introduction: 'Daily' } }),
	'officialAccount.get': ofNews(),
	'officialAccount.getSubscribers': ofNews({ limit: 1 }, subscribed),
	'officialAccount.addSubscriber': ofNews({ userId: 'bob' }),
	'officialAccount.removeSubscriber': ofNews({ userId: 'bob' }, subscribed),
	'officialAccount.updateSubscriber': ofNews({ userId: 'bob', customString: 'gold' }, subscribed),
	'officialAccount.getSubscribed': {
		parameters: { userId: 'bob', limit: 1 },
		steps: [channel, subscribed],
	},
	'officialAccount.sendMessage': ofNews({ text: 'Spring has begun' }),
	'officialAccount.recallMessage': ofNews({ msgKey: '={{ $json.MsgKey }}' }, broadcast),
	'officialAccount.getMessages': ofNews({ limit: 1 }, broadcast),

	'robot.create': { parameters: { robotId: '@RBT#helper', options: { nick: 'Helper' } } },
	'robot.delete': { parameters: { robotId: '@RBT#helper' }, steps: [helper] },
	'robot.getMany': { parameters: { limit: 1 }, steps: [helper] },
	'robot.sendStream': {
		parameters: { robotId: '@RBT#helper', toAccount: 'alice', text: 'Hello. How are you?' },
		steps: [helper],
	},

	'moderation.checkContent': { parameters: { content: 'hello' } },
	'moderation.checkMany': { parameters: { contentType: 'Text', content: 'hello' } },
	'moderation.getWordLists': { parameters: { limit: 1 } },
	'moderation.getWords': {
		parameters: { libraryId: '1cd0e5a6', limit: 1 },
		steps: [step('moderation', 'addWords', { libraryId: '1cd0e5a6', words: 'scam' })],
	},
	'moderation.addWords': { parameters: { libraryId: '1cd0e5a6', words: 'scam' } },
	'moderation.removeWords': {
		parameters: { libraryId: '1cd0e5a6', words: 'scam' },
		steps: [step('moderation', 'addWords', { libraryId: '1cd0e5a6', words: 'scam' })],
	},
	'moderation.addLocalWords': { parameters: { words: 'scam' } },
	'moderation.removeLocalWord': {
		parameters: { word: 'scam' },
		steps: [step('moderation', 'addLocalWords', { words: 'scam' })],
	},
	'moderation.getLocalWords': {
		parameters: { limit: 1 },
		steps: [step('moderation', 'addLocalWords', { words: 'scam' })],
	},

	'push.sendToAll': {
		parameters: { fromAccount: 'administrator', text: 'The spring sale has begun' },
	},
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
	'push.schedule': { parameters: planned },
	'push.getSchedule': {
		steps: [step('push', 'schedule', planned)],
		parameters: { scheduleId: 1234567890 },
	},
	'push.getSchedules': {
		steps: [step('push', 'schedule', planned)],
		parameters: { from: '2099-05-01T00:00:00Z', to: '2099-07-01T00:00:00Z', limit: 1 },
	},
	'push.updateSchedule': {
		steps: [step('push', 'schedule', planned)],
		parameters: {
			...planned,
			replaceContent: true,
			scheduleId: 1234567890,
			scheduleTime: '2099-06-02T10:00:00Z',
		},
	},
	'push.deleteSchedule': {
		steps: [step('push', 'schedule', planned)],
		parameters: { scheduleId: 1234567890 },
	},

	'api.call': {
		parameters: { command: 'openim/query_online_status', body: '{"To_Account": ["alice"]}' },
	},
};
