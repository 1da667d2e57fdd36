import type { MessageType } from './messageType';

export const face: MessageType = {
	value: 'face',
	name: 'Face',
	description: "A sticker of your app's own set. Ordinary emoji go into a text.",
	properties: [
		{
			displayName: 'Face Index',
			name: 'faceIndex',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 0,
			required: true,
			description: 'Number of the sticker; your app defines what it shows',
		},
		{
			displayName: 'Face Data',
			name: 'faceData',
			type: 'string',
			default: '',
			placeholder: 'e.g. thumbs_up',
			description: 'Additional data for your app, such as the name of the sticker',
		},
	],
	elements: (fields) => [
		{
			MsgType: 'TIMFaceElem',
			MsgContent: {
				Index: fields.integer('faceIndex', 'Face Index', { min: 0 }),
				Data: fields.optionalText('faceData', 'Face Data') ?? '',
			},
		},
	],
};
