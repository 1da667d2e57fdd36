import type { Body } from '../../../nodes/TencentChatDesk/contract';
import { contactUser } from '../../../nodes/TencentChatDesk/operations/session/contactUser';
import { setExtensions } from '../../../nodes/TencentChatDesk/operations/directMessage/setExtensions';
import { send } from '../../../nodes/TencentChatDesk/operations/directMessage/send';
import { sendText } from '../../../nodes/TencentChatDesk/operations/liveRoom/sendText';
import { sendMessage } from '../../../nodes/TencentChatDesk/operations/session/sendMessage';
import { apiOperation, findOperation } from '../../support/operation';
import { item, locator, refusal } from '../item';

const hello = { messageType: 'text', text: 'Hello' };
const helloBody = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Hello' } }];
const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' };

describe('the catalogue', () => {
	it.each([
		['session', 'send'],
		['nothing', 'send'],
		['constructor', 'name'],
		['session', 'constructor'],
	])('has nothing for %s and %s', (resource, name) => {
		expect(findOperation(resource, name)).toBeUndefined();
	});
});

describe('a message to a session', () => {
	const given = { sendTo: 'session', sessionId: 's1', ...hello };
	const body = (more: Record<string, unknown> = {}) =>
		sendMessage.request(item({ ...given, ...more }));

	it('names the session and nobody else', () => {
		// Values of the other way to address may be left over in the panel.
		const more = { serviceAccount: locator('@a'), userId: 'u' };
		expect(body(more)).toEqual({ SessionId: 's1', MsgBody: helloBody });
	});

	it('takes a session that is a number', () => {
		expect(body({ sessionId: 12345 })).toMatchObject({ SessionId: '12345' });
	});

	it('carries the options that were given', () => {
		const options = {
			cloudCustomData: '{"order": 4711}',
			excludeFromUserRespTimeout: true,
			msgRandom: '7',
		};
		expect(body({ options })).toEqual({
			SessionId: 's1',
			MsgRandom: 7,
			MsgBody: helloBody,
			CloudCustomData: '{"order": 4711}',
			ExcludeFromUserRespTimeout: 1,
		});
		expect(body({ options: { excludeFromUserRespTimeout: false } })).toMatchObject({
			ExcludeFromUserRespTimeout: 0,
		});
	});

	it.each([
		["'Session ID' is empty", { sessionId: '' }],
		["'Session ID' is undefined", { sessionId: undefined }],
		["'Message Random' is 4294967296", { options: { msgRandom: 2 ** 32 } }],
		["'Message Random' is -1", { options: { msgRandom: -1 } }],
		["'Send To' is not one of its choices", { sendTo: 'everybody' }],
	])('is refused when %s', (problem, more) => {
		expect(refusal(() => body(more)).problem).toContain(problem);
	});

	it('gives back what it answers, and what tells the message from others', () => {
		const outcome = sendMessage.interpret(ok, { SessionId: 's1', MsgRandom: 5, MsgBody: [] });
		expect(outcome).toEqual({ done: true, output: { SessionId: 's1', MsgRandom: 5 } });
	});
});

describe('a message to a user of a service account', () => {
	const given = {
		sendTo: 'user',
		sessionId: 'left over',
		serviceAccount: locator('@service'),
		userId: 45,
		...hello,
	};

	it('names both and no session', () => {
		expect(sendMessage.request(item(given))).toEqual({
			FromAccount: '@service',
			ToAccount: '45',
			MsgBody: helloBody,
		});
	});

	it.each([
		["'Service Account' is empty", { serviceAccount: locator('') }],
		["'Service Account' is undefined", { serviceAccount: locator(undefined) }],
		["'User ID' is empty", { userId: '' }],
	])('is refused when %s', (problem, more) => {
		expect(refusal(() => sendMessage.request(item({ ...given, ...more }))).problem).toBe(problem);
	});
});

