import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/** 128 bits, which is enough to tell callbacks apart, in few letters. */
const digest = (...parts: unknown[]) =>
	createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16).toString('base64');

/** Fields that may differ between two deliveries of one callback. */
const volatile = new Set(['EventTime', 'UnreadMsgNum']);

/** Fields with a time or a number by which, together with the rest, an event is that one and no other. */
const identifying = [
	'EventTime',
	'Events',
	'CtxcbRequestId',
	'LastReadTime',
	'MsgSeqList',
	'WithdrawMsgList',
];

function identifiesItself(body: IDataObject): boolean {
	const { GroupId, MsgSeq, Random, MsgId } = body;
	if (identifying.some((name) => body[name] !== undefined)) return true;
	return GroupId !== undefined && (MsgSeq ?? Random ?? MsgId) !== undefined;
}

/**
 * What two deliveries of one callback have in common; any one of them is enough. Nothing where no
 * field tells a copy from a second event.
 *
 * `RequestID` and `MsgKey` say nothing alone. A `MsgKey` is made of numbers that the sender's client
 * chooses, is one for all recipients of a batch, and unique within a conversation at best. So a copy
 * also says the same: who wrote what to whom, and everything else in the body but the fields that
 * change by themselves. Where there is neither, the whole body has to be the same.
 */
export function dedupeKeysOf(
	command: string,
	requestId: string | undefined,
	body: IDataObject,
): string[] {
	const content = Object.entries(body).filter(([name]) => !volatile.has(name));
	const { MsgKey } = body;
	const marks: string[] = [];
	if (requestId !== undefined) marks.push(digest(command, 'request', requestId, content));
	if (typeof MsgKey === 'string' && MsgKey !== '') {
		marks.push(digest(command, 'message', content));
	} else if (identifiesItself(body)) {
		marks.push(digest(command, 'event', Object.entries(body)));
	}
	return marks;
}
