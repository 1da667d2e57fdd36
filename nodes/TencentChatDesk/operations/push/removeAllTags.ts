import { irreversible } from '../shared/irreversible';
import type { BatchOperation } from '../operation';
import { inTurn, readUser, sharingUsers, tagRateLimit, userId } from './pushFields';
import { pushApi, pushCommand } from './pushApi';

export const removeAllTags: BatchOperation = {
	value: 'removeAllTags',
	name: 'Remove All Tags',
	action: 'Remove all push tags from a user',
	description: 'Remove every tag of a user',
	documentation: 'https://trtc.io/document/60570',
	shape: 'batch',
	...pushCommand('im_remove_all_tags', 'clear_all_tags'),
	properties: [irreversible('The user loses every tag.'), ...pushApi, userId],
	options: [],
	request: (fields) => ({ To_Account: [readUser(fields)] }),
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	batch: sharingUsers((_answer, user) => ({ To_Account: user, Tags: [] })),
};
