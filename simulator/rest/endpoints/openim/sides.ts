import { filled, objects, objectsOf, command, texts, textsOf } from '../../bodyRules';
import { storedBetween } from '../../directMessage';
import type { Endpoint } from '../../endpoint';
import { findMessage, isMessageKey, openimCodes, readPair } from './pair';

/** Deleting Messages for One Side (CN 269/101439): keys that are none are listed. */
const deleteForOneSide = command({
	path: 'openim/delete_c2c_msg_ramble',
	badBody: 90001,
	codes: openimCodes,
	rules: { Operator_Account: filled, Peer_Account: filled, MsgKeyList: texts(30) },
	handle(call) {
		const pair = readPair(call, 'Operator_Account', 'Peer_Account');
		if ('code' in pair) return pair;
		const [operator] = pair;
		const keys = textsOf(call.body.MsgKeyList);
		for (const entry of storedBetween(call, ...pair)) {
			if (!keys.includes(entry.key) || !entry.direct) continue;
			entry.direct.deletedBy = [...(entry.direct.deletedBy ?? []), operator];
		}
		return { response: { InvalidMsgKeyList: keys.filter((key) => !isMessageKey(key)) } };
	},
});

/** Giving the Read Receipt of a Message: a command that a public server SDK has, without a known page. */
const sendReadReceipt = command({
	path: 'openim/c2c_msg_read_receipt',
	badBody: 90001,
	codes: openimCodes,
	rules: {
		Operator_Account: filled,
		Peer_Account: filled,
		C2CMsgInfo: objects({ From_Account: filled, To_Account: filled, MsgKey: filled }),
	},
	handle(call) {
		const pair = readPair(call, 'Operator_Account', 'Peer_Account');
		if ('code' in pair) return pair;
		for (const { From_Account, To_Account, MsgKey } of objectsOf(call.body.C2CMsgInfo)) {
			const message = findMessage(call, String(From_Account), String(To_Account), String(MsgKey));
			if (message?.direct) message.direct.read = true;
		}
		return { response: {} };
	},
});

export const sideCommands: readonly Endpoint[] = [deleteForOneSide, sendReadReceipt];
