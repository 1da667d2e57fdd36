import type { MessageElement } from '../messageType';
import { lines } from './words';

/** Longer notifications are cut by phones anyway, and the words count twice in the message. */
const maxNotification = 200;

function notification(words: readonly unknown[]): string {
	const text = lines(...words);
	const letters = [...text];
	return letters.length <= maxNotification
		? text
		: `${letters.slice(0, maxNotification - 1).join('')}…`;
}

/**
 * One of Desk's own messages: a custom message whose `Data` is one JSON text, encoded once. `src` is
 * a text, since two of the official clients fail on a number. `Desc` is what a phone shows while the
 * app is closed (Chat > "Message Formats"); without it there is no notification at all.
 *
 * @param words what the notification says
 */
export function deskElement(
	src: string,
	content: unknown,
	words: readonly unknown[],
): MessageElement {
	const Data = JSON.stringify({ src, content, customerServicePlugin: 0 });
	return { MsgType: 'TIMCustomElem', MsgContent: { Data, Desc: notification(words) } };
}
