import { el, link } from './dom.js';

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** A text whose web addresses can be clicked. */
export function text(/** @type {unknown} */ words) {
	const paragraph = el('p', { class: 'text' });
	const all = String(words ?? '');
	let end = 0;
	for (const found of all.matchAll(address)) {
		paragraph.append(all.slice(end, found.index), link(found[0], found[0]) ?? found[0]);
		end = found.index + found[0].length;
	}
	paragraph.append(all.slice(end));
	return paragraph;
}
/** A picture, and a sign in its place when it cannot be loaded. */
export function picture(/** @type {string} */ src, /** @type {string} */ alt) {
	const image = el('img', { src, alt, loading: 'lazy', referrerpolicy: 'no-referrer' });
	const frame = el('span', { class: 'picture' }, image);
	image.addEventListener('error', () => {
		const note = el('span', { class: 'missing' }, 'Picture from ', new URL(src).host);
		frame.replaceChildren(note);
	});
	return frame;
}

/** @returns {any[]} */
export const listOf = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);

/** @returns {any} the value, or undefined when the text is no JSON */
export function parsed(/** @type {unknown} */ json) {
	try {
		return JSON.parse(String(json));
	} catch {
		return undefined;
	}
}

function pretty(/** @type {unknown} */ json) {
	const value = parsed(json);
	return value === undefined ? String(json) : JSON.stringify(value, undefined, 2);
}

/** Something that only the app itself can draw: its description, and its data on demand. */
export const raw = (/** @type {string} */ title, /** @type {unknown} */ data) =>
	el('details', { class: 'raw' }, el('summary', {}, title), el('pre', {}, pretty(data)));
export const words = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');
