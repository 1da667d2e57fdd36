import { addressProperty, downloadByAddress, fileKey, keyProperty, measureProperty } from './media';
import type { MessageType } from './messageType';

export const video: MessageType = {
	value: 'video',
	name: 'Video',
	description: 'A video with its still picture, by their addresses',
	properties: [
		addressProperty('Video URL', 'videoUrl', 'e.g. https://example.com/tour.mp4'),
		addressProperty(
			'Still Picture URL',
			'videoThumbUrl',
			'e.g. https://example.com/tour.jpg',
			'Give its width and height in Video Details: clients lay the picture out by them, and do not know them otherwise.',
		),
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
		const address = fields.fileAddress('videoUrl', 'Video URL');
		const still = fields.fileAddress('videoThumbUrl', 'Still Picture URL');
		const details = fields.collection('videoDetails', 'Video Details');
		const measure = (name: string, label: string) =>
			details.optionalInteger(name, label, { min: 0 }) ?? 0;
		return [
			{
				MsgType: 'TIMVideoFileElem',
				MsgContent: {
					VideoUrl: address,
					VideoUUID: fileKey(details.optionalText('uuid', 'Video UUID'), address),
					VideoSize: measure('size', 'Video Size'),
					VideoSecond: measure('seconds', 'Video Length'),
					VideoFormat: details.optionalText('format', 'Video Format') ?? 'mp4',
					VideoDownloadFlag: downloadByAddress,
					ThumbUrl: still,
					ThumbUUID: fileKey(details.optionalText('thumbUuid', 'Still Picture UUID'), still),
					ThumbSize: measure('thumbSize', 'Still Picture Size'),
					ThumbWidth: measure('thumbWidth', 'Still Picture Width'),
					ThumbHeight: measure('thumbHeight', 'Still Picture Height'),
					ThumbFormat: details.optionalText('thumbFormat', 'Still Picture Format') ?? 'JPG',
					ThumbDownloadFlag: downloadByAddress,
				},
			},
		];
	},
};
