import { withoutAbsent } from '../../parameters/fields';
import { roomMessage, senderProperty } from '../shared/live';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const sendText: SingleOperation = {
	value: 'sendText',
	name: 'Send Text Message',
	action: 'Send a text message to a live room',
	description: 'Send a text message to everyone in a live room',
	documentation: 'https://trtc.io/document/74353',
	...roomMessage,
	path: 'live_engine_http_srv/send_text_msg',
	properties: [
		room,
		senderProperty,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. We start in five minutes',
			description: 'What the audience reads',
		},
	],
	options: [
		{
			displayName: 'Extension Info',
			name: 'extensionInfo',
			type: 'string',
			default: '',
			placeholder: 'e.g. {"data": 1, "value": 2}',
			description:
				'Custom JSON that is stored with the message and reaches the audience as custom data',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			RoomId: readRoom(fields),
			Sender_Account: fields.id('senderAccount', 'Sender User ID'),
			TextContent: fields.text('text', 'Text'),
			ExtensionInfo: options.optionalJsonText('extensionInfo', 'Extension Info'),
		});
	},
};
