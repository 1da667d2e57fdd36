import type { Body, EffectLookup } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { recordsIn } from '../shared/records';
import { clockSlack, historyDelay } from '../shared/sentMessage';

/** `IsFinished`: 0 says that there is more to read. */
const unfinished = 0;
const pageSize = 20;

/**
 * Looks for a message in the history of its group, by sender and Random. Live groups have none: the
 * look is refused there, and nobody can tell. Documentation: Chat > "Pulling Historical Group
 * Messages" (page 1047/34971).
 */
export function inHistoryOfGroup({ OnlineOnlyFlag }: Body): EffectLookup | undefined {
	if (OnlineOnlyFlag === 1) return undefined;
	return {
		path: 'group_open_http_svc/group_msg_get_simple',
		perSecond: 50,
		delay: historyDelay,
		request: ({ GroupId, TopicId }) =>
			withoutAbsent({ GroupId, TopicId, ReqMsgNumber: pageSize, WithRecalledMsg: 1 }),
		interpret(response, { GroupId, TopicId, From_Account, Random }) {
			const found = recordsIn(response, 'RspMsgList').find(
				(message) => message.MsgRandom === Random && message.From_Account === From_Account,
			);
			if (!found) return { effect: 'none' };
			const { MsgTimeStamp: MsgTime, MsgSeq } = found;
			const output = withoutAbsent({ GroupId, TopicId, From_Account, Random, MsgTime, MsgSeq });
			return { effect: 'done', output };
		},
		nextPage(response, look, { first }) {
			const messages = recordsIn(response, 'RspMsgList');
			const times = messages.map(({ MsgTimeStamp }) => Number(MsgTimeStamp));
			const oldest = Math.min(...messages.map(({ MsgSeq }) => Number(MsgSeq)));
			const isOlder = Math.min(...times) < first - clockSlack;
			if (response.IsFinished !== unfinished || messages.length === 0 || isOlder || oldest <= 1) {
				return undefined;
			}
			return { ...look, ReqMsgSeq: oldest - 1 };
		},
	};
}
