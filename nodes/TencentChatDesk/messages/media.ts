import { createHash } from 'crypto';
import type { INodeProperties } from 'n8n-workflow';
import { BadInput } from '../badInput';
import type { Fields } from '../fields';

/** Media sent through the REST API is downloaded from its address: the only documented value. */
export const downloadByAddress = 2;

const addressHint =
	'The API takes the address of a file that is already on the web, not the file itself.';

/** The control for a media address. */
export function addressProperty(
	displayName: string,
	name: string,
	placeholder: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		required: true,
		placeholder,
		description: `${addressHint} It has to stay reachable for the people who receive the message`,
	};
}

/** An address that a receiver's app can download from. */
export function readAddress(fields: Fields, name: string, label: string): string {
	const address = fields.text(name, label).trim();
	if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) {
		throw new BadInput(
			`'${label}' is not a web address`,
			`It has to start with https:// or http://. ${addressHint} Upload the file first and pass its address.`,
		);
	}
	return address;
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
			'Key by which clients tell files apart, usually the MD5 of the file. Made from the address when left empty.',
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
