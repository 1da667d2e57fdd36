import type { BatchOperation } from '../operation';
import { contactResults, readOwnerAndContact } from '../contact/contactFields';
import { followedProperty, followerProperty, maxFollowed, otherLabel } from './followFields';

export const unfollow: BatchOperation = {
	value: 'unfollow',
	name: 'Unfollow',
	action: 'Unfollow a user',
	description: 'Make a user stop following another one; items of one user share calls',
	documentation: 'https://trtc.io/document/70346',
	path: 'follow/follow_delete',
	properties: [followerProperty, followedProperty],
	options: [],
	request: (fields) => readOwnerAndContact(fields, otherLabel),
	...contactResults({
		list: 'To_Account',
		results: 'ResultItem',
		maxSize: maxFollowed,
		failed: 'may still be followed',
		output: () => ({ followed: false }),
	}),
};
