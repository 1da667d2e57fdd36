import type { BatchOperation } from '../operation';
import {
	contactProperty,
	contactResults,
	ownerProperty,
	readOwnerAndContact,
} from './contactFields';
import { maxFriends } from './friendFields';

export const unblock: BatchOperation = {
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock a user',
	description: 'Take somebody off the block list of a user; items of one user share calls',
	documentation: 'https://trtc.io/document/34912',
	path: 'sns/black_list_delete',
	properties: [ownerProperty, contactProperty],
	options: [],
	request: (fields) => readOwnerAndContact(fields),
	...contactResults({
		list: 'To_Account',
		results: 'ResultItem',
		maxSize: maxFriends,
		failed: 'was not unblocked',
		output: () => ({ blocked: false }),
	}),
};
