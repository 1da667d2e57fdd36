import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { archiveProperties, archiveRateLimit, ofHour, readArchive } from './archiveFields';

export const getArchiveFiles: ListOperation = {
	value: 'getArchiveFiles',
	name: 'Get Archive Files',
	action: 'Get files with the messages of an hour',
	description: 'Get addresses of the packed files with all messages of an hour',
	documentation: 'https://trtc.io/document/34885',
	shape: 'list',
	path: 'open_msg_svc/get_history',
	properties: archiveProperties,
	options: [],
	request: readArchive,
	orderingKey: ofHour,
	retry: { policy: 'idempotent' },
	rateLimit: archiveRateLimit,
	list: {
		records: (response) => recordsIn(response, 'File'),
		nextPage: () => undefined,
	},
};
