import type { BatchOperation } from '../operation';
import { entryOf, readUser, sharingUsers, tagRateLimit, userId } from './pushFields';

export const getTags: BatchOperation = {
	value: 'getTags',
	name: 'Get Tags',
	action: 'Get push tags of a user',
	description: 'Get the tags by which pushes find a user',
	documentation: 'https://trtc.io/document/34620',
	shape: 'batch',
	path: 'all_member_push/im_get_tag',
	properties: [userId],
	options: [],
	request: (fields) => ({ To_Account: [readUser(fields)] }),
	orderingKey: ({ To_Account }) => JSON.stringify(To_Account),
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	batch: sharingUsers((response, user) => entryOf(response, 'UserTags', user, { Tags: [] })),
};
