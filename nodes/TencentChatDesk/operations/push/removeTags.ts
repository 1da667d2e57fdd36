import { sent } from '../common';
import type { Operation } from '../operation';
import { inTurn, readUser, requiredTags, sharingEntries, tagPace, tags, userId } from './common';

export const removeTags: Operation = {
	value: 'removeTags',
	name: 'Remove Tags',
	action: 'Remove push tags from a user',
	description: 'Remove tags of a user',
	documentation: 'https://trtc.io/document/34620',
	path: 'all_member_push/im_remove_tag',
	properties: [userId, tags],
	options: [],
	request: (fields) => ({
		UserTags: [{ To_Account: readUser(fields), Tags: requiredTags(fields) }],
	}),
	conversation: inTurn,
	repeat: { rule: 'idempotent' },
	pace: tagPace,
	shared: sharingEntries('UserTags'),
	meaning: (answer) => sent(answer, {}),
};
