import {
	groupMessageBody,
	tellGroupMessage,
	type GroupMessageFacts,
} from '../../../callbacks/group';
import { judge } from '../../../callbacks/judge';
import type { MessageElement } from '../../../state/conversations';
import { isMuted, type Room } from '../../../state/rooms';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Outcome, type Refusal } from '../../endpoint';
import { messageText } from '../../messageText';
import { countWithin } from '../../rateLimit';
import { badParameter, response, roomOf, secondsOf } from './room';

export interface RoomMessage {
	sender: string;
	elements: MessageElement[];
	/** In plain words, where the elements alone do not say it. */
	text?: string;
	cloudCustomData?: string;
}

/** The room that a sender writes into, with the codes of Live > Send Normal Message. */
export function roomFor(call: Call, sender: string): Room | Refusal {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { behaviour, state } = call;
	if (behaviour.liveUnknownSender === 'refuse' && !accountExists(state.world, sender)) {
		return badParameter('Sender_Account does not exist');
	}
	if (isMuted(room, sender, secondsOf(call))) return refuse(100601, 'the sender is muted');
	return room;
}

/**
 * Shows a message to the room, unless the room has got too many in this second. The callbacks before
 * and after it are those of groups, in a form of their own (pages 74347 and 74348).
 */
export function publish(call: Call, room: Room, message: RoomMessage): Outcome | Promise<Outcome> {
	const time = secondsOf(call);
	const tookEffect = (dropReason: string): Outcome =>
		response({ MsgTime: time, MsgSeq: room.lastSeq, MsgDropReason: dropReason });

	if (!isWithinRoomLimit(call, room)) {
		if (call.behaviour.liveRoomOverflow === 'refuse') {
			return refuse(100602, 'the room receives too many messages');
		}
		room.lastSeq += 1;
		show(call, room, message, time, 'dropped');
		return tookEffect('MsgFreqCtrl');
	}
	// The request names none, so the server does.
	const random = call.random();
	return judge(call, {
		command: 'Group.CallbackBeforeSendMsg',
		body: groupMessageBody(call, factsOf(room, message, random)),
		message,
		kind: 'group',
		ofLive: true,
		drop: () => {
			show(call, room, message, time, 'dropped');
			return tookEffect('');
		},
		accept: (accepted) => {
			room.lastSeq += 1;
			room.messageCount += 1;
			const text = accepted.elements === message.elements ? message.text : undefined;
			show(call, room, { ...accepted, text }, time, 'delivered');
			const place = { seq: room.lastSeq, time };
			tellGroupMessage(call, factsOf(room, accepted, random), place);
			return tookEffect('');
		},
	});
}

/** Before Sending a Message (page 74347): the type is Live, and the room's ID the group's. */
function factsOf(
	{ roomId }: Room,
	{ sender, elements, cloudCustomData }: RoomMessage,
	random: number,
): GroupMessageFacts {
	return {
		groupId: roomId,
		type: 'Live',
		sender,
		random,
		elements,
		...(cloudCustomData !== undefined && { cloudCustomData }),
		onlineOnly: false,
		ofLive: true,
	};
}

function show(
	{ conversations, state }: Call,
	{ roomId, lastSeq }: Room,
	{ sender, elements, text, cloudCustomData }: RoomMessage,
	time: number,
	messageState: 'delivered' | 'dropped',
): void {
	conversations.add(
		{ kind: 'live', sdkAppId: state.app.sdkAppId, participants: [roomId] },
		{
			kind: 'message',
			sender,
			elements,
			text: text ?? messageText(elements),
			time,
			seq: lastSeq,
			key: `${lastSeq}`,
			...(cloudCustomData !== undefined && { cloudCustomData }),
			onlineOnly: false,
			state: messageState,
		},
	);
}

function isWithinRoomLimit({ behaviour, now, state }: Call, room: Room): boolean {
	if (behaviour.liveRoomPerSecond === null) return true;
	let arrivals = state.roomArrivals.get(room.roomId);
	if (!arrivals) {
		arrivals = [];
		state.roomArrivals.set(room.roomId, arrivals);
	}
	return countWithin(arrivals, behaviour.liveRoomPerSecond, now);
}
