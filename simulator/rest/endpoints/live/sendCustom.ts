import { refuse, type Call, type Outcome } from '../../endpoint';
import { isTooLong } from '../../size';
import { badParameter, isFilled, liveEndpoint } from './room';
import { publish, roomFor } from './roomMessage';

/**
 * Live > Send Custom Message (v4/live_engine_http_srv/send_custom_msg). Its fields are known from
 * product 647, page 124709; the response is taken to be that of Send Normal Message.
 */
export const sendLiveCustom = liveEndpoint(
	'live_engine_http_srv/send_custom_msg',
	['RoomId', 'Sender_Account', 'BusinessId', 'Data'],
	sendCustom,
);

function sendCustom(call: Call): Outcome | Promise<Outcome> {
	const { RoomId, Sender_Account, BusinessId, Data } = call.body;
	if (!isFilled(RoomId)) return badParameter('RoomId has to be a String');
	if (!isFilled(Sender_Account)) return badParameter('Sender_Account has to be a String');
	if (!isFilled(BusinessId)) return badParameter('BusinessId has to be a String');
	if (typeof Data !== 'string') return badParameter('Data has to be a String');
	if (isTooLong(call, [BusinessId, Data])) return refuse(100603, 'the message is too long');
	const room = roomFor(call, Sender_Account);
	if ('code' in room) return room;
	// It arrives as a custom element whose Data is JSON text of both.
	const element = {
		MsgType: 'TIMCustomElem',
		MsgContent: { Data: JSON.stringify({ BusinessId, Data }) },
	};
	return publish(call, room, {
		sender: Sender_Account,
		elements: [element],
		text: `[${BusinessId}] ${Data}`,
	});
}
