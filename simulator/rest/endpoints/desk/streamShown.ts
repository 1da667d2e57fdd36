import { randomUUID } from 'node:crypto';
import { messageText } from '../../messageText';
import type { MessageElement } from '../../../state/conversations';
import type { Session, SessionMessage } from '../../../state/sessions';
import type { Call } from '../../endpoint';

/** Begins a message that grows. */
export function beginStream(
	{ state, now }: Call,
	session: Session,
	elements: MessageElement[],
): SessionMessage {
	const message: SessionMessage = {
		from: session.serviceAccount,
		role: 2,
		elements,
		time: now,
		key: `${session.messages.length}_${Math.floor(now / 1000)}_${randomUUID()}`,
		finished: false,
	};
	state.world.sessions.write(session, message);
	return message;
}

/** The message of a session that still grows and has this key. */
export const growing = (session: Session, key: string): SessionMessage | undefined =>
	session.messages.find((message) => message.key === key && message.finished === false);

/** The first piece is a new message for clients; the others change it. */
export function showStream(call: Call, session: Session, message: SessionMessage): void {
	const { state, conversations, now } = call;
	const { elements, key = '', cloudCustomData } = message;
	const extra = cloudCustomData === undefined ? {} : { cloudCustomData };
	const { serviceAccount, userId } = session;
	const sdkAppId = state.app.sdkAppId;
	const address = { kind: 'desk' as const, sdkAppId, participants: [serviceAccount, userId] };
	const text = messageText(elements);
	const shown = conversations.entriesOf(address).find((entry) => entry.key === key);
	if (shown) {
		Object.assign(shown, { text, ...extra });
		return;
	}
	conversations.add(address, {
		kind: 'message',
		sender: serviceAccount,
		elements,
		text,
		time: Math.floor(now / 1000),
		key,
		...extra,
		onlineOnly: false,
		state: state.world.accounts.get(userId)?.online ? 'delivered' : 'stored',
	});
}
