import type { JsonObject } from '../../../json';
import type { Group, GroupMessage } from '../../../state/groups';
import { tellReadReceipt } from '../../../callbacks/groupChanges';
import {
	between,
	command,
	count,
	filled,
	objects,
	objectsOf,
	oneOf,
	short,
	text,
	type Rules,
} from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { messageText } from '../../messageText';
import { findOrdinaryGroup } from './groupChecks';
import { groupCommand } from './groupCommand';
import { shownMessages } from './shown';

const hidden = 2;
const noReceipt = 10062;
const lastMessages = 1000;
const maxPairsOfACall = 20;

const messageOf = (group: Group, seq: unknown): GroupMessage | undefined =>
	group.messages.find((message) => message.seq === seq && message.place === 0);

/** Modifying a Group Message (1047/47948), in the service of messages. */
const modify = command({
	path: 'openim/modify_group_msg',
	badBody: 90001,
	codes: { notAdmin: 90009, notJson: 90001 },
	rules: {
		GroupId: text,
		MsgSeq: count,
		'MsgBody?': () => undefined,
		'CloudCustomData?': text,
		'TopicId?': text,
	},
	handle(call) {
		const group = findOrdinaryGroup(call);
		if ('code' in group) return group;
		const { MsgSeq, MsgBody, CloudCustomData } = call.body;
		if (MsgBody === undefined && CloudCustomData === undefined) {
			return refuse(90010, 'neither MsgBody nor CloudCustomData is given');
		}
		const elements = MsgBody === undefined ? undefined : readMessageBody(MsgBody);
		if (elements !== undefined && !Array.isArray(elements)) return elements;
		const message = messageOf(group, MsgSeq);
		if (!message) return refuse(20022, 'there is no such message');
		const shown = shownMessages(call, group, [message.seq]);
		for (const one of [message, ...shown]) {
			if (elements) one.elements = elements;
			if (typeof CloudCustomData === 'string') one.cloudCustomData = CloudCustomData;
		}
		if (elements) for (const one of shown) one.text = messageText(elements);
		return { response: { ErrorInfo: 'succeed' } };
	},
});

/** Recalling the Messages of a User (1047/34970): live groups say OK and do nothing. */
const deleteBySender = groupCommand(
	'delete_group_msg_by_sender',
	{ Sender_Account: filled, 'TopicId?': text },
	(call, group) => {
		const taken = group.messages
			.slice(-lastMessages)
			.filter(({ sender }) => sender === call.body.Sender_Account);
		for (const message of taken) message.place = hidden;
		const sequences = taken.map(({ seq }) => seq);
		for (const entry of shownMessages(call, group, sequences)) entry.recalled = true;
		return { response: {} };
	},
);

/** Clearing the Messages of a Group (1047/65970): the admin still reads them. */
const clear = groupCommand('clear_group_msg', { 'MsgSeq?': count }, (call, group) => {
	if (group.type === 'Community') return refuse(10007, 'communities cannot be cleared');
	group.clearedUpTo = Number(call.body.MsgSeq ?? group.lastSeq);
	return { response: {} };
});

const sequences: Rules = { MsgSeqList: objects({ MsgSeq: count }) };

/** Who has read a message with a receipt: everybody but the sender is asked. */
function readersOf(group: Group, message: GroupMessage): { read: string[]; unread: string[] } {
	const others = [...group.members.keys()].filter((userId) => userId !== message.sender);
	const has = (userId: string) => message.readers?.has(userId) ?? false;
	return { read: others.filter(has), unread: others.filter((userId) => !has(userId)) };
}

/** Pulling Read Receipts (1047/49439). */
const getReceipts = groupCommand(
	'get_group_msg_receipt',
	sequences,
	(call, group) => ({
		response: {
			GroupMsgReceiptList: objectsOf(call.body.MsgSeqList).map(({ MsgSeq }): JsonObject => {
				const message = messageOf(group, MsgSeq);
				if (!message?.readers) return { Code: noReceipt, MsgSeq };
				const { read, unread } = readersOf(group, message);
				return { Code: 0, MsgSeq, ReadNum: read.length, UnreadNum: unread.length };
			}),
		},
	}),
	{ ordinary: true },
);

/** Pulling the Readers of a Message (1047/49438); the sample spells IsFinish so. */
const getReaders = groupCommand(
	'get_group_msg_receipt_detail',
	{ MsgSeq: count, Filter: oneOf(0, 1), Cursor: text, Count: between(1, 200) },
	(call, group) => {
		const { MsgSeq, Filter, Cursor, Count } = call.body;
		const message = messageOf(group, MsgSeq);
		if (!message?.readers) return refuse(noReceipt, 'the message has no receipt');
		const { read, unread } = readersOf(group, message);
		const all = Filter === 0 ? read : unread;
		const start = Cursor === '' ? 0 : Number(Cursor);
		const end = start + Number(Count);
		const page = all.slice(start, end);
		return {
			response: {
				MsgSeq,
				...(Filter === 0
					? { ReadList: page.map((Read_Account) => ({ Read_Account })) }
					: { UnreadList: page.map((Unread_Account) => ({ Unread_Account })) }),
				Cursor: String(Math.min(end, all.length)),
				IsFinish: end >= all.length ? 1 : 0,
			},
		};
	},
	{ ordinary: true },
);

