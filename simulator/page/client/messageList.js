import { byId, dayOf, el, nameOf, reconcile, timeOf } from './dom.js';
import { drawElement, drawQuote } from './elements.js';

/** @typedef {import('../view').OpenConversation} OpenConversation */
/** @typedef {import('../view').ShownEntry} ShownEntry */

const page = 50;
const earlierAtOnce = 100;
/** As many as the simulator gives at once. */
const most = 1000;
/** Chat's clients let people take a message back within two minutes. */
const recallWithinSeconds = 120;
/** Messages of one sender within this time hang together. */
const togetherSeconds = 300;
/** Pixels from the end within which somebody reads along. */
const nearEnd = 48;

/**
 * @typedef {object} Item what one element of the list shows
 * @property {string} id
 * @property {'day' | 'system' | 'signal' | 'message' | 'stream'} type
 * @property {string} [day]
 * @property {ShownEntry} [entry]
 * @property {string} sender
 * @property {boolean} own
 * @property {boolean} opens whether it begins a row of messages of its sender
 * @property {boolean} recallable
 */

/**
 * The messages of the open conversation. Whoever is at the end stays there when more come; whoever
 * reads further up stays where they are.
 */
export class MessageList {
	#scroller = byId('messages');
	#list = byId('entries');
	#earlier = byId('earlier');
	#earlierNote = byId('earlier-note');
	#newest = byId('newest');
	#announcer = byId('announcer');
	#shownId = '';
	#total = 0;
	/** Where the entries that are shown begin. */
	#first = 0;
	#newestId = '';
	#atEnd = true;
	#isUpdating = false;
	/** Where the entries to ask for begin. */
	from = -page;

	/**
	 * @param {object} actions
	 * @param {() => void} actions.reload
	 * @param {(msgKey: string) => void} actions.recall
	 * @param {(element: import('./elements.js').MessageElement) => void} actions.answer what a tap or a form sends
	 */
	constructor({ reload, recall, answer }) {
		this.#scroller.addEventListener('scroll', () => {
			if (this.#isUpdating) return;
			this.#atEnd = this.#isAtEnd();
			if (this.#atEnd) this.#newest.hidden = true;
		});
		// Pictures and a growing composer move the end after the messages were drawn.
		const stay = new ResizeObserver(() => this.#atEnd && this.#toEnd());
		stay.observe(this.#list);
		stay.observe(this.#scroller);
		this.#newest.addEventListener('click', () => {
			this.#toEnd();
			this.#scroller.focus();
		});
		this.#earlier.addEventListener('click', () => {
			this.from = Math.max(this.#first - earlierAtOnce, 0);
			reload();
		});
		this.#list.addEventListener('click', ({ target }) => {
			const button = target instanceof Element ? target.closest('button') : null;
			if (button?.dataset.recall !== undefined) recall(button.dataset.recall);
			if (button?.dataset.say !== undefined) answer(textElement(button.dataset.say));
			if (button?.dataset.sends !== undefined) answer(customElement(button.dataset.sends));
		});
		this.#list.addEventListener('submit', (event) => {
			event.preventDefault();
			if (event.target instanceof HTMLFormElement) answer(filledIn(event.target));
		});
	}

	/** To be called when another conversation is opened. */
	begin() {
		this.from = -page;
		this.#shownId = '';
	}

	/**
	 * @param {OpenConversation} open
	 * @param {string} me UserID of the near side
	 */
	draw(open, me) {
		const { id, entries, total } = open;
		const isNew = id !== this.#shownId;
		const isAtEnd = isNew || this.#atEnd;
		const more = isNew ? 0 : total - this.#total;
		const anchor = isAtEnd ? undefined : this.#firstInSight();

		this.#list.dataset.kind = open.kind;
		this.#isUpdating = true;
		reconcile(this.#list, itemsOf(open, me), ({ id: key }) => key, drawItem);
		this.#drawEarlier(open);
		this.#isUpdating = false;
		if (isAtEnd) this.#toEnd();
		else if (anchor?.element.isConnected) {
			this.#scroller.scrollTop += topOf(anchor.element) - anchor.top;
		}

		if (!isNew && !isAtEnd && more > 0) this.#newest.hidden = false;
		if (isNew) this.#newest.hidden = true;
		else this.#announce(open);
		this.#shownId = id;
		this.#total = total;
		this.#first = open.from;
		this.#newestId = entries.at(-1)?.id ?? '';
		// Those who read along need no more than what is in sight.
		this.from = isAtEnd && entries.length > 2 * page + earlierAtOnce ? -page : open.from;
	}

	#drawEarlier(/** @type {OpenConversation} */ { from, total }) {
		const isFull = total - from >= most;
		const hadFocus = document.activeElement === this.#earlier;
		this.#earlier.hidden = from === 0 || isFull;
		if (hadFocus && this.#earlier.hidden) this.#scroller.focus();
		this.#earlierNote.hidden = from === 0 || !isFull;
		this.#earlierNote.textContent = `${from} earlier messages are not shown here.`;
	}

	#announce(/** @type {OpenConversation} */ open) {
		const known = open.entries.findIndex(({ id }) => id === this.#newestId);
		const fresh = open.entries.slice(known + 1);
		if (fresh.length === 0 || (known < 0 && this.#newestId !== '')) return;
		const last = fresh.at(-1);
		const words = last?.kind === 'system' ? last.text : `${last?.sender}: ${last?.text}`;
		this.#announcer.textContent =
			fresh.length === 1 ? words : `${fresh.length} new messages, the last one by ${words}`;
	}

	#isAtEnd() {
		const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
		return scrollHeight - scrollTop - clientHeight < nearEnd;
	}

	#toEnd() {
		this.#scroller.scrollTop = this.#scroller.scrollHeight;
		this.#atEnd = true;
		this.#newest.hidden = true;
	}

	#firstInSight() {
		const edge = topOf(this.#scroller);
		for (const element of this.#list.children) {
			if (element.getBoundingClientRect().bottom > edge) return { element, top: topOf(element) };
		}
		return undefined;
	}
}

