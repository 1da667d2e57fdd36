import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { conversationRateLimit, ofOwner, ownerProperty, readOwner } from './conversationFields';
import { withFolderNames } from './folders';

export const getGroups: ListOperation = {
	value: 'getGroups',
	name: 'Get Grouped',
	action: 'Get grouped and marked conversations of a user',
	description: 'List the conversations of a user that are in a folder or carry a mark',
	documentation: 'https://trtc.io/document/53440',
	shape: 'list',
	path: 'recentcontact/get_contact_group',
	properties: [ownerProperty],
	options: [],
	request: (fields) => ({ From_Account: readOwner(fields), StartIndex: 0 }),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: conversationRateLimit,
	list: {
		records: (response) =>
			recordsIn(response, 'ContactItem').map((record) => withFolderNames(record, response)),
		nextPage: ({ CompleteFlag, NextStartIndex }, body) =>
			CompleteFlag === 0 ? { ...body, StartIndex: NextStartIndex } : undefined,
	},
};
