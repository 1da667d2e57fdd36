import { el, link, webAddress } from './dom.js';
import { drawMarkdown } from './markdown.js';
import { listOf, parsed, picture, raw, text, words } from './parts.js';

/** @typedef {Record<string, any>} Data what one of Desk's own messages holds */

/**
 * The Data of one of Desk's own messages; nothing for a custom message of anybody else.
 *
 * @param {unknown} json
 * @returns {Data | undefined}
 */
export function deskDataOf(json) {
	const data = parsed(json);
	if (typeof data !== 'object' || data === null || data.src === undefined) return undefined;
	const src = String(data.src);
	const isDesk = String(data.customerServicePlugin) === '0' || String(data.chatbotPlugin) === '1';
	return isDesk || src === '22' || (src === '7' && !('content' in data))
		? { ...data, src }
		: undefined;
}

const notice = (/** @type {string} */ said) => el('p', { class: 'notice' }, said);

/** What a tap sends: a text of the customer. */
const say = (/** @type {string} */ label, /** @type {boolean} */ canAnswer) =>
	el('button', { type: 'button', class: 'button', 'data-say': label, disabled: !canAnswer }, label);

/** A title and things to tap; or the one that was taken, after which clients lock the others. */
function choices(/** @type {Data} */ content, /** @type {boolean} */ canAnswer) {
	const head = words(content.header) || words(content.title);
	const taken = words(content.selected?.content);
	return el(
		'div',
		{ class: 'menu' },
		head !== '' && el('p', {}, head),
		el(
			'ul',
			{},
			...listOf(content.items)
				.map((one) => words(one?.content))
				.filter((label) => label !== '')
				.map((label) => el('li', {}, say(label, canAnswer && taken === ''))),
		),
		taken !== '' && el('p', { class: 'facts' }, `Chosen: ${taken}`),
	);
}

/** A form whose answers go out under the names of its fields; `data-fills` says as what. */
const fillable = (
	/** @type {'text' | 'fields'} */ as,
	/** @type {boolean} */ canAnswer,
	/** @type {Array<Node | false>} */ ...inside
) =>
	el(
		'form',
		{ class: 'menu', 'data-fills': as },
		...inside,
		el('button', { class: 'button primary', disabled: !canAnswer }, 'Submit'),
	);

const options = 1;

/** One question: with options (type 1), or with a field to write in. */
function form(/** @type {Data} */ content, /** @type {boolean} */ canAnswer) {
	if (content.type === options) return choices(content, canAnswer);
	const taken = words(content.selected?.content);
	const field = el('input', { name: 'answer', required: true, 'aria-label': 'Your answer' });
	field.value = taken;
	field.disabled = !canAnswer || taken !== '';
	return fillable(
		'text',
		!field.disabled,
		el('p', {}, words(content.header)),
		el('label', { class: 'field' }, field),
	);
}

function variable(/** @type {Data} */ one, /** @type {boolean} */ canAnswer) {
	const name = words(one?.name);
	const attributes = { name, required: one?.isRequired === 1, disabled: !canAnswer };
	const items = listOf(one?.chooseItemList).map(String);
	const control =
		one?.formType === 1
			? el('select', attributes, ...items.map((item) => el('option', {}, item)))
			: el('input', { ...attributes, placeholder: words(one?.placeholder) });
	return el('label', { class: 'field' }, el('span', {}, name), control);
}

const editable = 0;

/** The form of a task flow, or what a customer entered in it. */
function taskForm(/** @type {Data} */ data, /** @type {boolean} */ canAnswer) {
	const { content = {}, nodeStatus } = data;
	const variables = listOf(content.inputVariables);
	if (nodeStatus === undefined) {
		return text(variables.map((one) => `${one?.name}: ${one?.variableValue}`).join('\n'));
	}
	const isOpen = canAnswer && nodeStatus === editable;
	return fillable(
		'fields',
		isOpen,
		el('p', {}, words(content.tip)),
		...variables.map((one) => variable(one, isOpen)),
	);
}

