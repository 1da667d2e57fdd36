import { isInteger } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { extensionCodes, readMessage } from './message';

/** "Up to 200 pairs can be returned at a time." */
const maxPairs = 200;

/** Chat > Pulling the Message Extension of a One-to-One Message (get_key_values). */
export const getKeyValues: Endpoint = {
	path: 'openim_msg_ext_http_svc/get_key_values',
	callsPerSecond: 200,
	codes: extensionCodes,
	fields: ['From_Account', 'To_Account', 'MsgKey', 'StartSeq'],
	handle(call: Call): Outcome {
		const { StartSeq = 0 } = call.body;
		if (!isInteger(StartSeq)) return refuse(10004, 'StartSeq has to be an Integer');
		const facts = readMessage(call);
		if ('code' in facts) return facts;
		const wanted = facts.extensions
			.filter(({ seq }) => seq >= StartSeq)
			.sort((a, b) => a.seq - b.seq);
		return {
			response: {
				CompleteFlag: wanted.length <= maxPairs ? 1 : 0,
				LatestSeq: facts.extensionSeq,
				ClearSeq: facts.clearSeq,
				ExtensionList: wanted
					.slice(0, maxPairs)
					.map(({ key, value, seq }) => ({ Key: key, Value: value, Seq: seq })),
			},
		};
	},
};
