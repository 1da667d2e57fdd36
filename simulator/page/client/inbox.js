import { listen, readInbox, recallAsCustomer } from './api.js';
import { Composer } from './composer.js';
import { ConversationHeader } from './conversationHeader.js';
import { ConversationList } from './conversationList.js';
import { byId } from './dom.js';
import { Faults } from './faults.js';
import { Setup } from './setup.js';
import { MessageList } from './messageList.js';
import { NewConversation } from './newConversation.js';

/** @typedef {import('../view').InboxView} InboxView */
/** @typedef {import('../view').OpenConversation} OpenConversation */

const conversationsAtOnce = 100;
/** A burst of messages is drawn at most this often. */
const refreshEveryMs = 150;

const panes = byId('panes');
const pane = byId('conversation');
const nothing = byId('nothing');
const connection = byId('connection');
/** @type {HTMLInputElement} */
const search = byId('search');

let openId = decodeURIComponent(location.hash.slice(1));
let limit = conversationsAtOnce;
/** @type {InboxView | undefined} */
let view;
/** A conversation to open as soon as it is there. */
let awaited = (/** @type {InboxView} */ _view) => /** @type {string | undefined} */ (undefined);
/** Whether the focus goes to the conversation as soon as it is drawn. */
let isFocusDue = false;

const conversations = new ConversationList(openConversation, () => {
	limit += conversationsAtOnce;
	refreshNow();
});
const composer = new Composer(draw);
const header = new ConversationHeader(run);
const messages = new MessageList({
	reload: refreshNow,
	recall: (msgKey) => run(recallAsCustomer({ conversationId: openId, msgKey })),
	answer: (element) => composer.answer(element),
});
const faults = new Faults(refreshNow);
new Setup(refreshNow);
new NewConversation(({ kind, id }, from) => {
	awaited = (now) => {
		const found = now.conversations.find((one) => one.kind === kind && isAbout(one.id, id, from));
		if (found) composer.writeAs(found.id, from);
		return found?.id;
	};
	refreshNow();
});

/** Whether the ID of a conversation names these; it is a JSON list of kind, app and participants. */
function isAbout(/** @type {string} */ conversationId, /** @type {string[]} */ ...names) {
	const [kind, , ...participants] = JSON.parse(conversationId);
	const isPair = kind === 'desk' || kind === 'c2c';
	return isPair ? names.every((name) => participants.includes(name)) : participants[0] === names[0];
}

async function run(/** @type {Promise<unknown>} */ action) {
	await composer.run(action);
	refreshNow();
}

function openConversation(/** @type {string} */ id) {
	if (id !== openId) {
		openId = id;
		messages.begin();
		history.replaceState(undefined, '', `#${encodeURIComponent(id)}`);
	}
	panes.dataset.shows = 'conversation';
	isFocusDue = true;
	refreshNow();
}

/** On a small screen the field for a message would bring up the keyboard over what is to be read. */
function focusConversation() {
	isFocusDue = false;
	if (isSmall.matches) byId('messages').focus();
	else composer.focus();
}

function backToList() {
	panes.dataset.shows = 'list';
	conversations.focus();
	draw();
}

let isReading = false;
let isStale = false;
let endPause = () => {};

/** Reads and draws again; what comes meanwhile ends in one more round. */
function refresh() {
	isStale = true;
	if (!isReading) void readUntilFresh();
}

/** The same without a pause, for what a person has asked for. */
function refreshNow() {
	endPause();
	refresh();
}

async function readUntilFresh() {
	isReading = true;
	while (isStale) {
		isStale = false;
		try {
			view = await readInbox({ limit, search: search.value, open: openId, from: messages.from });
			draw();
		} catch {
			showConnection(false);
		}
		await new Promise((resolve) => {
			endPause = () => resolve(undefined);
			setTimeout(resolve, refreshEveryMs);
		});
	}
	isReading = false;
}

function draw() {
	if (!view) return;
	const found = awaited(view);
	if (found !== undefined) {
		awaited = () => undefined;
		openConversation(found);
		return;
	}
	const isShown = !isSmall.matches || panes.dataset.shows === 'conversation';
	conversations.draw(view, openId, isShown && document.visibilityState === 'visible');
	faults.draw(view.failNext);
	byId('nothing-hint').textContent =
		view.total === 0
			? 'Run a workflow, or write the first message as a customer.'
			: 'Messages appear here as soon as they are sent.';
	byId('nothing-title').textContent =
		view.total === 0 ? 'Nothing was sent yet' : 'Pick a conversation';
	const { open } = view;
	pane.hidden = !open;
	nothing.hidden = open !== undefined;
	// An answer may still be about the conversation that was open before.
	if (!open || open.id !== openId) return;
	pane.dataset.of = open.id;
	const me = composer.writerIn(open);
	header.draw(open, me);
	composer.draw(open);
	messages.draw(open, me);
	if (isFocusDue) focusConversation();
}

function showConnection(/** @type {boolean} */ isConnected) {
	connection.dataset.state = isConnected ? 'live' : 'lost';
	const words = isConnected ? 'Live' : 'Connecting again';
	if (connection.textContent !== words) connection.textContent = words;
}

const isSmall = matchMedia('(max-width: 44rem)');
isSmall.addEventListener('change', draw);
document.addEventListener('visibilitychange', draw);
byId('back').addEventListener('click', backToList);
search.addEventListener('input', () => {
	limit = conversationsAtOnce;
	refreshNow();
});
search.addEventListener('keydown', (event) => {
	if (event.key !== 'ArrowDown') return;
	event.preventDefault();
	conversations.focus();
});
pane.addEventListener('keydown', (event) => {
	if (event.key === 'Escape') backToList();
});
for (const button of document.querySelectorAll('[data-closes]')) {
	button.addEventListener('click', () => button.closest('dialog')?.close());
}
if (openId !== '') panes.dataset.shows = 'conversation';
listen(refresh, showConnection);
