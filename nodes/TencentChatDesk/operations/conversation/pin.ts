import type { SingleOperation } from '../operation';
import { pinning } from './pinning';

export const pin: SingleOperation = {
	value: 'pin',
	name: 'Pin',
	action: 'Pin a conversation',
	description: 'Keep a conversation at the top of the list of a user, who can have 50 there',
	...pinning('pin'),
};
