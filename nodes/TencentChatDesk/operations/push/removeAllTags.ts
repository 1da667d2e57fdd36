import { sent } from '../shared/responses';
import type { Operation } from '../operation';
import { inTurn, readUser, sharingUsers, tagRateLimit, userId } from './pushFields';

export const removeAllTags: Operation = {
	value: 'removeAllTags',
	name: 'Remove All Tags',
	action: 'Remove all push tags from a user',
	description: 'Remove every tag of a user',
	documentation: 'https://trtc.io/document/34620',
	path: 'all_member_push/im_remove_all_tags',
	properties: [userId],
	options: [],
	request: (fields) => ({ To_Account: [readUser(fields)] }),
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	batch: sharingUsers((_answer, user) => ({ To_Account: user, Tags: [] })),
	interpret: (answer) => sent(answer, {}),
};
