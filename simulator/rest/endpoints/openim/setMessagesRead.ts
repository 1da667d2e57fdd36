import { tellRead } from '../../../callbacks/direct';
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
		// The field table says String, for a number of seconds.
		if (MsgReadTime !== undefined && !/^\d+$/.test(String(MsgReadTime))) {
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
		return { answer: {} };
	},
};
