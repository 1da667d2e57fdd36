import type { Core } from '../core';
import { isObject } from '../json';
import { isRefusal, refuse, type Outcome } from '../rest/endpoint';
import { recallGroupMessages } from '../rest/endpoints/group/recall';
import { setMessagesRead } from '../rest/endpoints/openim/setMessagesRead';
import { withdrawMessage } from '../rest/endpoints/openim/withdrawMessage';
import type { Conversation, Entry } from '../state/conversations';
import { responseTo, appOf, callAs, type ActionResponse, type ActionOptions } from './person';

export interface ReadAction extends ActionOptions {
	/** UserID of who reads. */
	account: string;
	/** UserID of who wrote. */
	peer: string;
}

/** Reads all that somebody wrote to a person. */
export async function readMessages(core: Core, action: ReadAction): Promise<ActionResponse> {
	const { account, peer } = action;
	const body = { Report_Account: account, Peer_Account: peer };
	return responseTo(core, await setMessagesRead.handle(callAs(core, account, body, action)));
}

export interface RecallAction extends Omit<ActionOptions, 'sdkAppId'> {
	/** `id` of the conversation in GET /api/conversations. */
	conversationId: string;
	/** `key` of the message there: its MsgKey, or its MsgSeq in groups. */
	msgKey: string;
}

/** Takes back a message as the person who wrote it. */
export async function recallMessage(core: Core, action: RecallAction): Promise<ActionResponse> {
	const conversation = core.conversations.get(action.conversationId);
	const entry = conversation?.entries.find(({ key }) => key === action.msgKey);
	if (!conversation || !entry || !isByPerson(core, conversation, entry)) {
		return responseTo(core, refuse(20022, 'no person wrote such a message'));
	}
	return responseTo(core, await recall(core, action, conversation, entry));
}

function isByPerson(core: Core, { sdkAppId }: Conversation, entry: Entry): boolean {
	return entry.kind === 'message' && appOf(core, sdkAppId).world.accounts.has(entry.sender);
}

async function recall(
	core: Core,
	action: RecallAction,
	{ kind, sdkAppId, participants }: Conversation,
	entry: Entry,
): Promise<Outcome> {
	const { sender, key, seq } = entry;
	const options = { ...action, sdkAppId };
	if (kind === 'c2c') {
		const receiver = participants.find((userId) => userId !== sender) ?? sender;
		const body = { From_Account: sender, To_Account: receiver, MsgKey: key };
		return await withdrawMessage.handle(callAs(core, sender, body, options));
	}
	if (kind === 'group') {
		const body = { GroupId: participants[0] ?? '', MsgSeqList: [{ MsgSeq: seq }] };
		const outcome = await recallGroupMessages.handle(callAs(core, sender, body, options));
		return resultOfFirst(outcome);
	}
	// Live groups cannot recall: Error Codes 10033.
	if (kind === 'live') return refuse(10033, 'not in this group type');
	if (entry.recalled) return refuse(20023, 'the message was recalled before');
	entry.recalled = true;
	return { response: {} };
}

/** group_msg_recall answers 0 and says in its list what became of each message. */
function resultOfFirst(outcome: Outcome): Outcome {
	if (isRefusal(outcome)) return outcome;
	const list = outcome.response.RecallRetList;
	const first = Array.isArray(list) ? list[0] : undefined;
	const code = isObject(first) ? Number(first.RetCode) : 0;
	return code === 0 ? outcome : refuse(code, 'the message cannot be recalled');
}
