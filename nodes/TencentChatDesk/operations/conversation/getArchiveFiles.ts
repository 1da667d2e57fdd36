import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { ofArchive } from './archiveFields';

export const getArchiveFiles: ListOperation = {
	value: 'getArchiveFiles',
	name: 'Get Archive Files',
	action: 'Get files with the messages of an hour',
	description: 'Get addresses of the packed files with all messages of an hour',
	...ofArchive,
	list: {
		records: (response) => recordsIn(response, 'File'),
		nextPage: () => undefined,
	},
};
