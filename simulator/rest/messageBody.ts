import { isObject, type Json } from '../json';
import type { MessageElement } from '../state/conversations';
import { refuse, type Refusal } from './endpoint';
import { elementProblem } from './messageElements';

/**
 * Reads a MsgBody. The pages of sendmsg and of the Desk share the codes: 90007 no Array,
 * 90002 no list of elements, 90010 an element that breaks Chat > Message Formats.
 */
export function readMessageBody(value: Json | undefined): MessageElement[] | Refusal {
	if (value === undefined) return refuse(90002, 'MsgBody is missing');
	if (!Array.isArray(value)) return refuse(90007, 'MsgBody has to be an Array');
	if (value.length === 0) return refuse(90002, 'MsgBody holds no element');

	const elements: MessageElement[] = [];
	for (const item of value) {
		if (!isObject(item)) return refuse(90002, 'an element of MsgBody is no object');
		const { MsgType, MsgContent } = item;
		if (typeof MsgType !== 'string') return refuse(90002, 'MsgType has to be a String');
		if (!isObject(MsgContent)) return refuse(90002, 'MsgContent has to be an Object');
		const problem = elementProblem(MsgType, MsgContent);
		if (problem !== undefined) return refuse(90010, problem);
		elements.push({ MsgType, MsgContent });
	}
	if (elements.filter((element) => element.MsgType === 'TIMCustomElem').length > 1) {
		return refuse(90010, 'a message may hold one TIMCustomElem only');
	}
	return elements;
}
