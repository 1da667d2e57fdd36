import type { JsonObject } from '../json';
import type { Call } from '../rest/endpoint';
import type { MessageElement } from '../state/conversations';
import type { Group } from '../state/groups';

/** A message to a group or a live room. */
export interface GroupMessageFacts {
	groupId: string;
	type: string;
	sender: string;
	random: number;
	elements: MessageElement[];
	cloudCustomData?: string;
	onlineOnly: boolean;
	topicId?: string;
	/** A message of a live room. */
	ofLive?: true;
}

const members = (accounts: string[]): JsonObject[] =>
	accounts.map((Member_Account) => ({ Member_Account }));

/**
 * Chat > Before Group Message Is Sent (page 34374), and with MsgSeq and MsgTime after it. Live has a
 * form of its own (page 74347): with the client's ID of the message, and without OnlineOnlyFlag.
 */
export function groupMessageBody(call: Call, facts: GroupMessageFacts): JsonObject {
	return {
		GroupId: facts.groupId,
		...(facts.topicId !== undefined && { TopicId: facts.topicId }),
		Type: facts.type,
		From_Account: facts.sender,
		Operator_Account: call.identifier,
		Random: facts.random,
		...(facts.ofLive
			? { MsgId: `${facts.sender}-${facts.random}` }
			: { OnlineOnlyFlag: facts.onlineOnly ? 1 : 0 }),
		MsgBody: facts.elements.map((element) => ({ ...element })),
		CloudCustomData: facts.cloudCustomData ?? '',
		EventTime: call.now,
	};
}

function tell(call: Call, command: string, body: JsonObject, ofLive?: true): void {
	call.callbacks.tell(call.state, {
		command,
		platform: call.platform,
		body: { ...body, EventTime: call.now },
		ofLive,
	});
}

/** Chat > After Group Message Is Sent. */
export function tellGroupMessage(
	call: Call,
	facts: GroupMessageFacts,
	place: { seq: number; time: number },
): void {
	const command = 'Group.CallbackAfterSendMsg';
	const { ofLive } = facts;
	if (!call.callbacks.wants(call.state, { command, ofLive })) return;
	const body = { ...groupMessageBody(call, facts), MsgSeq: place.seq, MsgTime: place.time };
	tell(call, command, body, ofLive);
}

/** Chat > After a Group Message Is Recalled. */
export function tellGroupRecall(call: Call, group: Group, sequences: number[]): void {
	const { TopicId } = call.body;
	tell(call, 'Group.CallbackAfterRecallMsg', {
		Operator_Account: call.identifier,
		Type: group.type,
		GroupId: group.groupId,
		...(typeof TopicId === 'string' && { TopicId }),
		MsgSeqList: sequences.map((MsgSeq) => ({ MsgSeq })),
	});
}

/** Chat > After a Group Is Created (page 34369). */
export function tellGroupCreated(call: Call, group: Group): void {
	tell(call, 'Group.CallbackAfterCreateGroup', {
		GroupId: group.groupId,
		Operator_Account: call.identifier,
		Owner_Account: group.owner,
		Type: group.type,
		Name: group.name,
		MemberList: members([...group.members.keys()]),
		UserDefinedDataList: [...group.appDefinedData].map(([Key, Value]) => ({ Key, Value })),
	});
}

/** Chat > After a User Joins a Group; the REST API knows invitations only. */
export function tellMembersJoined(call: Call, group: Group, accounts: string[]): void {
	if (accounts.length === 0) return;
	tell(call, 'Group.CallbackAfterNewMemberJoin', {
		GroupId: group.groupId,
		Type: group.type,
		JoinType: 'Invited',
		Operator_Account: call.identifier,
		NewMemberList: members(accounts),
	});
}

/** Chat > After a User Leaves a Group; the REST API knows removals only. */
export function tellMembersLeft(call: Call, group: Group, accounts: string[]): void {
	if (accounts.length === 0) return;
	tell(call, 'Group.CallbackAfterMemberExit', {
		GroupId: group.groupId,
		Type: group.type,
		ExitType: 'Kicked',
		Operator_Account: call.identifier,
		ExitMemberList: members(accounts),
	});
}

/** Chat > After a Group Is Disbanded (page 34377): communities come without their members. */
export function tellGroupDestroyed(call: Call, group: Group): void {
	tell(call, 'Group.CallbackAfterGroupDestroyed', {
		GroupId: group.groupId,
		Type: group.type,
		Owner_Account: group.owner,
		Name: group.name,
		...(group.type !== 'Community' && { MemberList: members([...group.members.keys()]) }),
	});
}
