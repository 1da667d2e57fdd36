import { crc32 } from 'node:zlib';
import { isObject, isStringArray, isUnsigned32, isZeroOrOne, type JsonObject } from '../../../json';
import { forbidCallback, forbidsAfter, forbidsBefore } from '../../../callbacks/forbidden';
import {
	groupMessageBody,
	tellGroupMessage,
	type GroupMessageFacts,
} from '../../../callbacks/group';
import { judge } from '../../../callbacks/judge';
import type { MessageElement } from '../../../state/conversations';
import type { Group } from '../../../state/groups';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { messageText } from '../../messageText';
import { isOfflinePushInfo } from '../../offlinePush';
import { countWithin } from '../../rateLimit';
import { responseToRetry } from '../../retries';
import { isTooLong } from '../../size';
import { findGroup, groupRules, seconds } from './groupChecks';
import { addressOf } from './shown';

/** Chat > Error Codes, 10053. */
const maxMentions = 30;
const priorities = ['High', 'Normal', 'Low'];
const sendControl = ['NoLastMsg', 'NoUnread', 'NoMsgCheck'];

interface GroupMessageCall {
	group: Group;
	sender: string;
	random: number;
	elements: MessageElement[];
	cloudCustomData?: string;
	onlineOnly: boolean;
	priority: number;
}

/** Chat > Sending Ordinary Messages in a Group (v4/group_open_http_svc/send_group_msg). */
export const sendGroupMessage: Endpoint = {
	...groupRules,
	path: 'group_open_http_svc/send_group_msg',
	fields: [
		'GroupId',
		'Random',
		'MsgBody',
		'From_Account',
		'MsgPriority',
		'OnlineOnlyFlag',
		'NeedReadReceipt',
		'SendMsgControl',
		'ForbidCallbackControl',
		'To_Account',
		'GroupAtInfo',
		'CloudCustomData',
		'SupportMessageExtension',
		'OfflinePushInfo',
		'TopicId',
	],
	handle(call: Call): Outcome | Promise<Outcome> {
		const message = readMessage(call);
		if ('code' in message) return message;
		const { group, sender, random, elements } = message;
		const { behaviour, state, body } = call;
		const time = seconds(call);
		const windowMs = behaviour.groupDedupSeconds * 1000;

		const key = JSON.stringify([
			group.groupId,
			body.TopicId ?? '',
			sender,
			random,
			crc32(JSON.stringify(elements)),
		]);
		const retried = (): Outcome | undefined => {
			const first = state.sentToGroups.find(key, call.now, windowMs);
			if (!first) return undefined;
			return responseToRetry(behaviour, first, { MsgTime: time, MsgSeq: group.lastSeq });
		};
		const accept = (accepted: GroupMessageCall): Outcome => {
			// The same message may have come once more while a callback decided on this one.
			const retry = retried();
			if (retry) return retry;
			group.lastSeq += 1;
			const response: JsonObject = { MsgTime: time, MsgSeq: group.lastSeq };
			state.sentToGroups.remember(key, call.now, response);
			show(call, accepted, time);
			if (!forbidsAfter(call)) {
				tellGroupMessage(call, factsOf(call, accepted), { seq: group.lastSeq, time });
			}
			return { response };
		};
		const retry = retried();
		if (retry) return retry;
		// 40 a second for each group, the same as in a live room, whose switch this is.
		const { liveRoomPerSecond } = behaviour;
		const fits =
			liveRoomPerSecond === null || countWithin(group.arrivals, liveRoomPerSecond, call.now);
		if (!fits && behaviour.liveRoomOverflow === 'refuse') {
			return refuse(10023, 'the group receives too many messages');
		}
		if (!fits) {
			group.lastSeq += 1;
			add(call, message, time, 'dropped');
			return { response: { MsgTime: time, MsgSeq: group.lastSeq, MsgDropReason: 'MsgFreqCtrl' } };
		}
		if (forbidsBefore(call)) return accept(message);
		return judge(call, {
			command: 'Group.CallbackBeforeSendMsg',
			body: groupMessageBody(call, factsOf(call, message)),
			message,
			kind: 'group',
			drop: () => {
				add(call, message, time, 'dropped');
				return { response: { MsgTime: time, MsgSeq: group.lastSeq } };
			},
			accept,
		});
	},
};

function factsOf({ body }: Call, message: GroupMessageCall): GroupMessageFacts {
	const { group, ...said } = message;
	const { groupId, type } = group;
	return {
		...said,
		groupId,
		type,
		...(typeof body.TopicId === 'string' && { topicId: body.TopicId }),
	};
}

