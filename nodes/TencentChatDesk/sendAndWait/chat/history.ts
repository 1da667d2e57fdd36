import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../../messages/plainText';
import { objectsIn } from '../../parameters/json';
import { compared } from '../questionReply';
import { ticketIn } from './customData';
import { unseal, type Place, type Sealer, type Ticket } from './ticket';

/** `MsgFlagBits` of a message that was taken back. */
const recalled = 8;

/** A reply: who wrote it, to whom, and when. */
export interface Reply {
	/** UserID of who was asked. */
	from: string;
	/** UserID of who asked. */
	to: string;
	/** The session of Desk in which it was written, where there is one. */
	session?: string;
	/** Seconds since the epoch, by Tencent's clock. */
	writtenAt?: number;
}

/** A question in the history, as far as its message tells. */
export interface AskedQuestion {
	ticket: Ticket;
	/** Seconds since the epoch, by Tencent's clock. */
	askedAt: number;
}

const numberIn = (value: unknown) => (typeof value === 'number' ? value : 0);

/** Tencent sorts a conversation by second, then by MsgSeq. */
const newestFirst = (a: IDataObject, b: IDataObject) =>
	numberIn(b.MsgTimeStamp) - numberIn(a.MsgTimeStamp) || numberIn(b.MsgSeq) - numberIn(a.MsgSeq);

/** Only who asked can have sent it: what the recipient sends with a ticket counts for nothing. */
function isBefore({ from, to, writtenAt }: Reply) {
	return ({ From_Account, To_Account, MsgFlagBits, MsgTimeStamp }: IDataObject) =>
		From_Account === to &&
		To_Account === from &&
		MsgFlagBits !== recalled &&
		(writtenAt === undefined || numberIn(MsgTimeStamp) <= writtenAt);
}

/**
 * The questions that a reply may answer, the newest first: asked before it in the same place, genuine,
 * and not over by now.
 *
 * @param history messages of both sides, in any order
 * @param now milliseconds since the epoch
 */
export function questionsFor(
	reply: Reply,
	history: readonly IDataObject[],
	sealer: Sealer,
	now: number,
): AskedQuestion[] {
	const places: Place[] = [{ from: reply.to, to: reply.from }];
	if (reply.session !== undefined) places.push({ session: reply.session });
	return history
		.filter(isBefore(reply))
		.sort(newestFirst)
		.flatMap((message) => {
			const sealed = ticketIn(message);
			if (sealed === undefined) return [];
			const ticket = places
				.map((place) => unseal(sealer, place, sealed))
				.find((one) => one !== undefined);
			if (!ticket || (ticket.end !== undefined && ticket.end <= now)) return [];
			return [{ ticket, askedAt: numberIn(message.MsgTimeStamp) }];
		});
}

/** Seconds within which the same words are one answer: clients let their buttons be tapped again. */
const tapping = 5;

/**
 * Whether the same was written just before, and nothing else since, so that it is no answer to another question.
 *
 * @param said what the reply says
 * @param history messages of both sides, the reply among them
 */
export function isSecondTap(
	{ from, to, writtenAt }: Reply & { writtenAt: number },
	said: string,
	history: readonly IDataObject[],
): boolean {
	const wanted = compared(said);
	const texts = history
		.filter(
			({ From_Account, To_Account, MsgTimeStamp }) =>
				From_Account === from &&
				To_Account === to &&
				numberIn(MsgTimeStamp) <= writtenAt &&
				numberIn(MsgTimeStamp) >= writtenAt - tapping,
		)
		.sort(newestFirst)
		.map(({ MsgBody }) => compared(plainText(objectsIn(MsgBody))));
	const reply = texts.indexOf(wanted);
	return reply !== -1 && texts[reply + 1] === wanted;
}
