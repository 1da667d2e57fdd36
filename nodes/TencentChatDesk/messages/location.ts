import type { MessageType } from './messageType';

export const location: MessageType = {
	value: 'location',
	name: 'Location',
	description: 'A place on the map',
	properties: [
		{
			displayName: 'Latitude',
			name: 'locationLatitude',
			type: 'number',
			typeOptions: { minValue: -90, maxValue: 90, numberPrecision: 8 },
			default: '',
			required: true,
			placeholder: 'e.g. 22.5405',
			description: 'Degrees north of the equator, negative in the south',
		},
		{
			displayName: 'Longitude',
			name: 'locationLongitude',
			type: 'number',
			typeOptions: { minValue: -180, maxValue: 180, numberPrecision: 8 },
			default: '',
			required: true,
			placeholder: 'e.g. 113.9345',
			description: 'Degrees east of Greenwich, negative in the west',
		},
		{
			displayName: 'Place Description',
			name: 'locationDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. Our shop at the harbour',
			description: 'What the recipient reads with the place',
		},
	],
	elements: (fields) => [
		{
			MsgType: 'TIMLocationElem',
			MsgContent: {
				Desc: fields.optionalText('locationDescription', 'Place Description') ?? '',
				Latitude: fields.number('locationLatitude', 'Latitude', { min: -90, max: 90 }),
				Longitude: fields.number('locationLongitude', 'Longitude', { min: -180, max: 180 }),
			},
		},
	],
};
