import type { INodeProperties } from 'n8n-workflow';
import { type Fields, withoutAbsent } from '../parameters/fields';
import { addressProperty, fileKey, keyProperty, measureProperty } from './media';
import type { MessageType } from './messageType';

const formats = [
	{ name: 'BMP', value: 4 },
	{ name: 'GIF', value: 2 },
	{ name: 'JPG', value: 1 },
	{ name: 'Other', value: 255 },
	{ name: 'PNG', value: 3 },
];
const otherFormat = 255;
const formatOfEnding = new Map([
	['jpg', 1],
	['jpeg', 1],
	['gif', 2],
	['png', 3],
	['bmp', 4],
]);

/** The three versions that clients choose from; a version without an address of its own is left out. */
const versions = [
	{ type: 1, prefix: 'original', label: 'Original' },
	{ type: 2, prefix: 'large', label: 'Large' },
	{ type: 3, prefix: 'thumbnail', label: 'Thumbnail' },
] as const;

function versionProperties({ prefix, label }: (typeof versions)[number]): INodeProperties[] {
	const measures = [
		measureProperty(`${label} Height`, `${prefix}Height`, 'Height in pixels'),
		measureProperty(`${label} Size`, `${prefix}Size`, 'Size of the file in bytes'),
		measureProperty(`${label} Width`, `${prefix}Width`, 'Width in pixels'),
	];
	if (prefix === 'original') return measures;
	return [
		...measures,
		{
			displayName: `${label} URL`,
			name: `${prefix}Url`,
			type: 'string',
			default: '',
			placeholder: `e.g. https://example.com/${prefix}.jpg`,
			description: `Address of a ${label.toLowerCase()} version. The image itself is used when left empty.`,
		},
	];
}

function imageInfo(details: Fields, address: string) {
	return versions.map(({ type, prefix, label }) => ({
		Type: type,
		Size: details.optionalInteger(`${prefix}Size`, `${label} Size`, { min: 0 }) ?? 0,
		Width: details.optionalInteger(`${prefix}Width`, `${label} Width`, { min: 0 }) ?? 0,
		Height: details.optionalInteger(`${prefix}Height`, `${label} Height`, { min: 0 }) ?? 0,
		URL:
			(prefix === 'original'
				? undefined
				: details.optionalFileAddress(`${prefix}Url`, `${label} URL`)) ?? address,
	}));
}

export const image: MessageType = {
	value: 'image',
	name: 'Image',
	description: 'A picture, by its address',
	properties: [
		addressProperty(
			'Image URL',
			'imageUrl',
			'e.g. https://example.com/photo.jpg',
			'Give its width and height in Image Details: clients lay the picture out by them, and do not know them otherwise.',
		),
		{
			displayName: 'Image Details',
			name: 'imageDetails',
			type: 'collection',
			placeholder: 'Add Detail',
			default: {},
			options: [
				{
					displayName: 'Format',
					name: 'format',
					type: 'options',
					options: formats,
					default: otherFormat,
					description: 'Told from the ending of the address when left out',
				},
				keyProperty('uuid'),
				...versions.flatMap(versionProperties),
			].sort((a, b) => a.displayName.localeCompare(b.displayName)) as INodeProperties[],
		},
	],
	elements: (fields) => {
		const address = fields.fileAddress('imageUrl', 'Image URL');
		const details = fields.collection('imageDetails', 'Image Details');
		const ending = /\.(\w+)$/.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? '';
		const format = details.optionalChoice(
			'format',
			'Format',
			formats.map(({ value }) => value),
		);
		return [
			{
				MsgType: 'TIMImageElem',
				MsgContent: withoutAbsent({
					UUID: fileKey(details.optionalText('uuid', 'UUID'), address),
					ImageFormat: format ?? formatOfEnding.get(ending) ?? otherFormat,
					ImageInfoArray: imageInfo(details, address),
				}),
			},
		];
	},
};
