import type { Behaviour } from '../../../behaviour';
import { tellRead } from '../../../callbacks/direct';
import type { Json } from '../../../json';
import { storedBetween } from '../../directMessage';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { openimCodes, readPair } from './pair';

/** Chat > Marking One-to-One Messages as Read (v4/openim/admin_set_msg_read). */
export const setMessagesRead: Endpoint = {
	path: 'openim/admin_set_msg_read',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: ['Report_Account', 'Peer_Account', 'MsgReadTime'],
	handle(call: Call): Outcome {
		const { MsgReadTime } = call.body;
		const pair = readPair(call, 'Report_Account', 'Peer_Account');
		if ('code' in pair) return pair;
		const [reader, peer] = pair;
		if (MsgReadTime !== undefined && !isTime(MsgReadTime, call.behaviour.msgReadTime)) {
			return refuse(90001, 'MsgReadTime has to be a time in seconds');
		}
		const until = Number(MsgReadTime ?? Math.floor(call.now / 1000));
		for (const { sender, time, direct } of storedBetween(call, reader, peer)) {
			if (direct && sender === peer && time <= until) {
				direct.unread = false;
				direct.read = true;
			}
		}
		tellRead(call, reader, peer, until);
		return { response: {} };
	},
};

/** A number of seconds. */
function isTime(value: Json, type: Behaviour['msgReadTime']): boolean {
	const typed = typeof value === 'string' ? 'String' : 'Integer';
	return (type === 'either' || type === typed) && /^\d+$/.test(String(value));
}
