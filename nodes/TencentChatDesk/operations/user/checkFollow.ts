import type { BatchOperation } from '../operation';
import { contactResults, readOwnerAndContact } from '../contact/contactFields';
import { followedProperty, followerProperty, otherLabel } from './followFields';

/** T-70349. */
const maxChecked = 100;

export const checkFollow: BatchOperation = {
	value: 'checkFollow',
	name: 'Check Follow',
	action: 'Check who of two users follows the other',
	description:
		'Find out whether two users follow each other. FollowType is 0 for neither, 1 and 2 for one of them, 3 for both.',
	documentation: 'https://trtc.io/document/70349',
	path: 'follow/follow_check',
	properties: [followerProperty, followedProperty],
	options: [],
	request: (fields) => readOwnerAndContact(fields, otherLabel),
	...contactResults({
		list: 'To_Account',
		results: 'ResultItem',
		maxSize: maxChecked,
		failed: 'could not be checked',
	}),
};
