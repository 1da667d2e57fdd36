import { el, link, webAddress } from './dom.js';

/** @typedef {import('../../state/conversations').MessageElement} MessageElement */
/** @typedef {Record<string, any>} Content what a MsgContent or a part of it holds */

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** A text whose web addresses can be clicked. */
function text(/** @type {unknown} */ words) {
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

const byteUnits = ['bytes', 'KB', 'MB', 'GB'];

function size(/** @type {unknown} */ bytes) {
	if (typeof bytes !== 'number' || bytes <= 0) return '';
	const step = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), byteUnits.length - 1);
	return `${Math.round((bytes / 1024 ** step) * 10) / 10} ${byteUnits[step]}`;
}

const seconds = (/** @type {unknown} */ count) =>
	typeof count === 'number' && count > 0 ? `${count} s` : '';

/** Facts in one line; those that are missing leave no gap. */
const facts = (/** @type {Array<string | undefined>} */ ...parts) =>
	parts.filter((part) => part !== undefined && part !== '').join(' · ');

/** A picture, and a sign in its place when it cannot be loaded. */
function picture(/** @type {string} */ src, /** @type {string} */ alt) {
	const image = el('img', { src, alt, loading: 'lazy', referrerpolicy: 'no-referrer' });
	const frame = el('span', { class: 'picture' }, image);
	image.addEventListener('error', () => {
		const note = el('span', { class: 'missing' }, 'Picture from ', new URL(src).host);
		frame.replaceChildren(note);
	});
	return frame;
}

/** A thing that is not drawn as a text: a sign, what it is, and what is known of it. */
function attachment(
	/** @type {string} */ kind,
	/** @type {string} */ title,
	/** @type {string} */ about,
	/** @type {Array<Node | undefined>} */ ...more
) {
	return el(
		'div',
		{ class: 'attachment', 'data-kind': kind },
		el('span', { class: 'sign', 'aria-hidden': 'true' }),
		el(
			'div',
			{ class: 'about' },
			el('p', { class: 'name' }, title),
			about !== '' && el('p', { class: 'facts' }, about),
			...more,
		),
	);
}

/** The address of a thing, to be opened; nothing when it has none. */
const open = (/** @type {unknown} */ address, /** @type {string} */ label) =>
	webAddress(address) === undefined ? undefined : link(address, label);

function image(/** @type {Content} */ { ImageInfoArray: infos }) {
	const info = Array.isArray(infos) ? infos[0] : undefined;
	const src = webAddress(info?.URL);
	if (src === undefined) return attachment('image', 'Picture', 'without an address');
	const original = el('a', { href: src, target: '_blank', rel: 'noopener noreferrer' });
	original.append(picture(src, 'Picture'));
	return original;
}

function sound(/** @type {Content} */ content) {
	const src = webAddress(content.Url);
	const about = facts(seconds(content.Second), size(content.Size));
	const player =
		src === undefined ? undefined : el('audio', { src, controls: true, preload: 'none' });
	return attachment('sound', 'Voice message', about, player);
}

function video(/** @type {Content} */ content) {
	const src = webAddress(content.VideoUrl);
	const about = facts(
		seconds(content.VideoSecond),
		size(content.VideoSize),
		String(content.VideoFormat ?? ''),
	);
	if (src === undefined) return attachment('video', 'Video', about);
	const poster = webAddress(content.ThumbUrl);
	const player = el('video', { src, poster, controls: true, preload: 'none' });
	return el(
		'figure',
		{ class: 'video' },
		player,
		el('figcaption', { class: 'facts' }, facts('Video', about)),
	);
}

const file = (/** @type {Content} */ content) =>
	attachment(
		'file',
		String(content.FileName ?? 'File'),
		size(content.FileSize),
		open(content.Url, 'Download'),
	);

function place(/** @type {Content} */ { Desc, Latitude, Longitude }) {
	const map = `https://www.openstreetmap.org/?mlat=${Latitude}&mlon=${Longitude}`;
	const where = `${Latitude}, ${Longitude}`;
	return attachment('location', Desc || 'Location', where, open(map, 'Show on a map'));
}

const face = (/** @type {Content} */ { Index, Data }) =>
	attachment('face', `Sticker ${Index}`, Data ?? '');

const relay = (/** @type {Content} */ { Title, MsgNum, AbstractList }) =>
	attachment(
		'relay',
		String(Title),
		`${MsgNum} forwarded messages`,
		el('ul', {}, ...listOf(AbstractList).map((line) => el('li', {}, String(line)))),
	);

