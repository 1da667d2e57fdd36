import { isInteger, isUnsigned32, type JsonObject } from '../../../json';
import type { Entry } from '../../../state/conversations';
import { deskBetween, storedBetween } from '../../directMessage';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { openimCodes, readPair } from './pair';

/** "If the total size of the messages exceeds the size limit of the response (13 KB) ..." */
const maxResponseBytes = 13 * 1024;
const recalled = 8;

/** Chat > Querying One-to-One Messages (v4/openim/admin_getroammsg). */
export const getRoamMessages: Endpoint = {
	path: 'openim/admin_getroammsg',
	callsPerSecond: 200,
	codes: openimCodes,
	fields: ['Operator_Account', 'Peer_Account', 'MaxCnt', 'MinTime', 'MaxTime', 'LastMsgKey'],
	handle(call: Call): Outcome {
		const { MaxCnt, MinTime, MaxTime, LastMsgKey } = call.body;
		const pair = readPair(call, 'Operator_Account', 'Peer_Account');
		if ('code' in pair) return pair;
		const [operator, peer] = pair;
		// The page has no code of its own for these.
		if (!isInteger(MaxCnt) || MaxCnt < 1) return refuse(90001, 'MaxCnt has to be an Integer');
		if (!isUnsigned32(MinTime) || !isUnsigned32(MaxTime)) {
			return refuse(90001, 'MinTime and MaxTime have to be Integers');
		}

		// Chat Desk > Send Messages refers to this command for reading them.
		const ofDesk = deskBetween(call, operator, peer).map((entry) =>
			call.behaviour.deskHistoryData ? entry : { ...entry, cloudCustomData: '' },
		);
		const all = [...storedBetween(call, operator, peer), ...ofDesk];
		const seen = all
			.sort((a, b) => a.time - b.time || a.seq - b.seq)
			.filter(
				({ time, sender, direct }) =>
					time >= MinTime &&
					time <= MaxTime &&
					!(sender === operator && direct?.hiddenFromSender) &&
					!direct?.deletedBy?.includes(operator),
			);
		const read = seen.findIndex(({ key }) => key === LastMsgKey);
		const left = (read < 0 ? seen : seen.slice(0, read)).map((entry) =>
			described(entry, operator, peer),
		);
		const page = newestOf(left, MaxCnt);
		const oldest = page[0];
		return {
			response: {
				Complete: page.length === left.length ? 1 : 0,
				MsgCnt: page.length,
				LastMsgTime: oldest?.MsgTimeStamp ?? 0,
				LastMsgKey: oldest?.MsgKey ?? '',
				MsgList: page,
			},
		};
	},
};

/** As many of the newest as the caller and the size allow, the oldest of them first. */
function newestOf(messages: JsonObject[], max: number): JsonObject[] {
	let bytes = 0;
	let first = messages.length;
	while (first > 0 && messages.length - first < max) {
		bytes += Buffer.byteLength(JSON.stringify(messages[first - 1]));
		if (bytes > maxResponseBytes && first < messages.length) break;
		first -= 1;
	}
	return messages.slice(first);
}

function described(entry: Entry, operator: string, peer: string): JsonObject {
	return {
		From_Account: entry.sender,
		To_Account: entry.sender === operator ? peer : operator,
		MsgSeq: entry.seq ?? 0,
		MsgRandom: entry.random,
		MsgTimeStamp: entry.time,
		MsgFlagBits: entry.recalled ? recalled : 0,
		IsPeerRead: entry.direct?.read ? 1 : 0,
		MsgKey: entry.key,
		MsgBody: entry.elements.map(({ MsgType, MsgContent }) => ({ MsgType, MsgContent })),
		...(entry.cloudCustomData !== undefined && { CloudCustomData: entry.cloudCustomData }),
	};
}
