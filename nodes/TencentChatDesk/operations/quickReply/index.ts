import type { Resource } from '../operation';
import { getMany } from './getMany';
import { update } from './update';

export const quickReply: Resource = {
	value: 'quickReply',
	name: 'Quick Reply',
	description: 'A text that agents send with one click',
	operations: [getMany, update],
};