function card(/** @type {Data} */ { header, desc, pic, url }) {
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

function order(/** @type {Data} */ { guide, name, desc, pic, customField }) {
	const src = webAddress(pic);
	const rows = listOf(customField).map((one) =>
		el('li', {}, [one?.name, one?.value, one?.customerValue].map(words).join(' ').trim()),
	);
	return el(
		'article',
		{ class: 'card order' },
		Boolean(guide) && el('p', { class: 'facts' }, words(guide)),
		src !== undefined && picture(src, ''),
		el('h3', {}, words(name)),
		Boolean(desc) && el('p', {}, words(desc)),
		rows.length > 0 && el('ul', {}, ...rows),
		el('p', { class: 'facts' }, 'Web, Android, iOS and mini programs do not show orders.'),
	);
}

/** The steps of a rating, lowest first. A tap rates, once and in time. */
function rating(/** @type {Data} */ { menuContent: asked = {} }, /** @type {boolean} */ canAnswer) {
	const { head, tail, sessionId, expireTime, selected } = asked;
	const isOpen = canAnswer && selected === undefined && Number(expireTime) > Date.now() / 1000;
	const steps = listOf(asked.menu).map((one, index) => {
		const given = JSON.stringify({
			src: '10',
			menuSelected: { id: one?.id, content: one?.content, sessionId },
			customerServicePlugin: 0,
		});
		const isChosen = selected !== undefined && selected.id === one?.id;
		const attributes = {
			type: 'button',
			class: 'button',
			'data-sends': given,
			'aria-pressed': String(isChosen),
			disabled: !isOpen,
		};
		const stars = '\u2605'.repeat(index + 1);
		return el(
			'li',
			{},
			el(
				'button',
				attributes,
				asked.type === 1 ? `${stars} ` : `${index + 1} `,
				words(one?.content),
			),
		);
	});
	return el(
		'div',
		{ class: 'menu rating' },
		el('p', {}, words(head)),
		el('ul', {}, ...steps),
		selected !== undefined && el('p', { class: 'facts' }, words(tail)),
	);
}

/** A text that grows; the mark at its end says that more will come. */
function stream(/** @type {Data} */ { chunks, isFinished }) {
	const paragraph = text(listOf(chunks).join(''));
	if (isFinished !== 1)
		paragraph.append(el('span', { class: 'cursor', role: 'img', 'aria-label': 'more to come' }));
	return paragraph;
}

/**
 * The Desk's own custom messages by their `src`: Chat Desk > Client integration without UI, and the
 * clients where it is silent. What is not here has no known content to show.
 *
 * @type {Record<string, (data: Data, canAnswer: boolean) => HTMLElement>}
 */
const drawings = {
	6: () => notice('A new session'),
	7: () => notice('The customer opened the conversation'),
	9: rating,
	10: ({ menuSelected }) =>
		notice(`The customer rated the service: ${words(menuSelected?.content)}`),
	12: () => notice('Somebody types'),
	15: ({ content = {} }, canAnswer) => choices(content, canAnswer),
	18: () => notice('No agent is online'),
	19: () => notice('The session has ended'),
	20: () => notice('The session has ended after a time without messages'),
	21: ({ content = {} }, canAnswer) => form(content, canAnswer),
	22: ({ content = {} }) => card(content),
	23: () => notice('The client learned who may ask for a rating'),
	24: () => notice('The customer wants to rate the service'),
	26: ({ content }) =>
		notice(content?.content === 'inSeat' ? 'An agent is there' : 'The agent has left'),
	27: () => notice('The customer ended the session'),
	28: ({ content = {} }) => order(content),
	29: ({ content = {} }, canAnswer) => choices(content, canAnswer),
	30: ({ content }) => drawMarkdown(words(content)),
	31: stream,
	32: ({ content = {}, status }, canAnswer) => choices(content, canAnswer && status === 0),
	33: taskForm,
	35: ({ thinkingStatus }) => notice(thinkingStatus === 0 ? 'Thinking' : 'Thought about it'),
	37: ({ content }) => notice(words(content)),
};

/**
 * One of Desk's own messages, as clients draw it.
 *
 * @param {Data} data
 * @param {Data} content of its element
 * @param {boolean} canAnswer
 * @returns {HTMLElement}
 */
export function drawDesk(data, content, canAnswer) {
	const draw = Object.hasOwn(drawings, data.src) ? drawings[data.src] : undefined;
	if (draw) return draw(data, canAnswer);
	return raw(words(content.Desc) || `Desk message of type ${data.src}`, content.Data);
}
