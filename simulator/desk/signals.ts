import type { JsonObject } from '../json';
import type { Call } from '../rest/endpoint';
import type { MessageElement } from '../state/conversations';
import type { Session } from '../state/sessions';
import { deskElement } from './data';
import { deskWords } from './words';

export const conversationOf = (call: Call, { serviceAccount, userId }: Session) => ({
	kind: 'desk' as const,
	sdkAppId: call.state.app.sdkAppId,
	participants: [serviceAccount, userId],
});

/** Notes what a client or the server tells the other side and nobody shows. */
export function noteSignal(
	call: Call,
	session: Session,
	sender: string,
	element: MessageElement,
	text: string,
): void {
	call.conversations.addSignal(conversationOf(call, session), {
		kind: 'message',
		sender,
		elements: [element],
		text,
		time: Math.floor(call.now / 1000),
		key: `signal_${call.random()}`,
		onlineOnly: true,
		state: 'delivered',
	});
}

/** A signal of Desk's server to the customer's client. */
export function signalCustomer(
	call: Call,
	session: Session,
	src: string,
	more: JsonObject = {},
): void {
	const text = deskWords({ src, ...more });
	noteSignal(call, session, session.serviceAccount, deskElement(src, more), text);
}

/** Whether an agent has the session: clients hide and show buttons by it. */
const seat = (content: 'inSeat' | 'outSeat') => ({
	content: { command: 'updateSeatStatus', content },
});

/** What clients are told when an agent takes a session. */
export const signalAgentCame = (call: Call, session: Session): void =>
	signalCustomer(call, session, '26', seat('inSeat'));

/** What clients are told at the end of a session: 19 marks the end of the flow. */
export function signalEnd(call: Call, session: Session): void {
	if (session.memberId !== undefined) signalCustomer(call, session, '26', seat('outSeat'));
	signalCustomer(call, session, '19');
}
