import { tellGroupRecall } from '../../../callbacks/group';
import { isInteger, isObject } from '../../../json';
import type { Group } from '../../../state/groups';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { isTooOldToRecall } from '../../recall';
import { findGroup, groupRules, seconds } from './groupChecks';
import { shownMessages } from './shown';
import { hasExpired } from './storage';

const maxMessagesOfACall = 10;

/** Chat > Recalling Group Messages (v4/group_open_http_svc/group_msg_recall). */
export const recallGroupMessages: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/group_msg_recall',
	fields: ['GroupId', 'MsgSeqList', 'TopicId', 'Reason'],
	handle(call: Call): Outcome {
		const group = findGroup(call);
		if ('code' in group) return group;
		if (group.type === 'AVChatRoom') return refuse(10033, 'not in this group type');
		const { MsgSeqList: list, Reason } = call.body;
		if (Reason !== undefined && !(typeof Reason === 'string' && Buffer.byteLength(Reason) <= 100)) {
			return refuse(10004, 'Reason has to be a String of up to 100 bytes');
		}
		if (!Array.isArray(list) || list.length === 0 || list.length > maxMessagesOfACall) {
			return refuse(10004, 'MsgSeqList has to be an Array of 1 to 10 items');
		}
		const sequences: number[] = [];
		for (const item of list) {
			const seq = isObject(item) ? item.MsgSeq : undefined;
			if (!isInteger(seq)) return refuse(10004, 'MsgSeq has to be an Integer');
			sequences.push(seq);
		}
		const results = sequences.map((MsgSeq) => ({
			MsgSeq,
			RetCode: recalled(group, MsgSeq, call),
		}));
		const taken = results.filter(({ RetCode }) => RetCode === 0).map(({ MsgSeq }) => MsgSeq);
		if (taken.length > 0) {
			for (const entry of shownMessages(call, group, taken)) entry.recalled = true;
			tellGroupRecall(call, group, taken);
		}
		return { response: { RecallRetList: results } };
	},
};

/** What a second recall answers stands on no page; here it changes nothing and is good. */
function recalled(group: Group, seq: number, call: Call): number {
	const message = group.messages.find((candidate) => candidate.seq === seq);
	if (!message) return 10030;
	const tooOld = isTooOldToRecall(call, message.time);
	if (tooOld || hasExpired(message, seconds(call))) return 10031;
	if (message.system) return 10032;
	message.place = 2;
	return 0;
}
