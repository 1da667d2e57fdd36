import { addressProperty, downloadByAddress, fileKey, keyProperty, measureProperty } from './media';
import type { MessageType } from './messageType';

export const sound: MessageType = {
	value: 'sound',
	name: 'Sound',
	description: 'A voice message or other sound, by its address',
	properties: [
		addressProperty('Sound URL', 'soundUrl', 'e.g. https://example.com/greeting.mp3'),
		measureProperty('Sound Length', 'soundSeconds', 'Length in seconds'),
		measureProperty('Sound Size', 'soundSize', 'Size of the file in bytes'),
		keyProperty('soundUuid'),
	],
	elements: (fields) => {
		const address = fields.fileAddress('soundUrl', 'Sound URL');
		return [
			{
				MsgType: 'TIMSoundElem',
				MsgContent: {
					Url: address,
					UUID: fileKey(fields.optionalText('soundUuid', 'UUID'), address),
					Size: fields.optionalInteger('soundSize', 'Sound Size', { min: 0 }) ?? 0,
					Second: fields.optionalInteger('soundSeconds', 'Sound Length', { min: 0 }) ?? 0,
					Download_Flag: downloadByAddress,
				},
			},
		];
	},
};