/** Giving a Read Receipt: a command that a public server SDK has, without a page that is known. */
const giveReceipt = groupCommand(
	'group_msg_receipt',
	{ From_Account: filled, MsgSeqList: objects({ MsgSeq: count }, 50) },
	(call, group) => {
		const reader = String(call.body.From_Account);
		if (!group.members.has(reader)) return refuse(10007, 'no member');
		const read = objectsOf(call.body.MsgSeqList)
			.map(({ MsgSeq }) => messageOf(group, MsgSeq))
			.filter((message) => message?.readers !== undefined)
			.filter((message) => message !== undefined);
		for (const message of read) message.readers?.add(reader);
		tellReadReceipt(
			call,
			group,
			reader,
			read.map((message) => ({ seq: message.seq, ...readersOf(group, message) })),
		);
		return { response: {} };
	},
	{ ordinary: true },
);

interface Extension {
	key: string;
	value: string;
	seq: number;
}

/** A command on what is attached to a message: 23004 for none, 23002 where nothing can be. */
function extensionCommand(
	name: string,
	rules: Rules,
	handle: (call: Call, message: GroupMessage, extensions: Map<string, Extension>) => Outcome,
): Endpoint {
	return groupCommand(
		name,
		{ MsgSeq: count, ...rules },
		(call, group) => {
			const message = messageOf(group, call.body.MsgSeq);
			if (!message) return refuse(23004, 'there is no such message');
			if (!message.extensions) return refuse(23002, 'the message does not support extensions');
			return handle(call, message, message.extensions);
		},
		{ service: 'openim_msg_ext_http_svc', ordinary: true },
	);
}

const pairObject = ({ key, value, seq }: Extension): JsonObject => ({
	Key: key,
	Value: value,
	Seq: seq,
});

/** Pulling the Extensions of a Group Message (1047/52169). */
const getExtensions = extensionCommand(
	'group_get_key_values',
	{ 'StartSeq?': count },
	(call, _message, extensions) => {
		const wanted = [...extensions.values()].filter(
			({ seq }) => seq >= Number(call.body.StartSeq ?? 0),
		);
		return {
			response: {
				CompleteFlag: 1,
				LatestSeq: Math.max(0, ...wanted.map(({ seq }) => seq)),
				ClearSeq: 0,
				ExtensionList: wanted.map(pairObject),
			},
		};
	},
);

const clearAll = 3;
const deleteKeys = 2;

/** Setting the Extensions of a Group Message (1047/52170). */
const setExtensions = extensionCommand(
	'group_set_key_values',
	{
		OperateType: oneOf(1, 2, 3),
		'ExtensionList?': objects(
			{ Key: short(100), 'Value?': short(1000), 'Seq?': count },
			maxPairsOfACall,
		),
	},
	(call, _message, extensions) => {
		const { OperateType } = call.body;
		const seq = Math.max(0, ...[...extensions.values()].map((one) => one.seq)) + 1;
		if (OperateType === clearAll) extensions.clear();
		const results = objectsOf(call.body.ExtensionList).map(({ Key, Value = '' }): JsonObject => {
			const pair = { key: String(Key), value: String(Value), seq };
			if (OperateType === deleteKeys) extensions.delete(pair.key);
			else extensions.set(pair.key, pair);
			return { ErrorCode: 0, Extension: pairObject(pair) };
		});
		return { response: { ExtensionList: results } };
	},
);

/** Sending a Broadcast to All Live Groups (1047/49440): one a second. */
const broadcast = command({
	path: 'group_open_http_svc/send_broadcast_msg',
	callsPerSecond: 1,
	badBody: 10004,
	rateLimitCode: 10023,
	rules: {
		Random: count,
		MsgBody: () => undefined,
		'From_Account?': filled,
		'CloudCustomData?': text,
	},
	handle(call) {
		const elements = readMessageBody(call.body.MsgBody);
		if (!Array.isArray(elements)) return refuse(10004, elements.info);
		const { broadcasts } = call.state.world;
		const key = JSON.stringify([call.body.Random, elements]);
		const known = broadcasts.findIndex((one) => one === key);
		if (known < 0) broadcasts.push(key);
		return { response: { MsgSeq: known < 0 ? broadcasts.length : known + 1 } };
	},
});

export const groupMessageCommands: readonly Endpoint[] = [
	modify,
	deleteBySender,
	clear,
	getReceipts,
	getReaders,
	giveReceipt,
	getExtensions,
	setExtensions,
	broadcast,
];
