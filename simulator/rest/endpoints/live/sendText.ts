import type { Json } from '../../../json';
import { accountExists, type Room } from '../../../state/world';
import {
	GENERAL_CODES,
	refuse,
	type Call,
	type Endpoint,
	type Outcome,
	type Refusal,
} from '../../endpoint';
import { countWithin } from '../../rateLimit';
import { isTooLong } from '../../size';

interface LiveText {
	room: Room;
	sender: string;
	text: string;
	extensionInfo?: string;
}

/** Live > Send Normal Message (v4/live_engine_http_srv/send_text_msg). */
export const sendLiveText: Endpoint = {
	path: 'live_engine_http_srv/send_text_msg',
	callsPerSecond: 200,
	codes: { ...GENERAL_CODES, notAnObject: 100002 },
	fields: ['RoomId', 'Sender_Account', 'TextContent', 'ExtensionInfo'],
	answersWithRequestId: true,
	handle(call: Call): Outcome {
		const message = readMessage(call);
		if ('code' in message) return message;
		const { room, sender, text, extensionInfo } = message;
		const { sdkAppId } = call.state.app;
		const time = Math.floor(call.now / 1000);

		const dropped = !isWithinRoomLimit(call, room);
		if (dropped && call.behaviour.liveRoomOverflow === 'refuse') {
			return refuse(100602, 'the room receives too many messages');
		}
		room.lastSeq += 1;
		if (!dropped) {
			call.conversations.add(
				{ kind: 'live', sdkAppId, participants: [room.roomId] },
				{
					kind: 'message',
					sender,
					elements: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
					text,
					time,
					seq: room.lastSeq,
					key: `${room.lastSeq}`,
					...(extensionInfo !== undefined && { cloudCustomData: extensionInfo }),
					onlineOnly: false,
					state: 'delivered',
				},
			);
		}
		return {
			answer: {
				Response: {
					MsgTime: time,
					MsgSeq: room.lastSeq,
					MsgDropReason: dropped ? 'MsgFreqCtrl' : '',
				},
			},
		};
	},
};

function readMessage(call: Call): LiveText | Refusal {
	const { body, behaviour, state } = call;
	const { RoomId, Sender_Account, TextContent, ExtensionInfo } = body;
	if (!isFilled(RoomId)) return refuse(100002, 'RoomId has to be a String');
	if (!isFilled(Sender_Account)) return refuse(100002, 'Sender_Account has to be a String');
	if (!isFilled(TextContent)) return refuse(100002, 'TextContent has to be a String');
	if (ExtensionInfo !== undefined) {
		if (typeof ExtensionInfo !== 'string') {
			return refuse(100002, 'ExtensionInfo has to be a String');
		}
		if (behaviour.extensionInfoMustBeJson && !isJsonText(ExtensionInfo)) {
			return refuse(100002, 'ExtensionInfo has to be JSON text');
		}
	}
	if (isTooLong(call, [TextContent, ExtensionInfo ?? ''])) {
		return refuse(100603, 'the message is too long');
	}
	const room = state.world.rooms.get(RoomId);
	if (!room) return refuse(100004, 'the room does not exist');
	if (!room.live) return refuse(100006, 'the room is no live room');
	if (behaviour.liveUnknownSender === 'refuse' && !accountExists(state.world, Sender_Account)) {
		return refuse(100002, 'Sender_Account does not exist');
	}
	if (room.muted.has(Sender_Account)) return refuse(100601, 'the sender is muted');
	return {
		room,
		sender: Sender_Account,
		text: TextContent,
		...(ExtensionInfo !== undefined && { extensionInfo: ExtensionInfo }),
	};
}

function isFilled(value: Json | undefined): value is string {
	return typeof value === 'string' && value !== '';
}

function isJsonText(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
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
