import type { BatchOperation } from '../operation';
import { entryOf, readUser, sharingUsers, tagRateLimit, userId } from './pushFields';

export const getAttributes: BatchOperation = {
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get push attributes of a user',
	description: 'Get the attributes by which pushes find a user',
	documentation: 'https://trtc.io/document/34620',
	shape: 'batch',
	path: 'all_member_push/im_get_attr',
	properties: [userId],
	options: [],
	request: (fields) => ({ To_Account: [readUser(fields)] }),
	orderingKey: ({ To_Account }) => JSON.stringify(To_Account),
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	batch: sharingUsers((response, user) => entryOf(response, 'UserAttrs', user, { Attrs: {} })),
};
