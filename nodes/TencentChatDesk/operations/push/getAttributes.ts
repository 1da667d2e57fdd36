import type { BatchOperation } from '../operation';
import { entryOf, sharingUsers, userRead } from './pushFields';
import { pushCommand } from './pushApi';

export const getAttributes: BatchOperation = {
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get push attributes of a user',
	description: 'Get the attributes by which pushes find a user',
	documentation: 'https://trtc.io/document/60564',
	...userRead,
	...pushCommand('im_get_attr', 'get_attr'),
	batch: sharingUsers((response, user) => entryOf(response, 'UserAttrs', user, { Attrs: {} })),
};
