import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { messageText } from '../../messageText';
import { openimCodes, findMessage, isMessageKey, readPair } from './pair';

/** Chat > Modifying Historical One-to-One Messages (v4/openim/modify_c2c_msg). */
export const modifyMessage: Endpoint = {
	path: 'openim/modify_c2c_msg',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: ['From_Account', 'To_Account', 'MsgKey', 'MsgBody', 'CloudCustomData'],
	handle(call: Call): Outcome {
		const { MsgKey, MsgBody, CloudCustomData } = call.body;
		const pair = readPair(call, 'From_Account', 'To_Account');
		if ('code' in pair) return pair;
		if (MsgBody === undefined && CloudCustomData === undefined) {
			return refuse(90010, 'neither MsgBody nor CloudCustomData is given');
		}
		if (CloudCustomData !== undefined && typeof CloudCustomData !== 'string') {
			return refuse(90010, 'CloudCustomData has to be a String');
		}
		const elements = MsgBody === undefined ? undefined : readMessageBody(MsgBody);
		if (elements !== undefined && !Array.isArray(elements)) return elements;
		// The page has no code for a message that does not exist; its sibling for recalling has.
		const message = isMessageKey(MsgKey) ? findMessage(call, ...pair, MsgKey) : undefined;
		if (!message) return refuse(20022, 'there is no such message');
		if (elements) {
			message.elements = elements;
			message.text = messageText(elements);
		}
		if (CloudCustomData !== undefined) message.cloudCustomData = CloudCustomData;
		return { response: { ErrorInfo: 'succeed' } };
	},
};
