import { addressProperty, downloadByAddress, fileKey, keyProperty, measureProperty } from './media';
import type { MessageType } from './messageType';

export const file: MessageType = {
	value: 'file',
	name: 'File',
	description: 'A document or any other file, by its address',
	properties: [
		addressProperty('File URL', 'fileUrl', 'e.g. https://example.com/invoice.pdf'),
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. invoice.pdf',
			description: 'Name that the recipient sees',
		},
		measureProperty('File Size', 'fileSize', 'Size of the file in bytes'),
		keyProperty('fileUuid'),
	],
	elements: (fields) => {
		const address = fields.fileAddress('fileUrl', 'File URL');
		return [
			{
				MsgType: 'TIMFileElem',
				MsgContent: {
					Url: address,
					UUID: fileKey(fields.optionalText('fileUuid', 'UUID'), address),
					FileSize: fields.optionalInteger('fileSize', 'File Size', { min: 0 }) ?? 0,
					FileName: fields.text('fileName', 'File Name'),
					Download_Flag: downloadByAddress,
				},
			},
		];
	},
};
