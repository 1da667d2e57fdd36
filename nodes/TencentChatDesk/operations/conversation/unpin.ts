import type { SingleOperation } from '../operation';
import { pinning } from './pinning';

export const unpin: SingleOperation = {
	value: 'unpin',
	name: 'Unpin',
	action: 'Unpin a conversation',
	description: 'Let a conversation go back to its place in the list of a user',
	...pinning('unpin'),
};
