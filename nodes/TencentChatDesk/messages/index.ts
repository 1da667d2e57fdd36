import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../parameters/fields';
import { card } from './card';
import { custom } from './custom';
import { face } from './face';
import { file } from './file';
import { image } from './image';
import { json } from './json';
import { location } from './location';
import type { MessageElement, MessageType } from './messageType';
import { sound } from './sound';
import { text } from './text';
import { video } from './video';

/** Every message type, in the order of the picker. */
const messageTypes: readonly MessageType[] = [
	text,
	card,
	image,
	file,
	sound,
	video,
	location,
	face,
	custom,
	json,
];

/** The controls that describe a message: the type picker, then the fields of each type. */
export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		options: messageTypes.map(({ name, value, description }) => ({ name, value, description })),
		default: 'text',
		description: 'What to send',
	},
	...messageTypes.flatMap(({ value, properties }) =>
		properties.map((property) => ({
			...property,
			displayOptions: { show: { messageType: [value] } },
		})),
	),
];

/**
 * The `MsgBody` that the message controls of an item describe.
 *
 * @throws InvalidParameter naming the control that has to change.
 */
export function readMessage(fields: Fields): MessageElement[] {
	const chosen = fields.choice(
		'messageType',
		'Message Type',
		messageTypes.map(({ value }) => value),
	);
	return messageTypes.find(({ value }) => value === chosen)!.elements(fields);
}
