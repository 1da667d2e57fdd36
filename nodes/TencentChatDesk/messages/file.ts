import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../parameters/fields';
import { fileOfItem, fromWeb, isFileOfItem, readFile, sourceProperty } from './fileSource';
import { addressProperty, downloadByAddress, fileKey, keyProperty, measureProperty } from './media';
import type { MessageType } from './messageType';

const nameProperty: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. invoice.pdf',
	description: 'Name that the recipient sees',
};

/** A name that the user may give in place of the file's own. */
const otherName: INodeProperties = {
	...nameProperty,
	name: 'shownFileName',
	required: false,
	description: "Name that the recipient sees; the file's own when left empty",
};

/** The file, with what the user says of it. */
function read(fields: Fields) {
	const size = fields.optionalInteger('fileSize', 'File Size', { min: 0 });
	const key = fields.optionalText('fileUuid', 'UUID');
	if (!isFileOfItem(fields)) {
		const address = fields.fileAddress('fileUrl', 'File URL');
		return { address, key, size: size ?? 0, name: fields.text('fileName', 'File Name') };
	}
	const file = readFile(fields);
	const name = fields.optionalText('shownFileName', 'File Name') ?? file.name;
	return { address: file.address, key: key ?? file.md5, size: size || file.size, name };
}

export const file: MessageType = {
	value: 'file',
	name: 'File',
	description: 'A document or any other file',
	properties: [
		sourceProperty,
		...fromWeb(
			addressProperty('File URL', 'fileUrl', 'e.g. https://example.com/invoice.pdf'),
			nameProperty,
		),
		...fileOfItem(otherName),
		measureProperty('File Size', 'fileSize', 'Size of the file in bytes'),
		keyProperty('fileUuid'),
	],
	elements: (fields) => {
		const { address, key, size, name } = read(fields);
		return [
			{
				MsgType: 'TIMFileElem',
				MsgContent: {
					Url: address,
					UUID: fileKey(key, address),
					FileSize: size,
					FileName: name,
					Download_Flag: downloadByAddress,
				},
			},
		];
	},
};
