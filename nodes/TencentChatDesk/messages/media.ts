import { createHash } from 'crypto';
import type { INodeProperties } from 'n8n-workflow';

/** Media sent through the REST API is downloaded from its address: the only documented value. */
export const downloadByAddress = 2;

const reachableFile =
	'Address of a file that is on the web. It has to stay reachable for those who get the message.';

/**
 * The control for a media address.
 *
 * @param more sentences of its description
 */
export function addressProperty(
	displayName: string,
	name: string,
	placeholder: string,
	...more: string[]
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		required: true,
		placeholder,
		description: [reachableFile, ...more].join(' '),
	};
}

/**
 * The key by which clients tell files apart. Tencent suggests the MD5 of the file, which is not at
 * hand here: without one, the address stands for the file.
 */
export function fileKey(given: string | undefined, address: string): string {
	return given ?? createHash('sha256').update(address).digest('hex').slice(0, 32);
}

/** The control for `fileKey`. */
export function keyProperty(name: string): INodeProperties {
	return {
		displayName: 'UUID',
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. 1053D4B3D61040894AE3DE44CDF28B3E',
		description:
			'Key by which clients tell files apart, usually the MD5 of the file. When left empty it is the MD5 of a file of the item, or made from a web address.',
	};
}

/** The control for a size, a length or a measure. */
export function measureProperty(
	displayName: string,
	name: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description,
	};
}
