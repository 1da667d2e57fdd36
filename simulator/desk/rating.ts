import { isObject, type JsonObject } from '../json';
import type { Call } from '../rest/endpoint';
import type { Session } from '../state/sessions';
import { deskDataOf, deskElement } from './data';
import { conversationOf, signalCustomer } from './signals';
import { deskWords } from './words';

/** The bits of `menuSendRuleFlag`. */
export const ratingRules = { automatic: 1, byAgent: 2, byCustomer: 4 } as const;

const labels = ['Very bad', 'Bad', 'So-so', 'Good', 'Very good'];
const menu = labels.map((content, index) => ({ id: `${101 + index}`, content }));
const validHours = 12;

/** Tells a client that has opened its window who may ask for a rating. */
export function signalRatingRule(call: Call, session: Session): void {
	const menuSendRuleFlag = call.behaviour.deskRatingRule;
	signalCustomer(call, session, '23', { content: { menuSendRuleFlag } });
}

/** Asks the customer to rate a session. */
export function askForRating(call: Call, session: Session): void {
	const seconds = Math.floor(call.now / 1000);
	const element = deskElement('9', {
		menuContent: {
			head: 'How was our service?',
			tail: 'Thank you for your rating',
			type: 1,
			menu,
			sessionId: session.sessionId,
			effectiveHour: validHours,
			expireTime: seconds + validHours * 3600,
		},
	});
	const { sessions, accounts } = call.state.world;
	const elements = [element];
	sessions.write(session, { from: session.serviceAccount, role: 3, elements, time: call.now });
	call.conversations.add(conversationOf(call, session), {
		kind: 'message',
		sender: session.serviceAccount,
		elements,
		text: deskWords({ src: '9', menuContent: { head: 'How was our service?' } }),
		time: seconds,
		key: `rating_${call.random()}`,
		onlineOnly: false,
		state: accounts.get(session.userId)?.online ? 'delivered' : 'stored',
	});
}

/**
 * Takes the rating that a customer chose: the message that asked gets `selected`, by which clients
 * know that it counts. A choice that the message does not offer, or a second one, changes nothing.
 */
export function takeRating(call: Call, session: Session, selected: JsonObject): void {
	const index = menu.findIndex(({ id }) => id === selected.id);
	const choice = menu[index];
	if (!choice || session.rating !== undefined) return;
	for (const { elements } of call.conversations.entriesOf(conversationOf(call, session))) {
		for (const element of elements) {
			const data = deskDataOf(element);
			if (data?.src !== '9' || !isObject(data.menuContent)) continue;
			if (data.menuContent.sessionId !== session.sessionId) continue;
			if (Number(data.menuContent.expireTime) < call.now / 1000) return;
			const menuContent = { ...data.menuContent, selected: { ...choice } };
			element.MsgContent.Data = JSON.stringify({ ...data, menuContent });
			session.rating = index + 1;
		}
	}
}
