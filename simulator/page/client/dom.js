/**
 * Makes an element. Texts become text nodes, never markup, so that no message can run a script.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes] `true` gives an
 *   attribute without a value; `false` and undefined give none
 * @param {...(Node | string | false | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === false) continue;
		element.setAttribute(name, value === true ? '' : String(value));
	}
	for (const child of children) if (child !== undefined && child !== false) element.append(child);
	return element;
}

/**
 * The element of index.html with this ID.
 *
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id
 * @returns {Kind}
 */
export function byId(id) {
	const element = document.getElementById(id);
	if (!element) throw new Error(`index.html has no element "${id}"`);
	return /** @type {Kind} */ (element);
}

/**
 * The address when it is one that a page may link to or load; scripts are not.
 *
 * @param {unknown} text
 * @returns {string | undefined}
 */
export function webAddress(text) {
	if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
	const { protocol, href } = new URL(text);
	return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/**
 * A link that opens in a tab of its own; plain text when the address is none.
 *
 * @param {unknown} address
 * @param {string} [label] the address in short when left out
 * @returns {Node | undefined}
 */
export function link(address, label) {
	const href = webAddress(address);
	if (href === undefined) {
		return typeof address === 'string' && address !== '' ? el('span', {}, address) : undefined;
	}
	const { host, pathname } = new URL(href);
	return el(
		'a',
		{ href, target: '_blank', rel: 'noopener noreferrer', title: href },
		label ?? host + (pathname === '/' ? '' : pathname),
	);
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const shortClock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

const fromUnix = (/** @type {number} */ seconds) => new Date(seconds * 1000);

/** @param {number} seconds since 1970 */
export const dayOf = (seconds) => day.format(fromUnix(seconds));

/**
 * The time of a message, to the second.
 *
 * @param {number} seconds since 1970
 */
export function timeOf(seconds) {
	const date = fromUnix(seconds);
	const attributes = { datetime: date.toISOString(), title: date.toISOString() };
	return el('time', attributes, clock.format(date));
}

/**
 * The time of a message in a list: today's by the clock, others by the day.
 *
 * @param {number} seconds since 1970
 */
export function shortTimeOf(seconds) {
	const date = fromUnix(seconds);
	const isToday = date.toDateString() === new Date().toDateString();
	return el(
		'time',
		{ datetime: date.toISOString() },
		(isToday ? shortClock : shortDay).format(date),
	);
}

/**
 * What a person is called.
 *
 * @param {{ userId: string, name: string }} person
 */
export const nameOf = ({ userId, name }) => (name === '' ? userId : name);

/**
 * What was drawn last: the item's key and its content.
 *
 * @type {WeakMap<Element, { key: string, content: string }>}
 */
const drawnItems = new WeakMap();

/**
 * Makes the children of a list be those of `items`, in this order. What has not changed stays the
 * same element, so that focus, open details and running videos survive.
 *
 * @template Item
 * @param {HTMLElement} parent
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} keyOf unique in the list
 * @param {(item: Item) => HTMLElement} draw
 */
export function reconcile(parent, items, keyOf, draw) {
	/** @type {Map<string, Element>} */
	const old = new Map();
	for (const child of parent.children) {
		const drawn = drawnItems.get(child);
		if (drawn) old.set(drawn.key, child);
	}
	const wanted = items.map((item) => {
		const key = keyOf(item);
		const content = JSON.stringify(item);
		const known = old.get(key);
		if (known && drawnItems.get(known)?.content === content) {
			old.delete(key);
			return known;
		}
		const element = draw(item);
		drawnItems.set(element, { key, content });
		if (known?.contains(document.activeElement)) {
			known.replaceWith(element);
			const control = element.matches('button') ? element : element.querySelector('button');
			control?.focus();
		}
		return element;
	});
	for (const gone of old.values()) gone.remove();
	// Moving an element takes the focus from it, so whatever stands in its place already stays.
	let place = parent.firstElementChild;
	for (const element of wanted) {
		if (element === place) place = place.nextElementSibling;
		else parent.insertBefore(element, place);
	}
}
