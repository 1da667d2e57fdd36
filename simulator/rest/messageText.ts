import { deskDataOf } from '../desk/data';
import { deskWords } from '../desk/words';
import type { MessageElement } from '../state/conversations';

const stringOr = (value: unknown, fallback: string) =>
	typeof value === 'string' ? value : fallback;

function elementText(element: MessageElement): string {
	const { MsgType, MsgContent } = element;
	if (MsgType === 'TIMTextElem') return stringOr(MsgContent.Text, '');
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
