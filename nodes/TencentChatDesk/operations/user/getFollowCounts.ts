import type { BatchOperation } from '../operation';
import { contactResults, readContact } from '../contact/contactFields';
import { followedProperty, followerProperty, maxFollowed } from './followFields';

export const getFollowCounts: BatchOperation = {
	value: 'getFollowCounts',
	name: 'Get Follow Counts',
	action: 'Get follow counts of a user',
	description: 'Count the followers of a user, whom the user follows, and both',
	documentation: 'https://trtc.io/document/70350',
	path: 'follow/follow_get_info',
	properties: [
		{
			...followerProperty,
			description: 'User ID of the user to count for; items share calls',
		},
		{
			...followedProperty,
			displayName: 'Asking User ID',
			description: 'User ID of the user in whose name the call is made',
		},
	],
	options: [],
	request: (fields) => ({
		From_Account: readContact(fields, 'Asking User ID'),
		To_Account: [fields.id('userId', 'User ID')],
	}),
	...contactResults({
		list: 'To_Account',
		results: 'FollowInfo',
		maxSize: maxFollowed,
		failed: 'could not be counted',
	}),
};
