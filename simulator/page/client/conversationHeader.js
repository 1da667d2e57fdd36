import { askForAgent, endSession, markAsRead, signalDesk } from './api.js';
import { namesOf, placeOf } from './conversationList.js';
import { byId, el, reconcile } from './dom.js';

/** @typedef {import('../view').OpenConversation} OpenConversation */

/** Above the messages: who talks, how the session stands, and what can be done with it. */
export class ConversationHeader {
	#title = byId('title');
	#subtitle = byId('subtitle');
	#actions = byId('actions');

	/** @param {(action: Promise<unknown>) => void} run shows what goes wrong */
	constructor(run) {
		/** @type {OpenConversation | undefined} */
		this.open = undefined;
		this.me = '';
		this.#actions.addEventListener('click', ({ target }) => {
			const button = target instanceof Element ? target.closest('button') : null;
			const { open, me } = this;
			if (!button || !open) return;
			const { sdkAppId, session } = open;
			const own = { sessionId: session?.sessionId ?? '', sdkAppId };
			if (button.dataset.action === 'end') run(endSession(own));
			if (button.dataset.action === 'agent') run(askForAgent(own));
			if (button.dataset.action === 'open') run(signalDesk('7', open, me));
			if (button.dataset.action === 'rate') run(signalDesk('24', open, me));
			if (button.dataset.action === 'read') {
				run(markAsRead({ account: me, peer: peerOf(open, me), sdkAppId }));
			}
		});
	}

	/**
	 * @param {OpenConversation} open
	 * @param {string} me UserID of the near side
	 */
	draw(open, me) {
		this.open = open;
		this.me = me;
		this.#title.textContent = namesOf(open).near;
		const session = sessionWords(open);
		this.#subtitle.replaceChildren(
			el('span', {}, placeOf(open)),
			...(session
				? [el('span', { class: 'session', 'data-state': session.state }, session.words)]
				: []),
		);
		reconcile(
			this.#actions,
			actionsOf(open, me),
			({ action }) => action,
			({ action, label }) =>
				el('button', { type: 'button', class: 'button quiet small', 'data-action': action }, label),
		);
	}
}

/** The other side of a direct message. */
const peerOf = (/** @type {OpenConversation} */ { people }, /** @type {string} */ me) =>
	people.find(({ userId }) => userId !== me)?.userId ?? me;

function sessionWords(/** @type {OpenConversation} */ { kind, session }) {
	if (kind !== 'desk') return undefined;
	if (!session) return { state: 'none', words: 'No session' };
	const { state, memberId } = session;
	const words = {
		Chatbot: 'With the chatbot',
		Queueing: 'Waiting for an agent',
		Agent: `With agent ${memberId}`,
		Ended: memberId === undefined ? 'Session ended' : `Session with ${memberId} ended`,
	}[state];
	return { state, words };
}

function actionsOf(/** @type {OpenConversation} */ open, /** @type {string} */ me) {
	const { kind, session, entries } = open;
	const actions = [];
	if (kind === 'desk' && me !== '') actions.push({ action: 'open', label: 'Open the window' });
	if (session?.state === 'Chatbot') actions.push({ action: 'agent', label: 'Ask for an agent' });
	if (session && session.state !== 'Ended') {
		actions.push({ action: 'rate', label: 'Ask to rate' });
		actions.push({ action: 'end', label: 'End session' });
	}
	const isUnread = entries.some(({ sender, direct }) => sender !== me && direct?.read === false);
	if (kind === 'c2c' && isUnread) actions.push({ action: 'read', label: 'Mark as read' });
	return actions;
}