describe('contacting a user', () => {
	const given = { serviceAccount: '@service', userId: 1289314544 };

	it('names account and user in both spellings that the documentation has', () => {
		expect(contactUser.request(item(given))).toEqual({
			IMAgentUserID: '@service',
			IMAgentUserId: '@service',
			ClientUserID: '1289314544',
			ClientUserId: '1289314544',
		});
	});

	it.each([
		['picked', { groupId: locator('9465'), memberId: locator('mia@example.com') }],
		['given by expressions', { groupId: 9465, memberId: 'mia@example.com' }],
	])('names the group as a number and the agent as a text when %s', (_how, options) => {
		expect(contactUser.request(item({ ...given, options }))).toMatchObject({
			GroupId: 9465,
			MemberId: 'mia@example.com',
		});
	});

	it('takes group and agent from the main panel, before what older nodes have in their options', () => {
		const options = { groupId: 1, memberId: 'old@example.com' };
		const main = { groupId: locator('9465'), memberId: locator('mia@example.com') };
		expect(contactUser.request(item({ ...given, ...main, options }))).toMatchObject({
			GroupId: 9465,
			MemberId: 'mia@example.com',
		});
	});

	it('is refused for a group that is no number', () => {
		const options = { groupId: locator('sales') };
		const read = () => contactUser.request(item({ ...given, options }));
		expect(refusal(read).problem).toContain("'Agent Group'");
	});

	it('gives back the agent, and account and user as the next node names them', () => {
		const body = contactUser.request(item(given));
		expect(contactUser.interpret({ ...ok, MemberId: 'mia@example.com' }, body)).toEqual({
			done: true,
			output: {
				IMAgentUserID: '@service',
				ClientUserID: '1289314544',
				serviceAccount: '@service',
				userId: '1289314544',
				MemberId: 'mia@example.com',
			},
		});
	});
});

describe('a number of a message that was added to the options and left at 0', () => {
	const panel = {
		...{ sendTo: 'session', sessionId: 's1', toAccount: 'mia', toAccounts: 'mia', groupId: 'g1' },
		...{ fromAccount: 'leo', msgTimeStamp: 1_740_000_000, syncFromOldSystem: 2 },
		...{ audience: 'everyone', ...hello },
	};
	const numbers = ['msgRandom', 'msgSeq', 'msgTimeStamp'];

	it.each([
		['session', 'sendMessage'],
		['directMessage', 'send'],
		['directMessage', 'sendToMany'],
		['directMessage', 'import'],
		['group', 'sendMessage'],
		['push', 'sendToAll'],
	])('counts as left out, so that no message is taken for a copy: %s %s', (resource, name) => {
		const body = (options: Body) =>
			apiOperation(resource, name).request(item({ ...panel, options }));
		for (const number of numbers) {
			for (const zero of [0, '0']) expect(body({ [number]: zero })).toEqual(body({}));
		}
		expect(body({ msgRandom: 77 })).toEqual(
			expect.objectContaining({ [resource === 'group' ? 'Random' : 'MsgRandom']: 77 }),
		);
	});
});

