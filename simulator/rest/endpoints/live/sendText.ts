import { refuse, type Call, type Outcome } from '../../endpoint';
import { isTooLong } from '../../size';
import { badParameter, isFilled, liveEndpoint } from './room';
import { publish, roomFor } from './roomMessage';

/** Live > Send Normal Message (v4/live_engine_http_srv/send_text_msg). */
export const sendLiveText = liveEndpoint(
	'live_engine_http_srv/send_text_msg',
	['RoomId', 'Sender_Account', 'TextContent', 'ExtensionInfo'],
	sendText,
);

function sendText(call: Call): Outcome | Promise<Outcome> {
	const { RoomId, Sender_Account, TextContent, ExtensionInfo } = call.body;
	if (!isFilled(RoomId)) return badParameter('RoomId has to be a String');
	if (!isFilled(Sender_Account)) return badParameter('Sender_Account has to be a String');
	if (!isFilled(TextContent)) return badParameter('TextContent has to be a String');
	if (ExtensionInfo !== undefined) {
		if (typeof ExtensionInfo !== 'string') {
			return badParameter('ExtensionInfo has to be a String');
		}
		if (call.behaviour.extensionInfoMustBeJson && !isJsonText(ExtensionInfo)) {
			return badParameter('ExtensionInfo has to be JSON text');
		}
	}
	if (isTooLong(call, [TextContent, ExtensionInfo ?? ''])) {
		return refuse(100603, 'the message is too long');
	}
	const room = roomFor(call, Sender_Account);
	if ('code' in room) return room;
	return publish(call, room, {
		sender: Sender_Account,
		elements: [{ MsgType: 'TIMTextElem', MsgContent: { Text: TextContent } }],
		...(ExtensionInfo !== undefined && { cloudCustomData: ExtensionInfo }),
	});
}

function isJsonText(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
