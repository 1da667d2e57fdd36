import type { BatchOperation } from '../operation';
import { entryOf, sharingUsers, userRead } from './pushFields';

export const getTags: BatchOperation = {
	value: 'getTags',
	name: 'Get Tags',
	action: 'Get push tags of a user',
	description: 'Get the tags by which pushes find a user',
	documentation: 'https://trtc.io/document/37172',
	...userRead,
	path: 'all_member_push/im_get_tag',
	batch: sharingUsers((response, user) => entryOf(response, 'UserTags', user, { Tags: [] })),
};
