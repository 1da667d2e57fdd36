import { tellSessionEvent } from '../callbacks/desk';
import { tellSent } from '../callbacks/direct';
import type { DeskData } from '../desk/data';
import { askForRating, ratingRules, signalRatingRule, takeRating } from '../desk/rating';
import { noteSignal } from '../desk/signals';
import { deskWords } from '../desk/words';
import { isObject } from '../json';
import { directFacts } from '../rest/directMessage';
import type { Call } from '../rest/endpoint';
import { endSession } from '../rest/endpoints/desk/endSession';
import type { MessageElement } from '../state/conversations';
import type { Session } from '../state/sessions';

/** What a customer's client sends by itself or for a button, and shows to nobody, by its `src`. */
export const clientSignals: readonly string[] = ['7', '10', '24', '27'];

/** The session that a rating is about; it may have ended. */
export function ratedSession(call: Call, { menuSelected }: DeskData): Session | undefined {
	const id = isObject(menuSelected) ? menuSelected.sessionId : undefined;
	return typeof id === 'string' ? call.state.world.sessions.get(id) : undefined;
}

/**
 * Takes a signal of a customer's client: 7 opens the window, 10 is a rating, 24 asks for one, and
 * 27 ends the session. Like every message between two accounts it is told to the app's server, by
 * Chat always and by Desk while the session goes on.
 *
 * @returns the MsgKey
 */
export async function takeClientSignal(
	call: Call,
	session: Session,
	data: DeskData,
	element: MessageElement,
): Promise<string> {
	const { serviceAccount, userId } = session;
	const random = call.random();
	const time = Math.floor(call.now / 1000);
	const key = `${random}_${time}_${call.random()}`;
	const elements = [element];
	noteSignal(call, session, userId, element, deskWords(data));
	if (session.state !== 'Ended') {
		const moment = session.state === 'Chatbot' ? 'userToChatbot' : 'userToAgent';
		tellSessionEvent(call, moment, session, { key, elements });
	}
	const message = { sender: userId, receiver: serviceAccount, elements, random };
	const facts = directFacts({});
	tellSent(call, { ...message, onlineOnly: call.platform !== 'Web', facts }, { seq: 0, time, key });
	await actOn(call, session, data);
	return key;
}

async function actOn(call: Call, session: Session, data: DeskData): Promise<void> {
	const mayAsk = (call.behaviour.deskRatingRule & ratingRules.byCustomer) !== 0;
	if (data.src === '7') signalRatingRule(call, session);
	if (data.src === '10' && isObject(data.menuSelected)) {
		takeRating(call, session, data.menuSelected);
	}
	if (data.src === '24' && mayAsk) askForRating(call, session);
	if (data.src === '27') {
		await endSession.handle({ ...call, body: { SessionId: session.sessionId } });
	}
}
