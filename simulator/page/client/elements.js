import { deskDataOf, drawDesk } from './deskMessages.js';
import { el, link, webAddress } from './dom.js';
import { listOf, parsed, picture, raw, text, words } from './parts.js';

/** @typedef {import('../../state/conversations').MessageElement} MessageElement */
/** @typedef {Record<string, any>} Content what a MsgContent or a part of it holds */

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

/**
 * @param {Content} content
 * @param {boolean} canAnswer
 */
function custom(content, canAnswer) {
	const desk = deskDataOf(content.Data);
	return desk
		? drawDesk(desk, content, canAnswer)
		: raw(words(content.Desc) || 'Custom message', content.Data);
}

/** @type {Record<string, (content: Content, canAnswer: boolean) => HTMLElement>} */
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
 * @param {boolean} canAnswer whether the person who looks at it may tap and fill in
 * @returns {HTMLElement}
 */
export function drawElement({ MsgType, MsgContent }, canAnswer) {
	const draw = Object.hasOwn(drawings, MsgType) ? drawings[MsgType] : undefined;
	return draw ? draw(MsgContent, canAnswer) : raw(MsgType, JSON.stringify(MsgContent));
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