describe('a direct message', () => {
	const given = { toAccount: 'mia', ...hello };
	const body = (more: Record<string, unknown> = {}) => send.request(item({ ...given, ...more }));

	it('needs a recipient and a message alone', () => {
		expect(body()).toEqual({ To_Account: 'mia', MsgBody: helloBody });
	});

	it('carries every option under its documented name and type', () => {
		const options = {
			fromAccount: 10001,
			syncOtherMachine: '2',
			msgLifeTime: '0',
			msgTimeStamp: 1557387418,
			msgSeq: 1,
			msgRandom: 4294967295,
			forbidCallbackControl: ['ForbidAfterSendMsgCallback', 'ForbidBeforeSendMsgCallback'],
			sendMsgControl: ['NoMsgCheck', 'NoUnread', 'NoLastMsg', 'WithMuteNotifications'],
			cloudCustomData: 'data',
			isNeedReadReceipt: true,
			supportMessageExtension: false,
		};
		expect(body({ options, offlinePush: { desc: 'text' } })).toEqual({
			From_Account: '10001',
			To_Account: 'mia',
			SyncOtherMachine: 2,
			MsgLifeTime: 0,
			MsgTimeStamp: 1557387418,
			MsgSeq: 1,
			MsgRandom: 4294967295,
			ForbidCallbackControl: expect.arrayContaining([
				'ForbidBeforeSendMsgCallback',
				'ForbidAfterSendMsgCallback',
			]) as string[],
			SendMsgControl: expect.arrayContaining([
				'NoUnread',
				'NoLastMsg',
				'WithMuteNotifications',
				'NoMsgCheck',
			]) as string[],
			MsgBody: helloBody,
			CloudCustomData: 'data',
			IsNeedReadReceipt: 1,
			SupportMessageExtension: 0,
			OfflinePushInfo: { PushFlag: 0, Desc: 'text' },
		});
	});

	it.each([
		["'To User ID' is undefined", { toAccount: undefined }],
		["'Text' is empty", { text: '' }],
		["'Message Life Time (Seconds)' is 604801", { options: { msgLifeTime: 604_801 } }],
		["'Message Sequence' is 4294967296", { options: { msgSeq: 2 ** 32 } }],
		["'Sync to Sender' is not one of its choices", { options: { syncOtherMachine: 3 } }],
	])('is refused when %s', (problem, more) => {
		expect(refusal(() => body(more)).problem).toContain(problem);
	});

	it('names the operation for several recipients', () => {
		const { problem, advice } = refusal(() => body({ toAccount: 'mia, leo' }));
		expect(problem).toBe("'To User ID' takes one ID, and 'mia, leo' looks like a list");
		expect(advice).toContain("'Send to Many'");
	});

	it.each(['recall', 'update', 'getExtensions'])(
		'that was sent without a sender is the admin’s, as the error says: %s',
		(name) => {
			for (const fromAccount of ['', undefined]) {
				const given = { fromAccount, toAccount: 'mia', msgKey: '1_2_3', cloudCustomData: 'x' };
				const { problem, advice } = refusal(() =>
					apiOperation('directMessage', name).request(item(given)),
				);
				expect(problem).toMatch(/^'From User ID' is (empty|undefined)$/);
				expect(advice).toContain("enter the 'Identifier' of the credential");
			}
		},
	);

	it('gives back what recalling it later needs', () => {
		const response = { ...ok, MsgTime: 1572870301, MsgKey: '89541_2574206_1572870301' };
		const body = { From_Account: 'a', To_Account: 'mia', MsgSeq: 1, MsgRandom: 2, MsgBody: [] };
		expect(send.interpret(response, body)).toEqual({
			done: true,
			output: {
				From_Account: 'a',
				To_Account: 'mia',
				MsgSeq: 1,
				MsgRandom: 2,
				MsgTime: 1572870301,
				MsgKey: '89541_2574206_1572870301',
			},
		});
	});
});

describe('a live message', () => {
	const given = { roomId: locator('room1'), senderAccount: 'user1', text: 'msg' };
	const body = (more: Record<string, unknown> = {}) =>
		sendText.request(item({ ...given, ...more }));

	it('names room, sender and text', () => {
		const expected = { RoomId: 'room1', Sender_Account: 'user1', TextContent: 'msg' };
		expect(body()).toEqual(expected);
		expect(body({ roomId: 7 })).toMatchObject({ RoomId: '7' });
	});

	it.each([
		['a text', '{"data":1,"value":2}'],
		['an object', { data: 1, value: 2 }],
	])('sends extension info as JSON text, given as %s', (_what, extensionInfo) => {
		expect(body({ options: { extensionInfo } })).toMatchObject({
			ExtensionInfo: '{"data":1,"value":2}',
		});
	});

	it.each([
		["'Extension Info' is not valid JSON", { options: { extensionInfo: 'hello' } }],
		["'Room' is empty", { roomId: locator('') }],
		["'Sender User ID' is empty", { senderAccount: '' }],
		["'Text' is undefined", { text: undefined }],
	])('is refused when %s', (problem, more) => {
		expect(refusal(() => body(more)).problem).toBe(problem);
	});
});