const topOf = (/** @type {Element} */ element) => element.getBoundingClientRect().top;

/** @returns {Item[]} */
function itemsOf(/** @type {OpenConversation} */ open, /** @type {string} */ me) {
	const names = new Map([...open.people, ...open.writers].map((one) => [one.userId, nameOf(one)]));
	const now = Date.now() / 1000;
	/** @type {Item[]} */
	const items = [];
	let day = '';
	/** @type {ShownEntry | undefined} */
	let before;
	for (const entry of open.entries) {
		const { id, kind, sender, time, signal } = entry;
		const own = sender === me;
		const plain = { sender: names.get(sender) ?? sender, own, opens: false, recallable: false };
		if (dayOf(time) !== day) {
			day = dayOf(time);
			items.push({ id: `day ${day}`, type: 'day', day, ...plain });
			before = undefined;
		}
		if (kind === 'system' || signal) {
			items.push({ id, type: signal ? 'signal' : 'system', entry, ...plain });
			before = undefined;
			continue;
		}
		items.push({
			...plain,
			id,
			type: open.kind === 'live' ? 'stream' : 'message',
			entry,
			opens: before?.sender !== sender || time - before.time > togetherSeconds,
			recallable:
				own &&
				open.kind !== 'live' &&
				entry.state !== 'dropped' &&
				entry.recalled !== true &&
				now - time < recallWithinSeconds,
		});
		before = entry;
	}
	return items;
}

function drawItem(/** @type {Item} */ item) {
	const { type, entry, day } = item;
	if (type === 'day' || !entry) return el('li', { class: 'day' }, el('span', {}, day));
	if (type === 'system') return el('li', { class: 'system' }, entry.text, ' ', timeOf(entry.time));
	if (type === 'signal') return drawSignal(entry);
	return type === 'stream' ? drawLine(item, entry) : drawBubble(item, entry);
}

