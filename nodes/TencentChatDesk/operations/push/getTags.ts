import type { BatchOperation } from '../operation';
import { entryOf, sharingUsers, userRead } from './pushFields';
import { pushCommand } from './pushApi';

export const getTags: BatchOperation = {
	value: 'getTags',
	name: 'Get Tags',
	action: 'Get push tags of a user',
	description: 'Get the tags by which pushes find a user',
	documentation: 'https://trtc.io/document/60567',
	...userRead,
	...pushCommand('im_get_tag', 'get_tag'),
	batch: sharingUsers((response, user) => entryOf(response, 'UserTags', user, { Tags: [] })),
};