describe('the response about a live message', () => {
	const body = { RoomId: 'room1', Sender_Account: 'user1', TextContent: 'msg' };
	const response = (Response: unknown) => ({ ...ok, RequestId: 'r1', Response }) as Body;
	const seen = { MsgTime: 1572870301, MsgSeq: 89541 };

	it.each([
		['an empty reason', response({ ...seen, MsgDropReason: '' }), seen],
		['no reason', response(seen), seen],
		['no details', response(undefined), {}],
		['details that are no object', response('OK'), {}],
		['details that are null', response(null), {}],
	])('means sent with %s for dropping it', (_what, given, details) => {
		expect(sendText.interpret(given, body)).toEqual({
			done: true,
			output: { RoomId: 'room1', Sender_Account: 'user1', RequestId: 'r1', ...details },
		});
	});

	it('means not sent, but worth another try, when the room got too many messages', () => {
		const given = response({ ...seen, MsgDropReason: 'MsgFreqCtrl' });
		expect(sendText.interpret(given, body)).toMatchObject({
			done: false,
			kind: 'frequency',
			message: expect.stringContaining('MsgFreqCtrl') as string,
			data: { RequestId: 'r1', MsgDropReason: 'MsgFreqCtrl' },
		});
	});

	it('means not sent for good when it was dropped for another reason', () => {
		const given = response({ ...seen, MsgDropReason: 'Whatever' });
		expect(sendText.interpret(given, body)).toMatchObject({ done: false, kind: 'permanent' });
	});
});

describe('a conversation', () => {
	it.each<[string, typeof send, Body, Body]>([
		[
			'a session, whatever is said in it',
			sendMessage,
			{ SessionId: 's1', MsgBody: [1], CloudCustomData: 'a' },
			{ SessionId: 's1', MsgBody: [2], MsgRandom: 7 },
		],
		[
			'a service account and a user',
			sendMessage,
			{ FromAccount: '@a', ToAccount: 'u', MsgBody: [1] },
			{ FromAccount: '@a', ToAccount: 'u', MsgBody: [2] },
		],
		[
			'a sender and a recipient',
			send,
			{ From_Account: 'a', To_Account: 'mia', MsgBody: [1] },
			{ From_Account: 'a', To_Account: 'mia', MsgBody: [2], MsgLifeTime: 0 },
		],
		[
			'two users, whoever of them speaks',
			send,
			{ From_Account: 'a', To_Account: 'mia' },
			{ From_Account: 'mia', To_Account: 'a' },
		],
		['the admin and a recipient', send, { To_Account: 'mia' }, { To_Account: 'mia', MsgSeq: 1 }],
		[
			'a service account and a user to contact',
			contactUser,
			{ IMAgentUserID: '@a', ClientUserID: 'u' },
			{ IMAgentUserID: '@a', ClientUserID: 'u', GroupId: 1 },
		],
		[
			'a live room, whoever speaks',
			sendText,
			{ RoomId: 'r', Sender_Account: 'a' },
			{ RoomId: 'r', Sender_Account: 'b' },
		],
	])('is %s', (_what, { orderingKey }, one, other) => {
		expect(orderingKey(one)).toBe(orderingKey(other));
	});

	it.each<[string, typeof send, Body, Body]>([
		['session', sendMessage, { SessionId: 's1' }, { SessionId: 's2' }],
		[
			'user',
			sendMessage,
			{ FromAccount: '@a', ToAccount: 'u' },
			{ FromAccount: '@a', ToAccount: 'v' },
		],
		[
			'service account',
			sendMessage,
			{ FromAccount: '@a', ToAccount: 'u' },
			{ FromAccount: '@b', ToAccount: 'u' },
		],
		[
			'sender',
			send,
			{ From_Account: 'a', To_Account: 'm' },
			{ From_Account: 'b', To_Account: 'm' },
		],
		[
			'recipient',
			send,
			{ From_Account: 'a', To_Account: 'm' },
			{ From_Account: 'a', To_Account: 'n' },
		],
		['sender than the admin', send, { To_Account: 'm' }, { From_Account: 'a', To_Account: 'm' }],
		[
			'user to contact',
			contactUser,
			{ IMAgentUserID: '@a', ClientUserID: 'u' },
			{ IMAgentUserID: '@a', ClientUserID: 'v' },
		],
		['room', sendText, { RoomId: 'r' }, { RoomId: 's' }],
		[
			'pair, even if the names put together are alike',
			send,
			{ From_Account: 'a,b', To_Account: 'c' },
			{ From_Account: 'a', To_Account: 'b,c' },
		],
	])('with another %s is another one', (_what, { orderingKey }, one, other) => {
		expect(orderingKey(one)).not.toBe(orderingKey(other));
	});
});

