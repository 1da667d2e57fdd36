import type { JsonObject } from '../json';
import type { DirectMessage } from '../rest/directMessage';
import type { Call } from '../rest/endpoint';

/** Where a one-to-one message stands in its conversation. */
export interface Place {
	seq: number;
	/** Unix seconds. */
	time: number;
	key: string;
}

/** Chat > Before a One-to-One Message Is Sent and After a One-to-One Message Is Sent. */
export function directBody(message: DirectMessage, { seq, time, key }: Place): JsonObject {
	return {
		From_Account: message.sender,
		To_Account: message.receiver,
		MsgSeq: seq,
		MsgRandom: message.random,
		MsgTime: time,
		MsgKey: key,
		OnlineOnlyFlag: message.onlineOnly ? 1 : 0,
		MsgBody: message.elements.map((element) => ({ ...element })),
		CloudCustomData: message.cloudCustomData ?? '',
	};
}

const afterSending = 'C2C.CallbackAfterSendMsg';

export function tellSent(call: Call, message: DirectMessage, place: Place): void {
	// Counting what is unread costs time, and for most apps nobody asks.
	if (!call.callbacks.wants(call.state, { command: afterSending })) return;
	call.callbacks.tell(call.state, {
		command: afterSending,
		platform: call.platform,
		body: {
			...directBody(message, place),
			SendMsgResult: 0,
			ErrorInfo: 'send msg succeed',
			UnreadMsgNum: unreadBy(call, message.receiver),
		},
	});
}

/** Chat > After Reading a One-to-One Message. */
export function tellRead(call: Call, reader: string, peer: string, until: number): void {
	call.callbacks.tell(call.state, {
		command: 'C2C.CallbackAfterMsgReport',
		platform: call.platform,
		body: {
			Report_Account: reader,
			Peer_Account: peer,
			LastReadTime: until,
			UnreadMsgNum: unreadBy(call, reader),
		},
	});
}

/** Chat > After a One-to-One Message Is Recalled. */
export function tellRecalled(call: Call, sender: string, receiver: string, key: string): void {
	call.callbacks.tell(call.state, {
		command: 'C2C.CallbackAfterMsgWithDraw',
		platform: call.platform,
		body: {
			From_Account: sender,
			To_Account: receiver,
			MsgKey: key,
			UnreadMsgNum: unreadBy(call, receiver),
		},
	});
}

/** UnreadMsgNum: the unread one-to-one messages of a user, whoever sent them. */
function unreadBy({ conversations, state }: Call, userId: string): number {
	let count = 0;
	for (const { kind, sdkAppId, participants, entries } of conversations.all()) {
		if (kind !== 'c2c' || sdkAppId !== state.app.sdkAppId) continue;
		if (!participants.includes(userId)) continue;
		for (const { sender, recalled, onlineOnly, direct } of entries) {
			if (sender !== userId && !recalled && !onlineOnly && direct?.unread) count += 1;
		}
	}
	return count;
}
