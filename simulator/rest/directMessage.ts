import type { JsonObject } from '../json';
import type { Entry, MessageElement } from '../state/conversations';
import type { DirectFacts } from '../state/directFacts';
import type { Call } from './endpoint';
import { messageText } from './messageText';

/** A one-to-one message that was understood. */
export interface DirectMessage {
	sender: string;
	receiver: string;
	elements: MessageElement[];
	random: number;
	/** Undefined when the caller leaves it to the server. */
	seq?: number;
	cloudCustomData?: string;
	onlineOnly: boolean;
	facts: DirectFacts;
}

/** What the fields of a send say beyond the message itself. */
export function directFacts(body: JsonObject): DirectFacts {
	const control = Array.isArray(body.SendMsgControl) ? body.SendMsgControl : [];
	return {
		hiddenFromSender: body.SyncOtherMachine === 2,
		unread: !control.includes('NoUnread'),
		read: false,
		extensible: body.SupportMessageExtension === 1,
		extensions: [],
		extensionSeq: 0,
		clearSeq: 0,
		extensionSets: [],
	};
}

/** Not stored: MsgLifeTime 0 on all pages, OnlineOnlyFlag 1 on the newest (269/1612, 2026). */
export function isOnlineOnly({ body, behaviour }: Call): boolean {
	const flagged = behaviour.onlineOnlyFlag === 'honoured' && body.OnlineOnlyFlag === 1;
	return flagged || body.MsgLifeTime === 0;
}

const addressOf = (call: Call, one: string, other: string) => ({
	kind: 'c2c' as const,
	sdkAppId: call.state.app.sdkAppId,
	participants: [one, other].sort(),
});

/** The stored messages of two users in display order: Chat > Sending a One-to-One Message. */
export function storedBetween(call: Call, one: string, other: string): Entry[] {
	return call.conversations
		.entriesOf(addressOf(call, one, other))
		.filter(({ kind, onlineOnly }) => kind === 'message' && !onlineOnly);
}

/** The Desk messages between a customer service account and a customer, in display order. */
export function deskBetween({ conversations, state }: Call, one: string, other: string): Entry[] {
	const { sdkAppId } = state.app;
	return [
		[one, other],
		[other, one],
	]
		.flatMap((participants) => conversations.entriesOf({ kind: 'desk', sdkAppId, participants }))
		.filter(({ kind }) => kind === 'message');
}

/** Puts a message where the clients of both users show it. */
export function showDirectMessage(
	call: Call,
	message: DirectMessage,
	place: { seq: number; time: number; key: string },
): void {
	const online = call.state.world.accounts.get(message.receiver)?.online ?? false;
	// "If this field is set to 0, messages will only be sent to online users."
	if (message.onlineOnly && !online) return;
	add(call, message, place, online ? 'delivered' : 'stored');
}

/** Remembers a message that a callback has dropped: no client shows it. */
export function dropDirectMessage(
	call: Call,
	message: DirectMessage,
	place: { seq: number; time: number; key: string },
): void {
	add(call, message, place, 'dropped');
}

function add(
	call: Call,
	message: DirectMessage,
	place: { seq: number; time: number; key: string },
	state: Entry['state'],
): void {
	call.conversations.add(addressOf(call, message.sender, message.receiver), {
		kind: 'message',
		sender: message.sender,
		elements: message.elements,
		text: messageText(message.elements),
		random: message.random,
		...place,
		...(message.cloudCustomData !== undefined && { cloudCustomData: message.cloudCustomData }),
		onlineOnly: message.onlineOnly,
		state,
		direct: message.facts,
	});
}
