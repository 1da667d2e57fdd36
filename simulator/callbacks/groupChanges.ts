import type { JsonObject } from '../json';
import type { Call } from '../rest/endpoint';
import type { Group } from '../state/groups';

function tell(call: Call, group: Group, command: string, body: JsonObject): void {
	call.callbacks.tell(call.state, {
		command: `Group.${command}`,
		platform: call.platform,
		body: { GroupId: group.groupId, Type: group.type, ...body, EventTime: call.now },
	});
}

/** Chat > After the Owner of a Group Changed (T-60396). */
export function tellOwnerChanged(call: Call, group: Group, old: string): void {
	tell(call, group, 'CallbackAfterChangeGroupOwner', {
		Operator_Account: call.identifier,
		OldOwner_Account: old,
		NewOwner_Account: group.owner,
	});
}

/** Chat > After the Fields of a Member Changed (T-60393): only what changed. */
export function tellMemberChanged(call: Call, group: Group, userId: string): void {
	const { Role, NameCard } = call.body;
	if (Role === undefined && NameCard === undefined) return;
	tell(call, group, 'CallbackAfterMemberFieldChanged', {
		Operator_Account: call.identifier,
		Member_Account: userId,
		...(Role !== undefined && { Role }),
		...(NameCard !== undefined && { NameCard }),
	});
}

/** Chat > After the Attributes of a Group Changed (T-60394): in lower case. */
export function tellAttributesChanged(
	call: Call,
	group: Group,
	kind: string,
	pairs: Array<[string, string]>,
): void {
	tell(call, group, 'CallbackAfterGroupAttrChanged', {
		Operator_Account: call.identifier,
		OptionType: kind,
		GroupAttr: pairs.map(([key, value]) => ({ key, value })),
	});
}

/** Chat > After a Read Receipt (T-60395); communities have none, and nobody operates. */
export function tellReadReceipt(
	call: Call,
	group: Group,
	reader: string,
	messages: Array<{ seq: number; read: string[]; unread: string[] }>,
): void {
	if (messages.length === 0) return;
	tell(call, group, 'CallbackAfterReadReceipt', {
		GroupMsgReceiptList: messages.map(({ seq, read, unread }) => ({
			MsgSeq: seq,
			ReadNum: read.length,
			UnreadNum: unread.length,
			ReadReceiptMembers: [{ Member_Account: reader }],
		})),
	});
}
