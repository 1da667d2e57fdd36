import { el, link, webAddress } from './dom.js';
import { picture } from './parts.js';

/** Code, pictures, links, bold, struck and slanted words, in this order of strength. */
const inline =
	/`([^`]+)`|!\[([^\]]*)\]\(([^)\s]+)[^)]*\)|\[([^\]]+)\]\(([^)\s]+)[^)]*\)|\*\*(.+?)\*\*|~~(.+?)~~|\*(.+?)\*|\\([!-/:-@[-`{-~])/;

/** @returns {Array<Node | string>} */
function words(/** @type {string} */ markdown) {
	const found = inline.exec(markdown);
	if (!found) return markdown === '' ? [] : [markdown];
	const [all, code, alt, source, label, address, bold, struck, slanted, escaped] = found;
	return [
		...words(markdown.slice(0, found.index)),
		...drawn(),
		...words(markdown.slice(found.index + all.length)),
	];

	/** @returns {Array<Node | string>} */
	function drawn() {
		if (code !== undefined) return [el('code', {}, code)];
		if (source !== undefined) {
			const src = webAddress(source);
			return src === undefined ? [all] : [picture(src, alt ?? '')];
		}
		if (address !== undefined) return [link(address, label) ?? all];
		if (bold !== undefined) return [el('strong', {}, ...words(bold))];
		if (struck !== undefined) return [el('s', {}, ...words(struck))];
		if (slanted !== undefined) return [el('em', {}, ...words(slanted))];
		return [escaped ?? all];
	}
}

/** Entities that writers of Markdown use to keep a sign from meaning something. */
const plain = (/** @type {string} */ markdown) =>
	markdown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const heading = /^#{1,6}\s+(.*)$/;
const bullet = /^\s*[-*+]\s+(.*)$/;
const number = /^\s*\d+[.)]\s+(.*)$/;
const quote = /^>\s?(.*)$/;

/** What each line of a block holds behind a mark that all of them have; nothing if one has none. */
function marked(/** @type {string[]} */ lines, /** @type {RegExp} */ mark) {
	const rest = lines.map((line) => mark.exec(line)?.[1]);
	return rest.every((line) => line !== undefined) ? rest : undefined;
}

/** @returns {HTMLElement} */
function block(/** @type {string} */ source) {
	const lines = source.split('\n');
	const title = lines.length === 1 ? heading.exec(source)?.[1] : undefined;
	if (title !== undefined) return el('h3', {}, ...words(title));
	const list = (/** @type {string[]} */ items) => items.map((item) => el('li', {}, ...words(item)));
	const bullets = marked(lines, bullet);
	if (bullets) return el('ul', {}, ...list(bullets));
	const numbers = marked(lines, number);
	if (numbers) return el('ol', {}, ...list(numbers));
	const quoted = marked(lines, quote);
	if (quoted) return el('blockquote', {}, ...words(quoted.join('\n')));
	return el('p', {}, ...words(source));
}

/**
 * The Markdown that people and AI agents write most, as elements of the page. HTML in it stays text.
 *
 * @param {string} markdown
 */
export function drawMarkdown(markdown) {
	const pieces = plain(markdown).split(/^```.*$/m);
	const blocks = pieces.flatMap((piece, index) => {
		if (index % 2 === 1) return drawn(el('pre', {}, piece.replace(/^\n|\n$/g, '')));
		const parts = piece.split(/\n\s*\n|\n(?=#)|(?<=^#.*)\n/m).map((part) => part.trim());
		return parts.filter((part) => part !== '').map(block);
	});
	return el('div', { class: 'rich' }, ...blocks);
}

/** @returns {HTMLElement[]} */
const drawn = (/** @type {HTMLElement} */ element) => [element];
