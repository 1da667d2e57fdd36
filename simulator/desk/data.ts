import { isObject, type JsonObject } from '../json';
import type { MessageElement } from '../state/conversations';

/** The `Data` of one of Desk's own messages. */
export interface DeskData extends JsonObject {
	src: string;
}

function parsed(text: unknown): unknown {
	try {
		return JSON.parse(String(text));
	} catch {
		return undefined;
	}
}

/**
 * What one of Desk's own messages says: Chat Desk > Client integration without UI (page 269/96058).
 * `customerServicePlugin` is always 0; a chatbot writes `chatbotPlugin` 1 in its place. The mini
 * program leaves the mark out when it opens its window.
 */
export function deskDataOf({ MsgType, MsgContent }: MessageElement): DeskData | undefined {
	const data = MsgType === 'TIMCustomElem' ? parsed(MsgContent.Data) : undefined;
	if (!isObject(data) || data.src === undefined) return undefined;
	const src = String(data.src);
	const isDesk = String(data.customerServicePlugin) === '0' || String(data.chatbotPlugin) === '1';
	const isBareHello = src === '7' && data.content === undefined;
	return isDesk || isBareHello || src === '22' ? { ...data, src } : undefined;
}

/** The element that carries a message which Desk's server writes. */
export const deskElement = (src: string, more: JsonObject = {}): MessageElement => ({
	MsgType: 'TIMCustomElem',
	MsgContent: { Data: JSON.stringify({ customerServicePlugin: 0, src, ...more }) },
});