describe('what may be sent again', () => {
	it('is a message that the server knows by its numbers, and nothing else', () => {
		const rules = [sendMessage, send, contactUser, sendText].map(({ retry }) => retry.policy);
		expect(rules).toEqual(['dedupe', 'dedupe', 'unsafe', 'unsafe']);
	});

	it('is not sent after the documented 120 seconds', () => {
		const { retry } = send;
		const window = retry.policy === 'dedupe' ? retry.windowSeconds : Infinity;
		expect(window).toBeLessThanOrEqual(120);
	});
});

describe('extensions that were set in part', () => {
	const identity = { From_Account: 'a', To_Account: 'b', MsgKey: '1_2_3' };
	const result = (ErrorCode: number, Key: string) => ({
		ErrorCode,
		Extension: { Key, Value: 'v', Seq: 2 },
	});

	it('are a failure that names the keys, although the envelope says OK', () => {
		const response = { ...ok, ExtensionList: [result(0, 'good'), result(23001, 'bad')] };
		expect(setExtensions.interpret(response, { ...identity, OperateType: 1 })).toMatchObject({
			done: false,
			kind: 'permanent',
			message: 'Some extensions were not changed: bad',
			data: { ErrorCode: 23001, ...identity, ExtensionList: [result(23001, 'bad')] },
		});
	});
});

describe('a moment of any operation', () => {
	const rest = {
		...{ fromAccount: 'a', toAccount: 'b', operatorAccount: 'a', reportAccount: 'a' },
		...{ peerAccount: 'b', syncFromOldSystem: 2, from: 1_740_000_000, to: 1_740_000_000, ...hello },
	};

	it.each<[string, string, string, (moment: string) => Record<string, unknown>]>([
		['directMessage', 'import', 'Message Time', (msgTimeStamp) => ({ msgTimeStamp })],
		['directMessage', 'getMany', 'Sent After', (minTime) => ({ options: { minTime } })],
		['directMessage', 'getMany', 'Sent Before', (maxTime) => ({ options: { maxTime } })],
		['directMessage', 'markAsRead', 'Read Until', (msgReadTime) => ({ options: { msgReadTime } })],
		['session', 'getMany', 'From', (from) => ({ from })],
		['session', 'getMany', 'To', (to) => ({ to })],
		['statistics', 'getSessions', 'From', (from) => ({ from })],
	])('has to exist and to mean one thing: %s %s, %s', (resource, name, label, moment) => {
		const wrong = ['2025-02-30T10:00:00', '05/04/2025 10:00:00 +0200', '2025-04-01 10:00-11:00'];
		for (const text of wrong) {
			const given = item({ ...rest, ...moment(text) });
			expect(refusal(() => apiOperation(resource, name).request(given)).problem).toBe(
				`'${label}' is not a date and time`,
			);
		}
	});
});