/** What a text of the customer looks like on its way. */
const textElement = (/** @type {string} */ Text) => ({
	MsgType: 'TIMTextElem',
	MsgContent: { Text },
});

const customElement = (/** @type {string} */ Data) => ({
	MsgType: 'TIMCustomElem',
	MsgContent: { Data },
});

/** What a form sends: the one answer as a text, or several by their names. */
function filledIn(/** @type {HTMLFormElement} */ form) {
	const values = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
	if (form.dataset.fills === 'text') return textElement(values[0]?.[1] ?? '');
	const inputVariables = values.map(([name, variableValue]) => ({
		name,
		isRequired: isRequired(form.elements.namedItem(name ?? '')),
		variableValue,
	}));
	const content = { inputVariables };
	return customElement(JSON.stringify({ customerServicePlugin: 0, src: '33', content }));
}

const isRequired = (/** @type {unknown} */ control) =>
	control instanceof Element && control.hasAttribute('required') ? 1 : 0;

/** What clients tell each other and draw nowhere. */
const drawSignal = (/** @type {ShownEntry} */ entry) =>
	el(
		'li',
		{ class: 'system signal', title: 'A signal. Clients do not show it.' },
		...entry.elements.map((element) => drawElement(element, false)),
		timeOf(entry.time),
	);

/** A message of a live room: a line of the stream. */
function drawLine(/** @type {Item} */ { sender, own }, /** @type {ShownEntry} */ entry) {
	const state = stateOf(entry);
	return el(
		'li',
		{ class: 'stream', 'data-own': own },
		el('strong', {}, sender),
		el('div', { class: 'content' }, ...contentOf(entry, false)),
		el(
			'p',
			{ class: 'meta' },
			timeOf(entry.time),
			state.name !== 'delivered' && el('span', { 'data-state': state.name }, state.words),
		),
	);
}

function drawBubble(/** @type {Item} */ item, /** @type {ShownEntry} */ entry) {
	const { sender, own, opens, recallable } = item;
	const state = stateOf(entry);
	return el(
		'li',
		{ class: 'message', 'data-own': own, 'data-opens': opens, 'data-state': state.name },
		el('p', { class: opens ? 'sender' : 'unseen' }, sender),
		el('div', { class: 'content' }, ...contentOf(entry, !own)),
		el(
			'p',
			{ class: 'meta' },
			timeOf(entry.time),
			el('span', { class: 'state', 'data-state': state.name }, state.words),
			recallable &&
				el(
					'button',
					{ type: 'button', class: 'recall', 'data-recall': entry.key },
					'Recall',
					el('span', { class: 'unseen' }, ` "${entry.text.slice(0, 40)}"`),
				),
		),
	);
}

/** @returns {Node[]} */
function contentOf(/** @type {ShownEntry} */ entry, /** @type {boolean} */ canAnswer) {
	const quote = drawQuote(entry.cloudCustomData);
	const content = [
		...(quote ? [quote] : []),
		...entry.elements.map((element) => drawElement(element, canAnswer)),
	];
	if (!entry.recalled) return content;
	const what = el('details', { class: 'raw' }, el('summary', {}, 'This message was recalled'));
	what.append(...content);
	return [what];
}

/** What became of a message, as a name and in words. */
function stateOf(/** @type {ShownEntry} */ entry) {
	if (entry.recalled) return { name: 'recalled', words: 'Recalled' };
	const { state } = entry;
	if (state === 'dropped') return { name: 'dropped', words: 'Dropped, nobody received it' };
	if (entry.onlineOnly) return { name: 'onlineOnly', words: 'Online only, not stored' };
	if (entry.direct?.read) return { name: 'read', words: 'Read' };
	if (state === 'stored') return { name: 'stored', words: 'Stored until the recipient is online' };
	return { name: 'delivered', words: 'Delivered' };
}
