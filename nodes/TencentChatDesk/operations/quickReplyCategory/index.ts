import type { Resource } from '../operation';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';

export const quickReplyCategory: Resource = {
	value: 'quickReplyCategory',
	name: 'Quick Reply Category',
	description: 'Quick replies that belong together, and who may use them',
	operations: [create, getMany, update],
};
