import type { IDataObject } from 'n8n-workflow';

import { itemOf, toldEvents } from '../../../nodes/TencentChatDesk/trigger/item';

/** The flat fields of a callback's item: what stands neither in the body nor in the address. */
function flatOf(command: string, body: IDataObject): IDataObject {
	const item = itemOf(command, { sdkAppId: '1' }, body, 0);
	const address = ['callbackCommand', 'sdkAppId', 'clientIp', 'optPlatform', 'receivedAt'];
	return Object.fromEntries(
		Object.entries(item).filter(([name]) => !(name in body) && !address.includes(name)),
	);
}

const MsgBody = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hello' } }];
const news = '@TOA#_news';

/** Bodies as their pages show them, shortened. */
const cases: Array<[command: string, body: IDataObject, flat: IDataObject]> = [
	[
		'Group.CallbackAfterReadReceipt',
		{ GroupId: 'g', Type: 'Public', GroupMsgReceiptList: [{ MsgSeq: 1, ReadNum: 1 }] },
		{ groupId: 'g' },
	],
	[
		'Group.CallbackAfterMemberFieldChanged',
		{ GroupId: 'g', Operator_Account: 'admin', Member_Account: 'user1', NameCard: 'Anna' },
		{ groupId: 'g', operatorId: 'admin', memberId: 'user1' },
	],
	[
		'Group.CallbackAfterMemberFieldChanged',
		{ GroupId: 'g', Operator_Account: 'admin', Modified_Account: 'user1' },
		{ groupId: 'g', operatorId: 'admin', memberId: 'user1' },
	],
	[
		'Group.CallbackAfterChangeGroupOwner',
		{ GroupId: 'g', Operator_Account: 'admin', OldOwner_Account: 'a', NewOwner_Account: 'b' },
		{ groupId: 'g', operatorId: 'admin' },
	],
	[
		'Group.CallbackAfterGroupAttrChanged',
		{ GroupId: 'g', Operator_Account: 'a', GroupAttr: [{ key: 'k', value: 'v' }] },
		{ groupId: 'g', operatorId: 'a' },
	],
	['Group.CallbackOnDailyGroupQuotaAlarm', { QuotaUsed: 7321, Quota: 10000 }, {}],
	['Alert.RequestOverLimit', { ServiceName: 'openim', Command: 'sendmsg', Request: 170 }, {}],
	[
		'ContentCallback.ResultNotify',
		{
			From_Account: 'user1',
			ContactItem: { ContactType: 1, To_Account: 'user2' },
			TextContent: ['one', 'two'],
		},
		{ senderId: 'user1', recipientId: 'user2', text: 'one\ntwo' },
	],
	[
		'ContentCallback.ResultNotify',
		{ From_Account: 'user1', ContactItem: { ContactType: 2, ToGroupId: 'g' } },
		{ senderId: 'user1', groupId: 'g' },
	],
	[
		'OfficialAccount.CallbackBeforeCreateOfficialAccount',
		{ Operator_Account: 'admin', Owner_Account: 'user1', Name: 'News' },
		{ operatorId: 'admin' },
	],
	...['BeforeAddSubscriber', 'AfterAddSubscriber', 'AfterDeleteSubscriber'].map(
		(name): [string, IDataObject, IDataObject] => [
			`OfficialAccount.Callback${name}`,
			{ Official_Account: news, Operator_Account: 'admin', SubscribeAccountList: [] },
			{ officialAccountId: news, operatorId: 'admin' },
		],
	),
	[
		'OfficialAccount.CallbackAfterOfficialAccountFull',
		{ Official_Account: news },
		{ officialAccountId: news },
	],
	...['BeforeSendMsg', 'AfterSendMsg'].map((name): [string, IDataObject, IDataObject] => [
		`OfficialAccount.Callback${name}`,
		{ Official_Account: news, MsgBody },
		{ text: 'hello', messageKind: 'text', senderId: news, officialAccountId: news },
	]),
	[
		'OfficialAccount.CallbackAfterMsgWithDraw',
		{ Official_Account: news, WithdrawMsgList: [{ MsgKey: 'k' }] },
		{ officialAccountId: news },
	],
	[
		'Push.OfflinePush',
		{ From_Account: 'user1', To_Account: 'user2', GroupID: 'g', PushStage: 2 },
		{ senderId: 'user1', recipientId: 'user2', groupId: 'g' },
	],
	['Push.AllMemberPush', { TaskId: 't', To_Account: 'user2' }, { recipientId: 'user2' }],
	[
		'ChatBot.OnAssignAgent',
		{ SessionId: 's', ClientUserId: 'user1' },
		{ sessionId: 's', customerId: 'user1' },
	],
	[
		'Chatbot.InterfaceInvocation',
		{ Body: { SystemSessionID: 's', SystemClientUserID: 'user1', orderNo: '' } },
		{ sessionId: 's', customerId: 'user1' },
	],
	[
		'Live.CallbackBeforeSendGift',
		{ RoomId: 'r', GiftWater: { From_Account: 'user1', To_Account: ['host1'], GiftId: 'g' } },
		{ roomId: 'r', senderId: 'user1' },
	],
	['Live.CallbackAfterCreateRoom', { RoomInfo: { RoomId: 'r' } }, { roomId: 'r' }],
];

