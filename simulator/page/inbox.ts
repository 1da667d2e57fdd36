import { isObject } from '../json';
import { cardOf, messageText, type Card } from '../rest/messageText';
import type { Conversation, Entry, MessageElement } from '../state/conversations';
import { html, webAddress, type Html } from './html';

const REFRESH_SECONDS = 3;
const MAX_CONVERSATIONS = 100;
const MAX_ENTRIES = 100;

const KINDS = {
	desk: 'Desk session',
	c2c: 'Direct message',
	live: 'Live room',
	group: 'Group',
} as const;

/** The inbox: what the clients of all participants show. */
export function inboxPage(conversations: Conversation[]): string {
	const newest = conversations.slice(-MAX_CONVERSATIONS).reverse();
	const hidden = conversations.length - newest.length;
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta http-equiv="refresh" content="${REFRESH_SECONDS}" />
				<title>Inbox - Tencent Chat simulator</title>
				<link rel="stylesheet" href="/inbox.css" />
			</head>
			<body>
				<header>
					<h1>Inbox</h1>
					<p>What the people in the simulated app see.</p>
				</header>
				<main>
					${newest.length === 0 ? html`<p class="note">Nothing was sent yet.</p>` : ''}
					${newest.map(conversationSection)}
					${hidden > 0 ? html`<p class="note">${hidden} older conversations.</p>` : ''}
				</main>
			</body>
		</html>`.text;
}

function conversationSection(conversation: Conversation): Html {
	const { entries } = conversation;
	const shown = entries.slice(-MAX_ENTRIES);
	const hidden = entries.length - shown.length;
	return html`<section aria-label="${conversation.id}">
		<h2>${conversation.participants.join(' and ')}</h2>
		<p class="kind">${KINDS[conversation.kind]}</p>
		${hidden > 0 ? html`<p class="note">${hidden} earlier messages</p>` : ''}
		<ol>
			${shown.map(entryItem)}
		</ol>
	</section>`;
}

function entryItem(entry: Entry): Html {
	const time = new Date(entry.time * 1000).toISOString();
	if (entry.kind === 'system') {
		return html`<li class="system">
			${entry.text} <time datetime="${time}">${time.slice(11, 19)}</time>
		</li>`;
	}
	const state = entry.recalled ? 'recalled' : entry.onlineOnly ? 'online only' : entry.state;
	return html`<li class="message">
		<p class="meta">
			<strong>${entry.sender}</strong>
			<time datetime="${time}">${time.slice(11, 19)}</time>
			<span class="state">${state}</span>
		</p>
		${entry.elements.map(elementBlock)}
	</li>`;
}

function elementBlock(element: MessageElement): Html {
	const card = cardOf(element);
	if (card) return cardBlock(card);
	if (element.MsgType === 'TIMImageElem') return imageBlock(element);
	return html`<p class="text">${messageText([element])}</p>`;
}

function cardBlock(card: Card): Html {
	const picture = webAddress(card.pictureUrl);
	const link = webAddress(card.linkUrl);
	return html`<article class="card">
		${picture === undefined ? '' : html`<img src="${picture}" alt="" loading="lazy" />`}
		<h3>${card.title}</h3>
		<p>${card.description}</p>
		${
			link === undefined
				? ''
				: html`<a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a>`
		}
	</article>`;
}

function imageBlock(element: MessageElement): Html {
	const infos = element.MsgContent.ImageInfoArray;
	const first: unknown = Array.isArray(infos) ? infos[0] : undefined;
	const url = isObject(first) && typeof first.URL === 'string' ? webAddress(first.URL) : undefined;
	return url === undefined
		? html`<p class="text">[image]</p>`
		: html`<img class="picture" src="${url}" alt="image" loading="lazy" />`;
}
