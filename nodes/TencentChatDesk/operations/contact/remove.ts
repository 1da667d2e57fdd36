import type { BatchOperation } from '../operation';
import {
	contactProperty,
	contactResults,
	ownerProperty,
	readOwnerAndContact,
} from './contactFields';
import { deleteTypeProperty, maxFriends, readDeleteType } from './friendFields';

export const remove: BatchOperation = {
	value: 'remove',
	name: 'Remove',
	action: 'Remove a contact',
	description: 'End the friendship of two users; items of one user share calls',
	documentation: 'https://trtc.io/document/34905',
	path: 'sns/friend_delete',
	properties: [ownerProperty, contactProperty, deleteTypeProperty],
	options: [],
	request: (fields) => ({
		...readOwnerAndContact(fields),
		DeleteType: readDeleteType(fields),
	}),
	...contactResults({
		list: 'To_Account',
		results: 'ResultItem',
		maxSize: maxFriends,
		failed: 'was not removed',
		// "No such friend": all that a second call finds.
		codeOfRepeat: 31704,
		output: () => ({ removed: true }),
	}),
};
