import { randomUUID } from 'node:crypto';
import { tellSessionEvent } from '../callbacks/desk';
import { tellRoomMembers } from '../callbacks/live';
import type { Core } from '../core';
import { deskDataOf } from '../desk/data';
import { isObject, type JsonObject } from '../json';
import { isRefusal, refuse, type Call, type Outcome, type Refusal } from '../rest/endpoint';
import { sendGroupMessage } from '../rest/endpoints/group/sendMessage';
import { roomFor, publish } from '../rest/endpoints/live/roomMessage';
import { sendDirectMessage } from '../rest/endpoints/openim/sendMessage';
import { readMessageBody } from '../rest/messageBody';
import { messageText } from '../rest/messageText';
import { isTooLong } from '../rest/size';
import type { MessageElement } from '../state/conversations';
import type { Session } from '../state/sessions';
import { clientSignals, ratedSession, takeClientSignal } from './deskClient';
import { responseTo, appOf, callAs, type ActionResponse, type ActionOptions } from './person';

/** A message that a person writes in a client: to exactly one place, a text or a whole MsgBody. */
export interface CustomerMessage extends ActionOptions {
	/** UserID of who writes; may be left out with `sessionId`. */
	from?: string;
	/** UserID of the other side of a one-to-one conversation. */
	to?: string;
	/** A customer service account: goes on with the open session with it, or begins one. */
	serviceAccount?: string;
	/** An open session of Desk. */
	sessionId?: string;
	/** A group or a live room. */
	groupId?: string;
	text?: string;
	msgBody?: MessageElement[];
	cloudCustomData?: string;
}

export interface WriteResponse extends ActionResponse {
	/** Of one-to-one messages and those to Desk. */
	MsgKey?: string;
	/** Of messages to a group or a live room. */
	MsgSeq?: number;
	/** The session that the message went to. */
	SessionId?: string;
}

/** Seven weeks in milliseconds: the longest whole weeks that 32 bits hold. */
const seqPeriodMs = 49 * 86_400_000;
/** Counting starts on a Sunday at 19:00 UTC. */
const seqStartMs = 3 * 86_400_000 + 19 * 3_600_000;

/** A message as the APIs take it. */
type Said = { MsgBody: JsonObject[]; CloudCustomData?: string };

/**
 * Writes a message as a person. Refusals have the codes that the pages of the matching REST API
 * and of the callback before sending document.
 */
export async function write(core: Core, message: CustomerMessage): Promise<WriteResponse> {
	const { text, msgBody, cloudCustomData } = message;
	const elements = msgBody ?? [{ MsgType: 'TIMTextElem', MsgContent: { Text: text ?? '' } }];
	const said: Said = {
		MsgBody: elements.map((element) => ({ ...element })),
		...(cloudCustomData !== undefined && { CloudCustomData: cloudCustomData }),
	};
	if (message.to !== undefined) return await toPerson(core, message, message.to, said);
	if (message.groupId !== undefined) return await toGroup(core, message, message.groupId, said);
	return await toDesk(core, message, said);
}

async function toPerson(
	core: Core,
	message: CustomerMessage,
	to: string,
	said: Said,
): Promise<WriteResponse> {
	const { from = '' } = message;
	const body = {
		From_Account: from,
		To_Account: to,
		MsgSeq: nextSeq(core),
		MsgRandom: core.numbers(),
		...said,
	};
	const outcome = await sendDirectMessage.handle(callAs(core, from, body, message));
	return responseTo(core, outcome, picked(outcome, 'MsgKey'));
}

/**
 * Messages of one second are shown in the order of MsgSeq, so it grows with the clock: what
 * is answered within the second, by a sender that numbers by the clock as well, comes after it.
 */
function nextSeq(core: Core): number {
	core.lastClientSeq = Math.max((core.now() - seqStartMs) % seqPeriodMs, core.lastClientSeq + 1);
	return core.lastClientSeq;
}

async function toGroup(
	core: Core,
	message: CustomerMessage,
	groupId: string,
	said: Said,
): Promise<WriteResponse> {
	const { from = '' } = message;
	const { world } = appOf(core, message.sdkAppId);
	const group = world.groups.get(groupId);
	const isRoom = !group && world.rooms.has(groupId);
	if (isRoom) return await toRoom(core, message, groupId, said);
	if (group && group.type !== 'AVChatRoom' && !group.members.has(from)) {
		return responseTo(core, refuse(10007, 'only members of the group may write'));
	}
	const body = { GroupId: groupId, From_Account: from, Random: core.numbers(), ...said };
	const outcome = await sendGroupMessage.handle(callAs(core, from, body, message));
	return responseTo(core, outcome, picked(outcome, 'MsgSeq'));
}

