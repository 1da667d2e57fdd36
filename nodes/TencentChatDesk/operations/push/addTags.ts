import type { BatchOperation } from '../operation';
import { tagChange } from './pushFields';
import { pushCommand } from './pushApi';

export const addTags: BatchOperation = {
	value: 'addTags',
	name: 'Add Tags',
	action: 'Add push tags to a user',
	description: 'Add tags by which pushes find a user, who can have 100',
	documentation: 'https://trtc.io/document/60568',
	...pushCommand('im_add_tag', 'add_tag'),
	...tagChange,
};
