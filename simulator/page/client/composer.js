import { sendAsCustomer, setPresence } from './api.js';
import { byId, el, nameOf } from './dom.js';

/** @typedef {import('../view').OpenConversation} OpenConversation */

/** Where people write. Each conversation keeps its unsent text and who writes in it. */
export class Composer {
	/** @type {HTMLFormElement} */
	#form = byId('composer');
	/** @type {HTMLTextAreaElement} */
	#text = byId('text');
	/** @type {HTMLSelectElement} */
	#writer = byId('writer');
	#presence = byId('presence');
	#toggle = byId('toggle-presence');
	#error = byId('composer-error');
	/** @type {Map<string, string>} */
	#drafts = new Map();
	/** @type {Map<string, string>} */
	#writers = new Map();
	/** @type {OpenConversation | undefined} */
	#open = undefined;
	/** Messages go out one after another, in the order in which they were written. */
	#sending = Promise.resolve();

	/** @param {() => void} changed called when somebody else writes */
	constructor(changed) {
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#send();
		});
		this.#text.addEventListener('keydown', (event) => {
			// While a word is put together from several keys, Enter belongs to the keyboard.
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			this.#send();
		});
		this.#text.addEventListener('input', () => this.#fit());
		this.#writer.addEventListener('change', () => {
			if (this.#open) this.#writers.set(this.#open.id, this.#writer.value);
			changed();
		});
		this.#toggle.addEventListener('click', () => {
			const writer = this.#writerNow();
			if (!writer || !this.#open) return;
			const { sdkAppId } = this.#open;
			this.run(setPresence({ account: writer.userId, online: !writer.online, sdkAppId }));
		});
	}

	/**
	 * UserID of who writes in a conversation; its side is the near one.
	 *
	 * @param {OpenConversation} open
	 */
	writerIn({ id, writers }) {
		const chosen = this.#writers.get(id);
		const writer = writers.find(({ userId }) => userId === chosen) ?? writers[0];
		return writer?.userId ?? '';
	}

	/** @param {OpenConversation} open */
	draw(open) {
		if (this.#open?.id !== open.id) this.#turnTo(open);
		this.#open = open;
		const me = this.writerIn(open);
		const wanted = open.writers.map(({ userId }) => userId).join('\n');
		if (this.#writer.dataset.of !== wanted) {
			this.#writer.dataset.of = wanted;
			this.#writer.replaceChildren(
				...open.writers.map((one) => el('option', { value: one.userId }, nameOf(one))),
			);
		}
		this.#writer.value = me;
		this.#form.hidden = me === '';
		const online = this.#writerNow()?.online === true;
		this.#presence.textContent = online ? 'online' : 'offline';
		this.#presence.dataset.online = String(online);
		this.#toggle.textContent = online ? 'Go offline' : 'Go online';
	}

	/**
	 * Chooses who writes in a conversation, also in one that is not open yet.
	 *
	 * @param {string} id
	 * @param {string} userId
	 */
	writeAs(id, userId) {
		this.#writers.set(id, userId);
	}

	/** Puts the focus where one writes, or on the messages where nobody can. */
	focus() {
		if (this.#form.hidden) byId('messages').focus();
		else this.#text.focus();
	}

	/**
	 * Waits for something that a person did, and says what went wrong.
	 *
	 * @param {Promise<unknown>} action
	 */
	async run(action) {
		try {
			await action;
			this.#complain('');
			return true;
		} catch (error) {
			this.#complain(error instanceof Error ? error.message : String(error));
			return false;
		}
	}

	/**
	 * Sends what a tap or a form of a message makes, as the person who writes.
	 *
	 * @param {import('./elements.js').MessageElement} element
	 */
	answer(element) {
		const open = this.#open;
		if (!open) return;
		const from = this.writerIn(open);
		const message = { from, msgBody: [element], ...placeOf(open, from) };
		this.#sending = this.#sending.then(async () => void (await this.run(sendAsCustomer(message))));
	}

	#writerNow() {
		return this.#open?.writers.find(({ userId }) => userId === this.#writer.value);
	}

	#turnTo(/** @type {OpenConversation} */ { id }) {
		if (this.#open) this.#drafts.set(this.#open.id, this.#text.value);
		this.#text.value = this.#drafts.get(id) ?? '';
		this.#complain('');
		this.#fit();
	}

	#send() {
		const open = this.#open;
		const text = this.#text.value;
		if (!open || text.trim() === '') return;
		this.#text.value = '';
		this.#fit();
		const message = { from: this.writerIn(open), text, ...placeOf(open, this.writerIn(open)) };
		this.#sending = this.#sending.then(async () => {
			const isSent = await this.run(sendAsCustomer(message));
			if (!isSent) this.#giveBack(open.id, text);
		});
	}

	/** What could not be sent is not lost. */
	#giveBack(/** @type {string} */ id, /** @type {string} */ text) {
		const joined = (/** @type {string} */ later) => (later === '' ? text : `${text}\n${later}`);
		if (this.#open?.id === id) {
			this.#text.value = joined(this.#text.value);
			this.#fit();
		} else {
			this.#drafts.set(id, joined(this.#drafts.get(id) ?? ''));
		}
	}

	#complain(/** @type {string} */ words) {
		this.#error.textContent = words;
		this.#error.hidden = words === '';
	}

	/** As many lines as the text has, up to what the style allows. */
	#fit() {
		this.#text.style.height = 'auto';
		this.#text.style.height = `${this.#text.scrollHeight + 2}px`;
	}
}

/** Where a message of a conversation goes to, in the words of the simulator's API. */
function placeOf(/** @type {OpenConversation} */ open, /** @type {string} */ me) {
	const { kind, people, sdkAppId, id } = open;
	const others = people.filter(({ userId }) => userId !== me);
	const far = others.at(-1)?.userId ?? me;
	if (kind === 'desk') return { serviceAccount: far, sdkAppId };
	if (kind === 'c2c') return { to: far, sdkAppId };
	return { groupId: JSON.parse(id)[2], sdkAppId };
}
