import type { IDataObject } from 'n8n-workflow';

import { dedupeKeysOf } from '../../../nodes/TencentChatDesk/trigger/dedupeKeys';
import { directMessage } from '../../support/callbacks';

/** Whether a second delivery would count as a copy of the first. */
function isCopy(
	command: string,
	[first, firstId]: [IDataObject, string?],
	[second, secondId]: [IDataObject, string?],
): boolean {
	const known = dedupeKeysOf(command, firstId, first);
	return dedupeKeysOf(command, secondId, second).some((mark) => known.includes(mark));
}

const after = 'C2C.CallbackAfterSendMsg';
const message = directMessage('48374_2837546_1557481126', 'hello');

describe('another delivery of a message with the same MsgKey', () => {
	it('is a copy where it says the same, whatever its RequestID', () => {
		expect(isCopy(after, [message], [{ ...message }])).toBe(true);
		expect(isCopy(after, [message, 'r1'], [message, 'r1'])).toBe(true);
		expect(isCopy(after, [message, 'r1'], [message, 'r2'])).toBe(true);
		expect(isCopy(after, [message, 'r1'], [message])).toBe(true);
	});

	it.each<[string, IDataObject]>([
		['the time of the event', { EventTime: 7 }],
		['the count of unread messages', { UnreadMsgNum: 9 }],
	])('is a copy where only %s differs', (_what, change) => {
		const first = { ...message, EventTime: 6, UnreadMsgNum: 8 };
		expect(isCopy(after, [first], [{ ...first, ...change }])).toBe(true);
	});

	it.each<[string, IDataObject]>([
		['another recipient, as in a batch', { To_Account: 'bob' }],
		['another sender', { From_Account: 'eve' }],
		['another group', { GroupId: '@TGS#2' }],
		['another session', { SessionId: 's2' }],
		['another stage of a session', { Event: 'SessionEnd' }],
		['another topic', { TopicId: '@TOPIC#1' }],
		['other words', { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'buy this' } }] }],
		['other data beside the words', { CloudCustomData: 'x' }],
		['another result', { SendMsgResult: 20006 }],
	])('is an event of its own with %s', (_what, change) => {
		const other = { ...message, ...change };
		for (const ids of [[], ['r1', 'r2']] as const) {
			expect(isCopy(after, [message, ids[0]], [other, ids[1]])).toBe(false);
		}
	});

	it('is an event of its own in another kind of callback', () => {
		const before = dedupeKeysOf('C2C.CallbackBeforeSendMsg', 'r', message);
		expect(dedupeKeysOf(after, 'r', message).filter((mark) => before.includes(mark))).toEqual([]);
	});
});

describe('another delivery of what is no message', () => {
	it.each<[string, string, IDataObject, IDataObject]>([
		[
			'a session event',
			'Desk.SessionEventNotify',
			{ SessionId: 's', EventTime: 1 },
			{ EventTime: 2 },
		],
		['a group message', 'Group.CallbackBeforeSendMsg', { GroupId: 'g', Random: 1 }, { Random: 2 }],
		[
			'a recall',
			'Group.CallbackAfterRecallMsg',
			{ GroupId: 'g', MsgSeqList: [1] },
			{ MsgSeqList: [2] },
		],
		[
			'what was read',
			'C2C.CallbackAfterMsgReport',
			{ Report_Account: 'a', LastReadTime: 1 },
			{ LastReadTime: 2 },
		],
		['pushes', 'Push.AllMemberPush', { Events: [{ TaskId: 't' }] }, { Events: [{ TaskId: 'u' }] }],
		[
			'a check of content',
			'ContentCallback.ResultNotify',
			{ CtxcbRequestId: 'a' },
			{ CtxcbRequestId: 'b' },
		],
	])(
		'is a copy where it says the same, and not where it differs: %s',
		(_what, command, body, change) => {
			expect(isCopy(command, [body], [{ ...body }])).toBe(true);
			expect(isCopy(command, [body], [{ ...body, ...change }])).toBe(false);
		},
	);

	it('is an event of its own where no field tells, but for its RequestID', () => {
		const gift = { RoomId: 'r', GiftWater: { From_Account: 'a', GiftId: 'g', Count: 1 } };
		expect(isCopy('Live.CallbackBeforeSendGift', [gift], [gift])).toBe(false);
		expect(isCopy('Live.CallbackBeforeSendGift', [gift, 'r1'], [gift, 'r1'])).toBe(true);
		expect(isCopy('Live.CallbackBeforeSendGift', [gift, 'r1'], [gift, 'r2'])).toBe(false);
	});
});