describe('the flat fields of', () => {
	it.each(cases)('%s: %j', (command, body, flat) => {
		expect(flatOf(command, body)).toEqual(flat);
	});

	it('a signal to a bot, which is a message without a MsgBody', () => {
		const body = { From_Account: 'user1', To_Account: '@RBT#1', Data: '{"a":1}' };
		expect(flatOf('Chatbot.OnC2CSignalMessage', body)).toEqual({
			text: '',
			messageKind: 'other',
			senderId: 'user1',
			recipientId: '@RBT#1',
		});
	});

	it('a session in any of its events, the agent among them where there is one', () => {
		const body = { SessionId: 's', ClientUserId: 'user1', CustomerServiceId: '@desk' };
		const flat = { sessionId: 's', customerId: 'user1', serviceAccountId: '@desk' };

		expect(flatOf('Desk.SessionEventNotify', { ...body, AgentId: '' })).toEqual(flat);
		const taken = { ...body, Event: 'Some.Event', AgentId: 'mia@example.com' };
		expect(flatOf('Desk.SessionEventNotify', taken)).toEqual({
			...flat,
			agentId: 'mia@example.com',
		});
	});

	it('what has none of them, or holds something else in their place', () => {
		const odd = { GroupId: { toString: 1 }, Operator_Account: 7, Member_Account: [1, ''] };
		expect(flatOf('Group.CallbackAfterMemberFieldChanged', odd)).toEqual({});
		expect(flatOf('ContentCallback.ResultNotify', { ContactItem: 'x' })).toEqual({});
	});
});

describe('a report of pushes', () => {
	const sent = { CallbackCommand: 'Push.AllMemberPush', TaskId: 't', To_Account: 'a' };
	const other = { CallbackCommand: 'Push.OfflinePush', PushID: 'p', To_Account: 'b' };

	it('tells of each push under its own command', () => {
		expect(toldEvents('Push.AllMemberPush', { Events: [sent, other] })).toEqual([
			{ command: 'Push.AllMemberPush', body: sent },
			{ command: 'Push.OfflinePush', body: other },
		]);
	});

	it('does not pass for something that is no push', () => {
		const forged = { ...sent, CallbackCommand: 'C2C.CallbackBeforeSendMsg' };
		expect(toldEvents('Push.AllMemberPush', { Events: [forged] })).toEqual([
			{ command: 'Push.AllMemberPush', body: forged },
		]);
	});

	it.each([[[]], [['a']], ['none']])('is one thing where its Events are %j', (Events) => {
		const body = { Events } as IDataObject;
		expect(toldEvents('Push.AllMemberPush', body)).toEqual([
			{ command: 'Push.AllMemberPush', body },
		]);
	});

	it('has nothing to do with the Events of another callback', () => {
		const body = { Events: [sent] };
		expect(toldEvents('Group.Other', body)).toEqual([{ command: 'Group.Other', body }]);
	});
});
