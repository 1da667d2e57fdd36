import type { Fields } from '../parameters/fields';
import { fileControls, fromWeb, isFileOfItem, readFile, sourceProperty } from './fileSource';
import { addressProperty, downloadByAddress, fileKey, keyProperty, measureProperty } from './media';
import type { MessageType } from './messageType';

/** The sound's address, and what is known of it without the user. */
function read(fields: Fields) {
	if (isFileOfItem(fields)) return readFile(fields);
	const address = fields.fileAddress('soundUrl', 'Sound URL');
	return { address, md5: undefined, size: 0, seconds: 0 };
}

export const sound: MessageType = {
	value: 'sound',
	name: 'Sound',
	description: 'A voice message or other sound',
	properties: [
		sourceProperty,
		...fromWeb(addressProperty('Sound URL', 'soundUrl', 'e.g. https://example.com/greeting.mp3')),
		...fileControls,
		measureProperty(
			'Sound Length',
			'soundSeconds',
			'Length in seconds; told from M4A and WAV files of the item when left at 0',
		),
		measureProperty('Sound Size', 'soundSize', 'Size of the file in bytes'),
		keyProperty('soundUuid'),
	],
	elements: (fields) => {
		const { address, md5, size, seconds } = read(fields);
		const measure = (name: string, label: string) =>
			fields.optionalInteger(name, label, { min: 0 });
		return [
			{
				MsgType: 'TIMSoundElem',
				MsgContent: {
					Url: address,
					UUID: fileKey(fields.optionalText('soundUuid', 'UUID') ?? md5, address),
					Size: measure('soundSize', 'Sound Size') || size,
					Second: measure('soundSeconds', 'Sound Length') || (seconds ?? 0),
					Download_Flag: downloadByAddress,
				},
			},
		];
	},
};
