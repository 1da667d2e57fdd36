import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../parameters/fields';
import { card } from './card';
import { choices } from './choices';
import { custom } from './custom';
import { face } from './face';
import { file } from './file';
import { form } from './form';
import { image } from './image';
import { json } from './json';
import { location } from './location';
import type { MessageElement, MessageType } from './messageType';
import { order } from './order';
import { richText } from './richText';
import { sound } from './sound';
import { text } from './text';
import { video } from './video';

/** What every conversation can have, in the order of the picker. */
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

/** The same with what is made for one customer: it is drawn beside a customer service account. */
const customerMessageTypes: readonly MessageType[] = [
	text,
	richText,
	card,
	choices,
	form,
	order,
	...messageTypes.filter((type) => type !== text && type !== card),
];

/** The types that have a control; a few of them share some. */
const typesWith = (types: readonly MessageType[], property: INodeProperties) =>
	types.filter(({ properties }) => properties.includes(property)).map(({ value }) => value);

const propertiesOf = (types: readonly MessageType[]): INodeProperties[] => [
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		options: types.map(({ name, value, description }) => ({ name, value, description })),
		default: 'text',
		description: 'What to send',
	},
	...[...new Set(types.flatMap(({ properties }) => properties))].map((property) => ({
		...property,
		displayOptions: {
			show: { messageType: typesWith(types, property), ...property.displayOptions?.show },
		},
	})),
];

const elementsOf = (types: readonly MessageType[]) => (fields: Fields) => {
	const values = types.map(({ value }) => value);
	const chosen = fields.choice('messageType', 'Message Type', values);
	return types.find(({ value }) => value === chosen)!.elements(fields);
};

/** The controls that describe a message to a group: the type picker, then the fields of each type. */
export const messageProperties = propertiesOf(messageTypes);

/** The controls that describe a message to a customer or another user. */
export const customerMessageProperties = propertiesOf(customerMessageTypes);

/**
 * The `MsgBody` that the message controls of an item describe.
 *
 * @throws InvalidParameter naming the control that has to change.
 */
export const readMessage: (fields: Fields) => MessageElement[] = elementsOf(messageTypes);

/** The same, from `customerMessageProperties`. */
export const readCustomerMessage: (fields: Fields) => MessageElement[] =
	elementsOf(customerMessageTypes);
