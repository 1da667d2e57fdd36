import type { Fields } from '../parameters/fields';
import { deskElement } from './desk/deskElement';
import { inDeskOnly, shownBy } from './desk/shownBy';
import type { MessageType } from './messageType';

/** Code of an order among Desk's own messages. */
const orderSource = '28';

const rowsLabel = 'Order Details';

/** Three texts a row, as newer clients draw them side by side. */
const readRows = (fields: Fields) =>
	fields.rows('orderDetails', 'details', rowsLabel).map((row) => ({
		name: row.text('name', `${rowsLabel}: Name`),
		value: row.optionalText('value', `${rowsLabel}: Value`) ?? '',
		customerValue: row.optionalText('customerValue', `${rowsLabel}: Second Value`) ?? '',
	}));

/** An order among the message types. */
export const order: MessageType = {
	value: 'order',
	name: 'Order',
	description: `An order with a picture and details. ${shownBy.fewClients}.`,
	properties: [
		{
			displayName: 'Order Name',
			name: 'orderName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Blue mug, 2 pieces',
			description: `What was ordered. ${shownBy.fewClients}. ${inDeskOnly}.`,
		},
		{
			displayName: 'Order Guide',
			name: 'orderGuide',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order 4711',
			description: 'The line on top of the order',
		},
		{
			displayName: 'Order Description',
			name: 'orderDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. 25.00 EUR',
			description: 'Text below the name, such as the price',
		},
		{
			displayName: 'Order Picture URL',
			name: 'orderPictureUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/mug.jpg',
			description: 'Address of the picture of the order',
		},
		{
			displayName: rowsLabel,
			name: 'orderDetails',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Detail',
			default: {},
			description: 'Rows below the order. Only newer uni-app clients draw them.',
			options: [
				{
					displayName: 'Details',
					name: 'details',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							required: true,
							placeholder: 'e.g. Status',
							description: 'What the row is about',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. Shipped',
							description: 'What there is to say about it',
						},
						{
							displayName: 'Second Value',
							name: 'customerValue',
							type: 'string',
							default: '',
							placeholder: 'e.g. DHL 123',
							description: 'A further text of the row',
						},
					],
				},
			],
		},
	],
	elements(fields) {
		const name = fields.text('orderName', 'Order Name');
		const guide = fields.optionalText('orderGuide', 'Order Guide') ?? '';
		const desc = fields.optionalText('orderDescription', 'Order Description') ?? '';
		const pic = fields.optionalText('orderPictureUrl', 'Order Picture URL') ?? '';
		const rows = readRows(fields);
		const customField = rows.length > 0 ? { customField: rows } : {};
		const content = { guide, name, desc, pic, ...customField };
		return [deskElement(orderSource, content, [guide, name, desc])];
	},
};