/** @returns {any[]} */
const listOf = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);

/** @returns {any} the value, or undefined when the text is no JSON */
function parsed(/** @type {unknown} */ json) {
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
const raw = (/** @type {string} */ title, /** @type {unknown} */ data) =>
	el('details', { class: 'raw' }, el('summary', {}, title), el('pre', {}, pretty(data)));

function card(/** @type {Content} */ { header, desc, pic, url }) {
	const src = webAddress(pic);
	return el(
		'article',
		{ class: 'card' },
		src !== undefined && picture(src, ''),
		el('h3', {}, String(header ?? '')),
		Boolean(desc) && el('p', {}, String(desc)),
		link(url),
	);
}

/** Things to pick from, as the Desk's chatbot and its rating offer them. */
function menu(
	/** @type {string} */ head,
	/** @type {unknown[]} */ choices,
	/** @type {string} */ tail,
) {
	return el(
		'div',
		{ class: 'menu' },
		head !== '' && el('p', {}, head),
		el('ul', {}, ...choices.map((choice) => el('li', {}, String(choice)))),
		tail !== '' && el('p', { class: 'facts' }, tail),
	);
}

const words = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');

/**
 * The Desk's own custom messages by their `src`: Chat Desk > Client integration without UI. What
 * is not here has no documented content to show.
 *
 * @type {Record<string, (data: Content) => HTMLElement>}
 */
const deskMessages = {
	6: () => notice('A new session'),
	7: () => notice('The customer opened the conversation'),
	9: ({ menuContent: m = {} }) =>
		menu(
			words(m.head) || 'How was the service?',
			listOf(m.menu).map((one) => one?.content),
			words(m.tail),
		),
	10: ({ menuSelected }) =>
		notice(`The customer rated the service: ${words(menuSelected?.content)}`),
	15: ({ content = {} }) =>
		menu(
			words(content.header),
			listOf(content.items).map((one) => one?.content),
			words(content.tail),
		),
	18: () => notice('No agent is online'),
	19: () => notice('The session has ended'),
	20: () => notice('The session has ended after a time without messages'),
	21: ({ content = {} }) =>
		menu(
			'A form to fill in',
			listOf(content.inputVariables).map((one) => `${one?.name}${one?.isRequired ? ' *' : ''}`),
			'',
		),
	22: ({ content = {} }) => card(content),
	24: () => notice('The customer wants to rate the service'),
	27: () => notice('The customer ended the session'),
};

const notice = (/** @type {string} */ said) => el('p', { class: 'notice' }, said);

function custom(/** @type {Content} */ content) {
	const data = parsed(content.Data);
	const src = data?.src;
	const isDesk = data?.customerServicePlugin === 0 || src === '22';
	const draw = isDesk && Object.hasOwn(deskMessages, src) ? deskMessages[src] : undefined;
	if (draw) return draw(data);
	const title = words(content.Desc) || (isDesk ? `Desk message of type ${src}` : 'Custom message');
	return raw(title, content.Data);
}

/** @type {Record<string, (content: Content) => HTMLElement>} */
const drawings = {
	TIMTextElem: ({ Text }) => text(Text),
	TIMImageElem: image,
	TIMSoundElem: sound,
	TIMVideoFileElem: video,
	TIMFileElem: file,
	TIMLocationElem: place,
	TIMFaceElem: face,
	TIMCustomElem: custom,
	TIMRelayElem: relay,
};

/**
 * One element of a message as a client shows it.
 *
 * @param {MessageElement} element
 * @returns {HTMLElement}
 */
export function drawElement({ MsgType, MsgContent }) {
	const draw = Object.hasOwn(drawings, MsgType) ? drawings[MsgType] : undefined;
	return draw ? draw(MsgContent) : raw(MsgType, JSON.stringify(MsgContent));
}

/**
 * The message that this one answers, in the form in which Chat's clients keep it.
 *
 * @param {string | undefined} cloudCustomData
 * @returns {HTMLElement | undefined}
 */
export function drawQuote(cloudCustomData) {
	const quoted = parsed(cloudCustomData)?.messageReply;
	const said = words(quoted?.messageAbstract);
	if (said === '') return undefined;
	const sender = words(quoted.messageSender);
	return el('blockquote', {}, sender !== '' && el('cite', {}, sender), el('p', {}, said));
}
