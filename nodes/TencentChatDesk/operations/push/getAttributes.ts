import type { BatchOperation } from '../operation';
import { entryOf, sharingUsers, userRead } from './pushFields';

export const getAttributes: BatchOperation = {
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get push attributes of a user',
	description: 'Get the attributes by which pushes find a user',
	documentation: 'https://trtc.io/document/37169',
	...userRead,
	path: 'all_member_push/im_get_attr',
	batch: sharingUsers((response, user) => entryOf(response, 'UserAttrs', user, { Attrs: {} })),
};
