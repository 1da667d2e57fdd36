import type { INodeProperties } from 'n8n-workflow';
import type { AttachedFile } from '../parameters/attachedFile';
import { type Fields, withoutAbsent } from '../parameters/fields';
import { fileControls, fromWeb, isFileOfItem, readFile, sourceProperty } from './fileSource';
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

/** A picture: its address, and what is known of it without the user. */
interface Picture {
	address: string;
	key?: string;
	format: number;
	size?: number;
	width?: number;
	height?: number;
}

function ofItem({ address, md5, size, picture }: AttachedFile): Picture {
	const format = (picture && formatOfEnding.get(picture.format)) ?? otherFormat;
	return { address, key: md5, format, size, width: picture?.width, height: picture?.height };
}

function ofWeb(fields: Fields): Picture {
	const address = fields.fileAddress('imageUrl', 'Image URL');
	const ending = /\.(\w+)$/.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? '';
	return { address, format: formatOfEnding.get(ending) ?? otherFormat };
}

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

function imageInfo(details: Fields, { address, size, width, height }: Picture) {
	return versions.map(({ type, prefix, label }) => {
		const measure = (name: 'Size' | 'Width' | 'Height', known = 0) =>
			// A detail that is added and left alone is 0.
			details.optionalInteger(`${prefix}${name}`, `${label} ${name}`, { min: 0 }) || known;
		const own =
			prefix === 'original'
				? undefined
				: details.optionalFileAddress(`${prefix}Url`, `${label} URL`);
		// What is known is true of the picture itself only.
		const known = own === undefined ? { size, width, height } : {};
		return {
			Type: type,
			Size: measure('Size', known.size),
			Width: measure('Width', known.width),
			Height: measure('Height', known.height),
			URL: own ?? address,
		};
	});
}

export const image: MessageType = {
	value: 'image',
	name: 'Image',
	description: 'A picture',
	properties: [
		sourceProperty,
		...fromWeb(
			addressProperty(
				'Image URL',
				'imageUrl',
				'e.g. https://example.com/photo.jpg',
				'Give its width and height in Image Details: clients lay the picture out by them, and do not know them otherwise.',
			),
		),
		...fileControls,
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
					description:
						'Told from the file of the item, or from the ending of the address, when left out',
				},
				keyProperty('uuid'),
				...versions.flatMap(versionProperties),
			].sort((a, b) => a.displayName.localeCompare(b.displayName)) as INodeProperties[],
		},
	],
	elements: (fields) => {
		const picture = isFileOfItem(fields) ? ofItem(readFile(fields)) : ofWeb(fields);
		const details = fields.collection('imageDetails', 'Image Details');
		const format = details.optionalChoice(
			'format',
			'Format',
			formats.map(({ value }) => value),
		);
		return [
			{
				MsgType: 'TIMImageElem',
				MsgContent: withoutAbsent({
					UUID: fileKey(details.optionalText('uuid', 'UUID') ?? picture.key, picture.address),
					ImageFormat: format ?? picture.format,
					ImageInfoArray: imageInfo(details, picture),
				}),
			},
		];
	},
};
