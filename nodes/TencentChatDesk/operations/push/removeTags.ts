import type { BatchOperation } from '../operation';
import { tagChange } from './pushFields';
import { pushCommand } from './pushApi';

export const removeTags: BatchOperation = {
	value: 'removeTags',
	name: 'Remove Tags',
	action: 'Remove push tags from a user',
	description: 'Remove tags of a user',
	documentation: 'https://trtc.io/document/60569',
	...pushCommand('im_remove_tag', 'remove_tag'),
	...tagChange,
};
