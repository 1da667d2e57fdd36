import type { JsonObject } from '../../../simulator/json';
import type { Service } from '../service/service';

/** Sends a message; the same one each time. */
export type SendCopy = () => Promise<JsonObject>;

const hour = 3600;

/** The messages between two accounts, as the first of them sees them. */
export async function history(
	service: Service,
	operator: string,
	peer: string,
): Promise<JsonObject[]> {
	const now = Math.floor(service.now() / 1000);
	const { MsgList } = await service.call(
		'openim/admin_getroammsg',
		{
			Operator_Account: operator,
			Peer_Account: peer,
			MaxCnt: 100,
			MinTime: now - hour,
			MaxTime: now + hour,
		},
		{ list: 'MsgList', by: 'MsgSeq' },
	);
	return (MsgList ?? []) as JsonObject[];
}

/** The messages of a group, the newest first. */
export async function groupHistory(service: Service, GroupId: string): Promise<JsonObject[]> {
	const { RspMsgList } = await service.call(
		'group_open_http_svc/group_msg_get_simple',
		{ GroupId, ReqMsgNumber: 20 },
		{ list: 'RspMsgList', by: 'MsgSeq' },
	);
	return (RspMsgList ?? []) as JsonObject[];
}

/** What became of a message and its copies. */
export interface Copies {
	first: JsonObject;
	/** The answer to the first copy. */
	copy: JsonObject;
	/** The last of the seconds at which a copy was still dropped; 0 when the first was not. */
	droppedUntil: number;
}

/**
 * Sends a message and copies of it at these seconds, up to the first that is not dropped.
 *
 * @param count how many messages are there now
 */
export async function* copies(
	seconds: readonly number[],
	send: SendCopy,
	count: () => Promise<number>,
): AsyncGenerator<number, Copies, void> {
	const first = await send();
	let copy: JsonObject | undefined;
	let droppedUntil = 0;
	for (const second of seconds) {
		yield second;
		const answer = await send();
		copy ??= answer;
		if ((await count()) > 1) break;
		droppedUntil = second;
	}
	return { first, copy: copy ?? {}, droppedUntil };
}
