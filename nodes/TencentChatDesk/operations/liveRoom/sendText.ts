import type { IDataObject } from 'n8n-workflow';
import { withoutAbsent } from '../../fields';
import { messageBytes, payload } from '../common';
import { room } from '../locators';
import type { Operation } from '../operation';

/** The only reason that is documented: the room got more messages than it may. */
const tooFrequent = 'MsgFreqCtrl';

function responseOf(answer: IDataObject): IDataObject {
	const { Response: response } = answer;
	return typeof response === 'object' && response !== null && !Array.isArray(response)
		? (response as IDataObject)
		: {};
}

export const sendText: Operation = {
	value: 'sendText',
	name: 'Send Text Message',
	action: 'Send a text message to a live room',
	description: 'Send a text message to everyone in a live room',
	documentation: 'https://trtc.io/document/74353',
	path: 'live_engine_http_srv/send_text_msg',
	properties: [
		room,
		{
			displayName: 'Sender Account',
			name: 'senderAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. user1',
			description: 'UserID that the audience sees as sender',
		},
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
				'JSON of your own that is stored with the message and reaches the audience as custom data',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			RoomId: fields.id('roomId', 'Room'),
			Sender_Account: fields.id('senderAccount', 'Sender Account'),
			TextContent: fields.text('text', 'Text'),
			ExtensionInfo: options.optionalJsonText('extensionInfo', 'Extension Info'),
		});
	},
	conversation: ({ RoomId }) => JSON.stringify([RoomId]),
	// No field tells a copy from a second message: a repeat could show the text twice.
	repeat: { rule: 'onlyIfNothingDone' },
	pace: { usual: 100, documentedLimit: 200 },
	largestBody: messageBytes,
	meaning(answer, { RoomId, Sender_Account }) {
		const { Response: _response, ...rest } = payload(answer);
		const response = responseOf(answer);
		const { MsgDropReason: dropReason, ...message } = response;
		// ErrorCode is 0 for a dropped message too; the field is empty unless it was dropped.
		if (typeof dropReason === 'string' && dropReason !== '') {
			return {
				done: false,
				kind: dropReason === tooFrequent ? 'frequency' : 'permanent',
				message: `The live room dropped the message (${dropReason})`,
				advice:
					"The room receives more messages than it may, so nobody saw this one. Send it again later, or lower 'Requests per Second' in the options.",
				data: { ...rest, ...response },
			};
		}
		return { done: true, output: { RoomId, Sender_Account, ...rest, ...message } };
	},
};
