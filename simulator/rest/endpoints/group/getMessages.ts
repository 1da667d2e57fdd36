import { isInteger, type JsonObject } from '../../../json';
import type { GroupMessage } from '../../../state/groups';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { findOrdinaryGroup, groupRules, seconds } from './groupChecks';
import { hasExpired } from './storage';

const maxPage = 20;

const allRead = 1;
const more = 0;
const moreButExpired = 2;

/** Chat > Pulling Historical Messages of a Group (v4/group_open_http_svc/group_msg_get_simple). */
export const getGroupMessages: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/group_msg_get_simple',
	fields: ['GroupId', 'ReqMsgSeq', 'ReqMsgNumber', 'WithRecalledMsg', 'TopicId'],
	handle(call: Call): Outcome {
		const group = findOrdinaryGroup(call, 10044);
		if ('code' in group) return group;
		const { ReqMsgSeq, ReqMsgNumber, WithRecalledMsg } = call.body;
		if (!isInteger(ReqMsgNumber) || ReqMsgNumber < 1 || ReqMsgNumber > maxPage) {
			return refuse(10004, 'ReqMsgNumber has to be an Integer from 1 to 20');
		}
		if (ReqMsgSeq !== undefined && (!isInteger(ReqMsgSeq) || ReqMsgSeq < 0)) {
			return refuse(10004, 'ReqMsgSeq has to be an Integer');
		}
		const newest = ReqMsgSeq ?? group.lastSeq;
		const wanted = group.messages.filter(
			({ seq, place }) => seq <= newest && (place !== 2 || WithRecalledMsg === 1),
		);
		const stored = wanted.filter((message) => !hasExpired(message, seconds(call)));
		const page = stored.slice(-ReqMsgNumber).reverse();
		const rest = stored.length - page.length;
		const finished = wanted.length > stored.length ? moreButExpired : allRead;
		return {
			response: {
				GroupId: group.groupId,
				IsFinished: rest > 0 ? more : finished,
				RspMsgList: page.map(messageObject),
			},
		};
	},
};

function messageObject(message: GroupMessage): JsonObject {
	return {
		From_Account: message.sender,
		IsPlaceMsg: message.place,
		MsgBody: message.place === 0 ? message.elements.map((element) => ({ ...element })) : [],
		MsgPriority: message.priority,
		MsgRandom: message.random,
		MsgSeq: message.seq,
		MsgTimeStamp: message.time,
		...(message.system && { IsSystemMsg: 1 }),
		...(message.cloudCustomData !== undefined && { CloudCustomData: message.cloudCustomData }),
	};
}
