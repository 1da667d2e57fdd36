import type { JsonObject } from '../../../json';
import type { MessageElement } from '../../../state/conversations';
import { isMuted, type Room } from '../../../state/rooms';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Outcome, type Refusal } from '../../endpoint';
import { countWithin } from '../../rateLimit';
import { badParameter, response, roomOf, secondsOf } from './room';

export interface RoomMessage {
	sender: string;
	element: MessageElement;
	/** The message in plain words. */
	text: string;
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

/** Shows a message to the room, unless the room has got too many in this second. */
export function publish(call: Call, room: Room, message: RoomMessage): Outcome {
	const { sender, element, text, cloudCustomData } = message;
	const time = secondsOf(call);
	const dropped = !isWithinRoomLimit(call, room);
	if (dropped && call.behaviour.liveRoomOverflow === 'refuse') {
		return refuse(100602, 'the room receives too many messages');
	}
	room.lastSeq += 1;
	if (!dropped) {
		room.messageCount += 1;
		call.conversations.add(
			{ kind: 'live', sdkAppId: call.state.app.sdkAppId, participants: [room.roomId] },
			{
				kind: 'message',
				sender,
				elements: [element],
				text,
				time,
				seq: room.lastSeq,
				key: `${room.lastSeq}`,
				...(cloudCustomData !== undefined && { cloudCustomData }),
				onlineOnly: false,
				state: 'delivered',
			},
		);
	}
	const payload: JsonObject = {
		MsgTime: time,
		MsgSeq: room.lastSeq,
		MsgDropReason: dropped ? 'MsgFreqCtrl' : '',
	};
	return response(payload);
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
