import { isUnsigned32 } from '../../../json';
import { directFacts, showDirectMessage, storedBetween } from '../../directMessage';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { isTooLong } from '../../size';
import { openimCodes, readPair } from './pair';

const asHistory = 2;
const asLive = 5;

/** Chat > Importing One-to-One Messages (v4/openim/importmsg). */
export const importDirectMessage: Endpoint = {
	path: 'openim/importmsg',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: [
		'SyncFromOldSystem',
		'From_Account',
		'To_Account',
		'MsgSeq',
		'MsgRandom',
		'MsgTimeStamp',
		'MsgBody',
		'CloudCustomData',
	],
	handle(call: Call): Outcome {
		const { body } = call;
		const { SyncFromOldSystem, MsgSeq, MsgRandom, MsgTimeStamp, CloudCustomData } = body;
		if (isTooLong(call, body.MsgBody)) return refuse(93000, 'the message is too long');
		if (SyncFromOldSystem !== asHistory && SyncFromOldSystem !== asLive) {
			return refuse(90030, 'SyncFromOldSystem has to be the Integer 2 or 5');
		}
		if (!isUnsigned32(MsgRandom)) return refuse(90005, 'MsgRandom has to be an Integer');
		if (!isUnsigned32(MsgTimeStamp)) return refuse(90006, 'MsgTimeStamp has to be an Integer');
		if (MsgSeq !== undefined && !isUnsigned32(MsgSeq)) {
			return refuse(90010, 'MsgSeq has to be an Integer');
		}
		const elements = readMessageBody(body.MsgBody);
		if (!Array.isArray(elements)) return elements;
		const pair = readPair(call, 'From_Account', 'To_Account');
		if ('code' in pair) return pair;
		const [sender, receiver] = pair;

		const seq = MsgSeq ?? call.random();
		const key = `${seq}_${MsgRandom}_${MsgTimeStamp}`;
		// "regardless of their contents", and "from_account and to_account are opposite" as well.
		if (storedBetween(call, sender, receiver).some((entry) => entry.key === key)) {
			return { response: {}, duplicate: true };
		}
		showDirectMessage(
			call,
			{
				sender,
				receiver,
				elements,
				random: MsgRandom,
				...(typeof CloudCustomData === 'string' && { cloudCustomData: CloudCustomData }),
				onlineOnly: false,
				facts: { ...directFacts(body), unread: SyncFromOldSystem === asLive },
			},
			{ seq, time: MsgTimeStamp, key },
		);
		return { response: {} };
	},
};
