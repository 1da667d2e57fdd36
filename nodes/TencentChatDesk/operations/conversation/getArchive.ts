import type { IDataObject } from 'n8n-workflow';
import { isObject, parseReceived } from '../../parameters/json';
import { messageReading } from '../shared/messageReading';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { ofArchive } from './archiveFields';

const field = 'Messages';

/** A line of an archive file holds one message, with a comma behind it unless it is the last. */
function messageIn(line: string): IDataObject | undefined {
	const text = line.trim().replace(/,$/, '');
	const value = text.startsWith('{') && text.endsWith('}') ? parseReceived(text) : undefined;
	return isObject(value) && value.MsgBody !== undefined ? value : undefined;
}

/** A message as it came, and what it says, under the names of the trigger's items. */
const flattened = (message: IDataObject): IDataObject => ({
	...message,
	// Elsewhere this field has a capital S.
	MsgTimeStamp: message.MsgTimestamp ?? message.MsgTimeStamp,
	...messageReading(message.MsgBody),
});

export const getArchive: ListOperation = {
	value: 'getArchive',
	name: 'Get Archive',
	action: 'Get all messages of an hour',
	description:
		'Download the archive of an hour and return its messages, an item for each. Archives are kept for seven days.',
	...ofArchive,
	list: {
		files: {
			field,
			addresses: (response) => recordsIn(response, 'File').map(({ URL }) => String(URL)),
			record: messageIn,
			isEnd: (line) => line.trim() === ']}',
		},
		records: (response) => recordsIn(response, field).map(flattened),
		nextPage: () => undefined,
	},
};
