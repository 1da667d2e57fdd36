import type { BatchOperation } from '../operation';
import { tagChange } from './pushFields';

export const removeTags: BatchOperation = {
	value: 'removeTags',
	name: 'Remove Tags',
	action: 'Remove push tags from a user',
	description: 'Remove tags of a user',
	documentation: 'https://trtc.io/document/37174',
	path: 'all_member_push/im_remove_tag',
	...tagChange,
};
