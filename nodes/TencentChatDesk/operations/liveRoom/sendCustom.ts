import { roomMessage, senderProperty } from '../shared/live';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const sendCustom: SingleOperation = {
	value: 'sendCustom',
	name: 'Send Custom Message',
	action: 'Send a custom message to a live room',
	description: 'Send custom data to the clients of everyone in a live room',
	documentation: 'https://cloud.tencent.com/document/product/647/124709',
	...roomMessage,
	path: 'live_engine_http_srv/send_custom_msg',
	properties: [
		room,
		senderProperty,
		{
			displayName: 'Business ID',
			name: 'businessId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. flash_sale',
			description: 'Name by which your client tells what kind of data this is',
		},
		{
			displayName: 'Data',
			name: 'data',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. {"product": 4711, "price": 9.9}',
			description: 'What your client gets. An object from an expression is sent as its JSON text.',
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		Sender_Account: fields.id('senderAccount', 'Sender User ID'),
		BusinessId: fields.id('businessId', 'Business ID', { kind: 'word' }),
		Data: fields.textOrJson('data', 'Data'),
	}),
};
