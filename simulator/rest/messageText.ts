import { isObject } from '../json';
import type { MessageElement } from '../state/conversations';

/** A card of the Desk: Chat Desk > Send Messages, "Sending Custom Messages Via Cards". */
export interface Card {
	title: string;
	description: string;
	pictureUrl: string;
	linkUrl: string;
}

const stringOr = (value: unknown, fallback: string) =>
	typeof value === 'string' ? value : fallback;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The card in a custom element, when its Data is the documented JSON text with src "22". */
export function cardOf(element: MessageElement): Card | undefined {
	if (element.MsgType !== 'TIMCustomElem') return undefined;
	const data = parsed(stringOr(element.MsgContent.Data, ''));
	if (!isObject(data) || data.src !== '22' || !isObject(data.content)) return undefined;
	return {
		title: stringOr(data.content.header, ''),
		description: stringOr(data.content.desc, ''),
		pictureUrl: stringOr(data.content.pic, ''),
		linkUrl: stringOr(data.content.url, ''),
	};
}

function elementText(element: MessageElement): string {
	const { MsgType, MsgContent } = element;
	if (MsgType === 'TIMTextElem') return stringOr(MsgContent.Text, '');
	const card = cardOf(element);
	if (card) return `[card] ${card.title}`;
	if (MsgType === 'TIMFileElem') return `[file] ${stringOr(MsgContent.FileName, '')}`;
	if (MsgType === 'TIMCustomElem') return `[custom] ${stringOr(MsgContent.Desc, '')}`.trim();
	return `[${MsgType.replace(/^TIM|Elem$/g, '').toLowerCase()}]`;
}

/** A message in plain words. */
export function messageText(elements: MessageElement[]): string {
	return elements.map(elementText).join(' ');
}
