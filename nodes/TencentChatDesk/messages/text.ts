import type { MessageType } from './messageType';

export const text: MessageType = {
	value: 'text',
	name: 'Text',
	description: 'Plain text, emoji included',
	properties: [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. Hello, how can we help you?',
			description: 'What the recipient reads',
			builderHint: {
				propertyHint:
					'The words of the message. In a tool of an AI agent, this is the parameter to leave to the model.',
			},
		},
	],
	elements: (fields) => [
		{ MsgType: 'TIMTextElem', MsgContent: { Text: fields.text('text', 'Text') } },
	],
};
