import type { INodeProperties } from 'n8n-workflow';
import type { AttachedFile } from '../parameters/attachedFile';
import type { Fields } from '../parameters/fields';
import { InvalidParameter } from '../parameters/invalidParameter';
import {
	fileOfItem,
	fromWeb,
	isFileOfItem,
	readFile,
	readOtherFile,
	sourceProperty,
} from './fileSource';
import { addressProperty, downloadByAddress, fileKey, keyProperty, measureProperty } from './media';
import type { MessageType } from './messageType';

const stillLabel = 'Still Picture Field Name';
const stillUrl = addressProperty(
	'Still Picture URL',
	'videoThumbUrl',
	'e.g. https://example.com/tour.jpg',
	'Give its width and height in Video Details: clients lay the picture out by them, and do not know them otherwise.',
);

/** Every message with a video needs a picture that stands for it until it is played. */
const stillOfItem: INodeProperties[] = [
	{
		displayName: stillLabel,
		name: 'stillFieldName',
		type: 'string',
		default: '',
		placeholder: 'e.g. still',
		description:
			'Name of the field of the item that holds a picture to be shown until the video is played. Give either this or the address of one.',
	},
	{
		...stillUrl,
		name: 'otherStillUrl',
		required: false,
		description: 'Address of a picture on the web, where the item brings none',
	},
];

/** A video or its still picture: the address, and what is known without the user. */
type Part = Pick<AttachedFile, 'address' | 'picture' | 'seconds'> & {
	md5?: string;
	size?: number;
	format?: string;
};

/** The ending of a file as the format that Tencent wants to be told. */
const formatOf = (name: string) => /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase();

function readStill(fields: Fields): Part {
	const still = readOtherFile(fields, 'stillFieldName', stillLabel);
	const address = fields.optionalFileAddress('otherStillUrl', 'Still Picture URL');
	if (still) return { ...still, format: still.picture?.format.toUpperCase() };
	if (address !== undefined) return { address };
	throw new InvalidParameter(
		`'${stillLabel}' and 'Still Picture URL' are both empty`,
		'Clients show a picture until the video is played. Name a field of the item that holds one, or give the address of one.',
	);
}

function read(fields: Fields): { video: Part; still: Part } {
	if (isFileOfItem(fields)) {
		const file = readFile(fields);
		return { video: { ...file, format: formatOf(file.name) }, still: readStill(fields) };
	}
	return {
		video: { address: fields.fileAddress('videoUrl', 'Video URL') },
		still: { address: fields.fileAddress('videoThumbUrl', 'Still Picture URL') },
	};
}

export const video: MessageType = {
	value: 'video',
	name: 'Video',
	description: 'A video with its still picture',
	properties: [
		sourceProperty,
		...fromWeb(
			addressProperty('Video URL', 'videoUrl', 'e.g. https://example.com/tour.mp4'),
			stillUrl,
		),
		...fileOfItem(...stillOfItem),
		{
			displayName: 'Video Details',
			name: 'videoDetails',
			type: 'collection',
			placeholder: 'Add Detail',
			default: {},
			options: [
				{
					displayName: 'Still Picture Format',
					name: 'thumbFormat',
					type: 'string',
					default: 'JPG',
					placeholder: 'e.g. JPG',
					description: 'Format of the still picture',
				},
				measureProperty('Still Picture Height', 'thumbHeight', 'Height in pixels'),
				measureProperty('Still Picture Size', 'thumbSize', 'Size of the file in bytes'),
				{ ...keyProperty('thumbUuid'), displayName: 'Still Picture UUID' },
				measureProperty('Still Picture Width', 'thumbWidth', 'Width in pixels'),
				{
					displayName: 'Video Format',
					name: 'format',
					type: 'string',
					default: 'mp4',
					placeholder: 'e.g. mp4',
					description: 'Format of the video',
				},
				measureProperty('Video Length', 'seconds', 'Length in seconds'),
				measureProperty('Video Size', 'size', 'Size of the file in bytes'),
				{ ...keyProperty('uuid'), displayName: 'Video UUID' },
			],
		},
	],
	elements: (fields) => {
		const { video: file, still } = read(fields);
		const details = fields.collection('videoDetails', 'Video Details');
		const measure = (name: string, label: string, known = 0) =>
			details.optionalInteger(name, label, { min: 0 }) || known;
		const text = (name: string, label: string) => details.optionalText(name, label);
		const key = (name: string, label: string, { md5, address }: Part) =>
			fileKey(text(name, label) ?? md5, address);
		const { width, height } = still.picture ?? {};
		return [
			{
				MsgType: 'TIMVideoFileElem',
				MsgContent: {
					VideoUrl: file.address,
					VideoUUID: key('uuid', 'Video UUID', file),
					VideoSize: measure('size', 'Video Size', file.size),
					VideoSecond: measure('seconds', 'Video Length', file.seconds),
					VideoFormat: text('format', 'Video Format') ?? file.format ?? 'mp4',
					VideoDownloadFlag: downloadByAddress,
					ThumbUrl: still.address,
					ThumbUUID: key('thumbUuid', 'Still Picture UUID', still),
					ThumbSize: measure('thumbSize', 'Still Picture Size', still.size),
					ThumbWidth: measure('thumbWidth', 'Still Picture Width', width),
					ThumbHeight: measure('thumbHeight', 'Still Picture Height', height),
					ThumbFormat: text('thumbFormat', 'Still Picture Format') ?? still.format ?? 'JPG',
					ThumbDownloadFlag: downloadByAddress,
				},
			},
		];
	},
};