/** Whoever writes into a live room has entered it before. */
async function toRoom(
	core: Core,
	message: CustomerMessage,
	roomId: string,
	said: Said,
): Promise<WriteResponse> {
	const { from = '', cloudCustomData } = message;
	const call = callAs(core, from, { RoomId: roomId, ...said }, message);
	const elements = readMessageBody(call.body.MsgBody);
	if (!Array.isArray(elements)) return responseTo(core, refuse(100002, elements.info));
	if (isTooLong(call, said.MsgBody)) {
		return responseTo(core, refuse(100603, 'the message is too long'));
	}
	const room = roomFor(call, from);
	if ('code' in room) return responseTo(core, room);
	if ((room.banned.get(from)?.until ?? 0) > Math.floor(call.now / 1000)) {
		return responseTo(core, refuse(100005, 'the user is not in the room'));
	}
	if (!room.members.has(from)) {
		room.members.add(from);
		room.viewCount += 1;
		tellRoomMembers(call, room, { type: 'Online', cause: 'Enter' }, [from]);
	}
	const outcome = await publish(call, room, {
		sender: from,
		elements,
		...(cloudCustomData !== undefined && { cloudCustomData }),
	});
	const payload = isRefusal(outcome) ? undefined : outcome.response.Response;
	return responseTo(core, outcome, isObject(payload) ? { MsgSeq: payload.MsgSeq } : {});
}

async function toDesk(core: Core, message: CustomerMessage, said: Said): Promise<WriteResponse> {
	const { cloudCustomData, sessionId, serviceAccount } = message;
	const call = callAs(core, message.from ?? '', said, message);
	if (!call.state.app.desk) return responseTo(core, refuse(141000, 'the app is no Desk app'));
	if (isTooLong(call, said.MsgBody))
		return responseTo(core, refuse(93000, 'the message is too long'));
	const elements = readMessageBody(call.body.MsgBody);
	if (!Array.isArray(elements)) return responseTo(core, elements);
	const [element] = elements;
	const signal = elements.length === 1 && element ? deskDataOf(element) : undefined;
	const isSignal = signal !== undefined && clientSignals.includes(signal.src);
	const rated = signal?.src === '10' ? ratedSession(call, signal) : undefined;
	const session =
		rated ??
		(sessionId === undefined
			? sessionWith(call, message.from ?? '', serviceAccount ?? '')
			: openSession(call, message.from, sessionId));
	if ('code' in session) return responseTo(core, session);

	const { userId } = session;
	if (isSignal && element) {
		const MsgKey = await takeClientSignal(call, session, signal, element);
		return responseTo(core, { response: {} }, { MsgKey, SessionId: session.sessionId });
	}
	const seconds = Math.floor(call.now / 1000);
	const key = `${session.messages.length + 1}_${seconds}_${core.numbers()}`;
	call.state.world.sessions.write(session, { from: userId, role: 1, elements, time: call.now });
	call.conversations.add(
		{
			kind: 'desk',
			sdkAppId: call.state.app.sdkAppId,
			participants: [session.serviceAccount, userId],
		},
		{
			kind: 'message',
			sender: userId,
			elements,
			text: messageText(elements),
			time: seconds,
			key,
			...(cloudCustomData !== undefined && { cloudCustomData }),
			onlineOnly: false,
			state: 'delivered',
		},
	);
	const moment = session.state === 'Chatbot' ? 'userToChatbot' : 'userToAgent';
	const extra = cloudCustomData === undefined ? {} : { cloudCustomData };
	tellSessionEvent(call, moment, session, { key, elements, ...extra });
	return responseTo(core, { response: {} }, { MsgKey: key, SessionId: session.sessionId });
}

function openSession(call: Call, from: string | undefined, sessionId: string): Session | Refusal {
	const session = call.state.world.sessions.get(sessionId);
	if (!session || session.state === 'Ended') {
		return refuse(141005, 'the session does not exist or has ended');
	}
	if (from !== undefined && from !== session.userId) {
		return refuse(141004, 'the session is that of another user');
	}
	return session;
}

/** The open session of both sides; the first message begins one, with the chatbot. */
function sessionWith(call: Call, userId: string, serviceAccount: string): Session | Refusal {
	const { world } = call.state;
	if (!world.serviceAccounts.has(serviceAccount)) {
		return refuse(141004, 'there is no such customer service account');
	}
	if (!world.accounts.has(userId)) return refuse(141015, 'there is no such user account');
	const open = world.sessions.openBetween(serviceAccount, userId);
	if (open) return open;
	const session = world.sessions.add({
		sessionId: randomUUID(),
		serviceAccount,
		userId,
		state: 'Chatbot',
		startedAt: call.now,
	});
	tellSessionEvent(call, 'sessionBegan', session);
	return session;
}

function picked(outcome: Outcome, field: string): JsonObject {
	return isRefusal(outcome) ? {} : { [field]: outcome.response[field] };
}