function readMessage(call: Call): GroupMessageCall | Refusal {
	const { body, state } = call;
	if (isTooLong(call, body.MsgBody)) return refuse(80002, 'the message is longer than 12 KB');
	const group = findGroup(call);
	if ('code' in group) return group;
	const { Random, From_Account, CloudCustomData } = body;
	if (!isUnsigned32(Random)) return refuse(10004, 'Random has to be an unsigned 32-bit Integer');
	// The page of this command lists 10004 only for what is wrong with a message.
	const elements = readMessageBody(body.MsgBody);
	if (!Array.isArray(elements)) return refuse(10004, elements.info);
	const problem = optionProblem(body, group);
	if (problem !== undefined) return refuse(10004, problem);
	if (Array.isArray(body.GroupAtInfo) && body.GroupAtInfo.length > maxMentions) {
		return refuse(10053, `more than ${maxMentions} members are mentioned`);
	}
	if (From_Account !== undefined && typeof From_Account !== 'string') {
		return refuse(10004, 'From_Account has to be a String');
	}
	const sender = From_Account ?? call.identifier;
	if (!accountExists(state.world, sender)) return refuse(10019, 'From_Account does not exist');
	const muted = state.world.mutes.get(sender);
	if (muted && muted.groups > seconds(call)) return refuse(10017, 'the sender is muted everywhere');
	const member = group.members.get(sender);
	if (member && member.muteUntil > seconds(call)) return refuse(10017, 'the sender is muted');
	if (member?.role === 'Member' && group.muteAllMember === 'On') {
		return refuse(10017, 'everybody is muted');
	}
	return {
		group,
		sender,
		random: Random,
		elements,
		...(typeof CloudCustomData === 'string' && { cloudCustomData: CloudCustomData }),
		onlineOnly: body.OnlineOnlyFlag === 1,
		priority: 1 + Math.max(0, priorities.indexOf(String(body.MsgPriority ?? 'Normal'))),
	};
}

function optionProblem(body: JsonObject, { type }: Group): string | undefined {
	const absentOr = (name: string, accepts: (value: unknown) => boolean) =>
		body[name] === undefined || accepts(body[name]);
	const listFrom = (allowed: string[]) => (value: unknown) =>
		isStringArray(value) && value.every((item) => allowed.includes(item));
	const text = (value: unknown) => typeof value === 'string';
	const { SendMsgControl: control, OnlineOnlyFlag: onlineOnly } = body;

	if (!absentOr('MsgPriority', (value) => priorities.some((name) => name === value))) {
		return 'MsgPriority is none of its values';
	}
	if (!absentOr('SendMsgControl', listFrom(sendControl))) return 'SendMsgControl is wrong';
	if (onlineOnly === 1 && control !== undefined) {
		return 'SendMsgControl and OnlineOnlyFlag do not go together';
	}
	if (type === 'AVChatRoom') {
		if (onlineOnly === 1) return 'live groups have no OnlineOnlyFlag';
		if (isStringArray(control) && control.includes('NoUnread')) {
			return 'live groups have no NoUnread';
		}
	}
	if (!absentOr('NeedReadReceipt', isZeroOrOne)) return 'NeedReadReceipt has to be 0 or 1';
	if (!absentOr('To_Account', (value) => isStringArray(value) && value.length <= 50)) {
		return 'To_Account has to be an Array of up to 50 String';
	}
	if (!absentOr('GroupAtInfo', (value) => Array.isArray(value) && value.every(isMention))) {
		return 'GroupAtInfo is wrong';
	}
	const followFormat =
		absentOr('OnlineOnlyFlag', isZeroOrOne) &&
		absentOr('ForbidCallbackControl', listFrom(forbidCallback)) &&
		absentOr('CloudCustomData', text) &&
		absentOr('TopicId', text) &&
		absentOr('SupportMessageExtension', isZeroOrOne) &&
		(body.OfflinePushInfo === undefined || isOfflinePushInfo(body.OfflinePushInfo));
	return followFormat ? undefined : 'an optional field has the wrong type';
}

function isMention(value: unknown): boolean {
	if (!isObject(value)) return false;
	return value.GroupAtAllFlag === 1
		? value.GroupAt_Account === undefined
		: value.GroupAtAllFlag === 0 && typeof value.GroupAt_Account === 'string';
}

function show(call: Call, message: GroupMessageCall, time: number): void {
	const { group, sender, random, elements, cloudCustomData, onlineOnly } = message;
	const seq = group.lastSeq;
	const extra = cloudCustomData === undefined ? {} : { cloudCustomData };
	group.lastMsgTime = time;
	const member = group.members.get(sender);
	if (member) member.lastSendMsgTime = time;
	if (!onlineOnly) {
		const { priority } = message;
		group.messages.push({
			sender,
			seq,
			random,
			time,
			elements,
			priority,
			...extra,
			place: 0,
			system: false,
			...(call.body.NeedReadReceipt === 1 && { readers: new Set<string>() }),
			...(call.body.SupportMessageExtension === 1 && { extensions: new Map() }),
		});
	}
	add(call, message, time, 'delivered');
}

function add(
	call: Call,
	{ group, sender, random, elements, cloudCustomData, onlineOnly }: GroupMessageCall,
	time: number,
	state: 'delivered' | 'dropped',
): void {
	call.conversations.add(addressOf(call, group), {
		kind: 'message',
		sender,
		elements,
		text: messageText(elements),
		random,
		time,
		seq: group.lastSeq,
		key: `${group.lastSeq}`,
		...(cloudCustomData !== undefined && { cloudCustomData }),
		onlineOnly,
		state,
	});
}
