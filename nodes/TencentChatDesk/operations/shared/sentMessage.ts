import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, CallTime, Effect, EffectLookup } from '../../contract';
import { objectsIn } from '../../parameters/json';

/** A history is complete after so many milliseconds: assumed, no page says it. */
export const historyDelay = 5_000;
/** Clocks may differ by so many seconds. */
export const clockSlack = 300;
/** A one-to-one message is kept for seven days unless the plan says more; an hour less is certain. */
const keptSeconds = 7 * 86_400 - 3_600;
/** The page names no largest MaxCnt and shows 100. */
const pageSize = 100;

/** Sender and recipient of a body. */
type Sides = (body: Body) => [sender: unknown, recipient: unknown];

const numberIn = (value: unknown) => (typeof value === 'number' ? value : 0);

/** Whether a message was never stored, so that no history can have it. */
const isTransient = ({ MsgLifeTime, OnlineOnlyFlag }: Body) =>
	MsgLifeTime === 0 || OnlineOnlyFlag === 1;

const isIt = (body: Body, sender: unknown) => (message: IDataObject) =>
	message.MsgRandom === body.MsgRandom &&
	message.From_Account === sender &&
	(body.MsgSeq === undefined || message.MsgSeq === body.MsgSeq);

/** Whether what was sent at that time may be gone from the history by now. */
const isForgotten = ({ first, now }: CallTime) => now - first > keptSeconds;

/**
 * Looks for a one-to-one message in the history of its two sides, by its numbers. Documentation:
 * Chat > "Pulling Historical One-to-one Messages" (page 1047/35478), which the page of Desk's own
 * messages names as well.
 *
 * @param output what sending it would have put out, from the message in the history
 */
export function inHistoryOfPair(
	sides: Sides,
	output: (message: IDataObject, body: Body) => IDataObject,
) {
	return (body: Body): EffectLookup | undefined => {
		const [sender, recipient] = sides(body);
		if (typeof sender !== 'string' || typeof recipient !== 'string') return undefined;
		if (isTransient(body) || !Number.isInteger(body.MsgRandom)) return undefined;
		return {
			path: 'openim/admin_getroammsg',
			perSecond: 50,
			delay: historyDelay,
			request({ SyncOtherMachine }, { first, now }) {
				// The sender's own history, which the recipient cannot clear, unless it was kept from it.
				const isHidden = SyncOtherMachine === 2;
				return {
					Operator_Account: isHidden ? recipient : sender,
					Peer_Account: isHidden ? sender : recipient,
					MaxCnt: pageSize,
					MinTime: first - clockSlack,
					MaxTime: now + clockSlack,
				};
			},
			interpret(response: ApiResponse, sent: Body, time: CallTime): Effect {
				const found = objectsIn(response.MsgList).find(isIt(sent, sender));
				if (found) return { effect: 'done', output: output(found, sent) };
				return { effect: isForgotten(time) ? 'unknown' : 'none' };
			},
			nextPage({ Complete, LastMsgTime, LastMsgKey }, look, { first }) {
				if (Complete !== 0 || numberIn(LastMsgTime) < first - clockSlack) return undefined;
				return { ...look, MaxTime: LastMsgTime, LastMsgKey };
			},
		};
	};
}
