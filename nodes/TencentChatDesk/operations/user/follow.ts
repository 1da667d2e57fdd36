import type { BatchOperation } from '../operation';
import { contactResults, readContact, readOwner } from '../contact/contactFields';
import { followedProperty, followerProperty, maxFollowed, otherLabel } from './followFields';

export const follow: BatchOperation = {
	value: 'follow',
	name: 'Follow',
	action: 'Follow a user',
	description: 'Make a user follow another one; items of one user share calls',
	documentation: 'https://trtc.io/document/70345',
	path: 'follow/follow_add',
	properties: [followerProperty, followedProperty],
	options: [],
	request: (fields) => ({
		From_Account: readOwner(fields),
		FollowItem: [{ To_Account: readContact(fields, otherLabel) }],
	}),
	...contactResults({
		list: 'FollowItem',
		results: 'ResultItem',
		maxSize: maxFollowed,
		failed: 'is not followed',
		output: () => ({ followed: true }),
	}),
};
