import { tellRecalled } from '../../../callbacks/direct';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { isTooOldToRecall } from '../../recall';
import { openimCodes, findMessage, isMessageKey, readPair } from './pair';

/** Chat > Recalling One-to-One Messages (v4/openim/admin_msgwithdraw). */
export const withdrawMessage: Endpoint = {
	path: 'openim/admin_msgwithdraw',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: ['From_Account', 'To_Account', 'MsgKey'],
	handle(call: Call): Outcome {
		const { MsgKey } = call.body;
		const pair = readPair(call, 'From_Account', 'To_Account');
		if ('code' in pair) return pair;
		if (!isMessageKey(MsgKey)) return refuse(90054, 'MsgKey is wrong');
		const message = findMessage(call, ...pair, MsgKey);
		if (!message) return refuse(20022, 'there is no such message');
		if (isTooOldToRecall(call, message.time)) return refuse(20016, 'the message is too old');
		if (message.recalled) return refuse(20023, 'the message was recalled before');
		message.recalled = true;
		tellRecalled(call, ...pair, MsgKey);
		return { response: {} };
	},
};
