import { deskDataOf } from '../desk/data';
import { deskWords } from '../desk/words';
import { isObject, type JsonObject } from '../json';
import type { MessageElement } from '../state/conversations';

const stringOr = (value: unknown, fallback: string) =>
	typeof value === 'string' ? value : fallback;

/** The pieces of a stream together. */
const streamText = ({ Chunks }: JsonObject) =>
	(Array.isArray(Chunks) ? Chunks : [])
		.map((chunk) => (isObject(chunk) ? stringOr(chunk.Markdown, '') : ''))
		.join('');

function elementText(element: MessageElement): string {
	const { MsgType, MsgContent } = element;
	if (MsgType === 'TIMTextElem') return stringOr(MsgContent.Text, '');
	if (MsgType === 'TIMStreamElem') return streamText(MsgContent);
	const desk = deskDataOf(element);
	if (desk) return deskWords(desk);
	if (MsgType === 'TIMFileElem') return `[file] ${stringOr(MsgContent.FileName, '')}`;
	if (MsgType === 'TIMCustomElem') return `[custom] ${stringOr(MsgContent.Desc, '')}`.trim();
	return `[${MsgType.replace(/^TIM|Elem$/g, '').toLowerCase()}]`;
}

/** A message in plain words. */
export function messageText(elements: MessageElement[]): string {
	return elements.map(elementText).join(' ');
}
