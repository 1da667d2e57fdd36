import type { BatchOperation } from '../operation';
import { tagChange } from './pushFields';

export const addTags: BatchOperation = {
	value: 'addTags',
	name: 'Add Tags',
	action: 'Add push tags to a user',
	description: 'Add tags by which pushes find a user, who can have 100',
	documentation: 'https://trtc.io/document/37173',
	path: 'all_member_push/im_add_tag',
	...tagChange,
};
