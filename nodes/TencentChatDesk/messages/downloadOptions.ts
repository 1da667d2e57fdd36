import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../parameters/fields';
import { type ImageSize, imageSizes } from './remoteFiles';

const maxMegabytes = 100;
const defaultMegabytes = 20;

const shown = { show: { downloadFiles: [true] } };

/** Options by which the files of messages come to the items. */
export const downloadOptions: INodeProperties[] = [
	{
		displayName: 'Download Files',
		name: 'downloadFiles',
		type: 'boolean',
		default: false,
		description:
			'Whether to load pictures, files, sounds and videos of the messages into the items. The first one is in <code>data</code>, the next in <code>data1</code>; <code>files</code> says what was loaded, and what could not be.',
	},
	{
		displayName: 'Image Size',
		name: 'imageSize',
		type: 'options',
		options: [
			{ name: 'Large', value: 'large', description: 'Made for screens' },
			{ name: 'Original', value: 'original', description: 'As it was sent' },
			{ name: 'Thumbnail', value: 'thumbnail', description: 'A small preview' },
		],
		default: 'original',
		displayOptions: shown,
		description: 'Which version of a picture is loaded',
	},
	{
		displayName: 'Max File Size (MB)',
		name: 'maxFileSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: maxMegabytes, numberPrecision: 0 },
		default: defaultMegabytes,
		displayOptions: shown,
		description: 'Larger files are left where they are, and the item says so',
	},
];

/** What is loaded of a message. */
export interface DownloadSettings {
	imageSize: ImageSize;
	/** Bytes. */
	maxSize: number;
}

/** Undefined where nothing is to be loaded. */
export function readDownload(options: Fields): DownloadSettings | undefined {
	const isWanted = options.optionalBoolean('downloadFiles', 'Download Files') ?? false;
	const sizes = Object.keys(imageSizes) as ImageSize[];
	const imageSize = options.optionalChoice('imageSize', 'Image Size', sizes) ?? 'original';
	const range = { min: 1, max: maxMegabytes };
	const megabytes =
		options.optionalInteger('maxFileSize', 'Max File Size (MB)', range) ?? defaultMegabytes;
	return isWanted ? { imageSize, maxSize: megabytes * 1024 * 1024 } : undefined;
}
