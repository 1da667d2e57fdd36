import { InvalidParameter } from '../parameters/invalidParameter';
import { isObject } from '../parameters/json';
import type { MessageElement, MessageType } from './messageType';

const label = 'Message Elements';

function element(value: unknown, index: number): MessageElement {
	const position = `element ${index + 1} of '${label}'`;
	if (!isObject(value) || typeof value.MsgType !== 'string' || value.MsgType === '') {
		throw new InvalidParameter(
			`A "MsgType" is missing in ${position}`,
			'Each element looks like { "MsgType": "TIMTextElem", "MsgContent": { "Text": "Hello" } }.',
		);
	}
	if (!isObject(value.MsgContent)) {
		throw new InvalidParameter(
			`"MsgContent" is missing or no object in ${position}`,
			'Each element looks like { "MsgType": "TIMTextElem", "MsgContent": { "Text": "Hello" } }.',
		);
	}
	return value as MessageElement;
}

/** Anything that the other types do not offer: several elements, or types still to come. */
export const json: MessageType = {
	value: 'json',
	name: 'JSON',
	description: 'Message elements as Tencent documents them, several included',
	properties: [
		{
			displayName: label,
			name: 'msgBodyJson',
			type: 'json',
			typeOptions: { rows: 6 },
			default: '[\n  { "MsgType": "TIMTextElem", "MsgContent": { "Text": "Hello" } }\n]',
			required: true,
			description:
				'The "MsgBody" of the API: a list of elements, each with "MsgType" and "MsgContent". At most one may be a TIMCustomElem. <a href="https://trtc.io/document/33527" target="_blank">Formats</a>.',
		},
	],
	elements: (fields) => {
		const value = fields.optionalJson('msgBodyJson', label);
		const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
		if (list.length === 0) {
			throw new InvalidParameter(`'${label}' is empty`, 'Enter a list with at least one element.');
		}
		const elements = list.map(element);
		if (elements.filter(({ MsgType }) => MsgType === 'TIMCustomElem').length > 1) {
			throw new InvalidParameter(
				`'${label}' holds more than one TIMCustomElem`,
				'A message may hold one. Send the others as messages of their own.',
			);
		}
		return elements;
	},
};
