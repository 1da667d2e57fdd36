import { byId, el, nameOf, reconcile, shortTimeOf } from './dom.js';

/** @typedef {import('../view').Summary} Summary */
/** @typedef {import('../view').InboxView} InboxView */

const kinds = {
	desk: 'Desk session',
	c2c: 'Direct message',
	live: 'Live room',
	group: 'Group',
};

/**
 * What a conversation is called, and who is on its far side.
 *
 * @param {Pick<Summary, 'title' | 'people'>} summary
 */
export function namesOf({ title, people }) {
	const [near, ...far] = people.map(nameOf);
	return { near: near ?? title, far: far.join(', ') };
}

/**
 * What kind of conversation it is, and with whom. A group or a room that has a name is called by it;
 * the ID by which workflows send to it is beside it here.
 *
 * @param {Pick<Summary, 'id' | 'kind' | 'title' | 'people'>} summary
 */
export function placeOf({ id, kind, title, people }) {
	const { far } = namesOf({ title, people });
	if (far !== '') return `${kinds[kind]} with ${far}`;
	if (people.length > 0) return kinds[kind];
	const place = String(JSON.parse(id)[2]);
	return place === title ? kinds[kind] : `${kinds[kind]} ${place}`;
}

const seen = 'inbox.seen';
const colours = 6;

/** One of a few colours, always the same for one name. */
function colourOf(/** @type {string} */ name) {
	let sum = 0;
	for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
	return sum % colours;
}

/** The list on the left: arrow keys move through it, Enter opens. */
export class ConversationList {
	#list = byId('conversations');
	#note = byId('list-note');
	#more = byId('more-conversations');
	/** How many entries of each conversation were looked at; it outlives a reload of the page. */
	#seen = new Map(Object.entries(readSeen()));
	/** The line that Tab comes to. */
	#current = '';

	/**
	 * @param {(id: string) => void} open
	 * @param {() => void} showMore
	 */
	constructor(open, showMore) {
		this.#list.addEventListener('click', (event) => {
			const line = lineAt(event.target);
			if (line) open(line.dataset.id ?? '');
		});
		this.#list.addEventListener('keydown', (event) => this.#moveBy(event));
		this.#list.addEventListener('focusin', (event) => {
			const line = lineAt(event.target);
			if (line) this.#moveTabStop(line);
		});
		this.#more.addEventListener('click', showMore);
	}

	/**
	 * @param {InboxView} view
	 * @param {string} openId
	 * @param {boolean} isLookedAt whether the open conversation is really in sight
	 */
	draw(view, openId, isLookedAt) {
		const { conversations, found, total } = view;
		if (isLookedAt && view.open) this.#look(view.open);
		const lines = conversations.map((summary) => ({
			...summary,
			isOpen: summary.id === openId,
			unread: Math.max(summary.total - this.#seenOf(summary), 0),
		}));
		reconcile(
			this.#list,
			lines,
			({ id }) => id,
			(line) => el('li', {}, drawLine(line)),
		);
		const hidden = found - conversations.length;
		this.#more.hidden = hidden === 0;
		const note = total === 0 ? 'Nothing was sent yet.' : found === 0 ? 'Nobody found.' : '';
		this.#note.textContent = note;
		this.#note.hidden = note === '';
		this.#keepTabStop(openId);
		const unread = lines.filter((line) => line.unread > 0).length;
		document.title = `${unread > 0 ? `(${unread}) ` : ''}Inbox - Tencent Chat simulator`;
	}

	/** Puts the focus on the open conversation's line, or on the first one. */
	focus() {
		const lines = this.#lines();
		(lines.find((line) => line.ariaCurrent === 'true') ?? lines[0])?.focus();
	}

	/** After a restart of the simulator there are fewer than were seen. */
	#seenOf(/** @type {Summary} */ { id, total }) {
		const seen = this.#seen.get(id) ?? 0;
		return seen > total ? 0 : seen;
	}

	#look(/** @type {Summary} */ { id, total }) {
		if (this.#seen.get(id) === total) return;
		this.#seen.set(id, total);
		sessionStorage.setItem(seen, JSON.stringify(Object.fromEntries(this.#seen)));
	}

	/** @returns {HTMLButtonElement[]} */
	#lines() {
		return [...this.#list.querySelectorAll('button')];
	}

	#keepTabStop(/** @type {string} */ openId) {
		const lines = this.#lines();
		const stop =
			lines.find((line) => line.dataset.id === this.#current) ??
			lines.find((line) => line.dataset.id === openId) ??
			lines[0];
		if (stop) this.#moveTabStop(stop);
	}

	#moveTabStop(/** @type {HTMLButtonElement} */ to) {
		this.#current = to.dataset.id ?? '';
		for (const line of this.#lines()) line.tabIndex = line === to ? 0 : -1;
	}

	#moveBy(/** @type {KeyboardEvent} */ event) {
		const lines = this.#lines();
		const here = lines.findIndex((line) => line === document.activeElement);
		/** @type {Record<string, number>} */
		const places = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: lines.length - 1 };
		const place = places[event.key];
		if (place === undefined) return;
		event.preventDefault();
		lines[Math.min(Math.max(place, 0), lines.length - 1)]?.focus();
	}
}

/** @returns {Record<string, number>} */
function readSeen() {
	try {
		return JSON.parse(sessionStorage.getItem(seen) ?? '{}');
	} catch {
		return {};
	}
}

/** @returns {HTMLButtonElement | null} */
function lineAt(/** @type {EventTarget | null} */ target) {
	return target instanceof Element ? target.closest('button') : null;
}

function drawLine(/** @type {Summary & { isOpen: boolean, unread: number }} */ line) {
	const { id, kind, last, isOpen, unread } = line;
	const { near } = namesOf(line);
	return el(
		'button',
		{ type: 'button', class: 'line', 'data-id': id, 'aria-current': isOpen && 'true' },
		el(
			'span',
			{ class: 'avatar', 'data-kind': kind, 'data-colour': colourOf(near), 'aria-hidden': 'true' },
			[...near.replace(/^[^\p{L}\p{N}]+/u, '')][0]?.toUpperCase() ?? '?',
		),
		el(
			'span',
			{ class: 'line-text' },
			el(
				'span',
				{ class: 'line-top' },
				el('span', { class: 'line-name' }, near),
				last && shortTimeOf(last.time),
			),
			el('span', { class: 'line-place' }, placeOf(line)),
			el(
				'span',
				{ class: 'line-bottom' },
				el('span', { class: 'line-last' }, wordsOf(line)),
				unread > 0 &&
					el(
						'span',
						{ class: 'dot' },
						el('span', { class: 'unseen' }, 'Unread: '),
						unread > 99 ? '99+' : String(unread),
					),
			),
		),
	);
}

function wordsOf(/** @type {Summary} */ { last, people }) {
	if (!last) return '';
	const { kind, sender, text, recalled } = last;
	if (kind === 'system') return text;
	const name = nameOf(
		people.find(({ userId }) => userId === sender) ?? { userId: sender, name: '' },
	);
	return recalled ? `${name} recalled a message` : `${name}: ${text}`;
}
