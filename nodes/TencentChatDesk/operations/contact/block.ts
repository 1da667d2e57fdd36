import type { BatchOperation } from '../operation';
import {
	contactProperty,
	contactResults,
	ownerProperty,
	readOwnerAndContact,
} from './contactFields';
import { maxFriends } from './friendFields';

export const block: BatchOperation = {
	value: 'block',
	name: 'Block',
	action: 'Block a user',
	description:
		'Put somebody on the block list of a user, who then gets no messages from them; a friendship of the two ends',
	documentation: 'https://trtc.io/document/34911',
	path: 'sns/black_list_add',
	properties: [ownerProperty, contactProperty],
	options: [],
	request: (fields) => readOwnerAndContact(fields),
	...contactResults({
		list: 'To_Account',
		results: 'ResultItem',
		maxSize: maxFriends,
		failed: 'was not blocked',
		output: () => ({ blocked: true }),
	}),
};
