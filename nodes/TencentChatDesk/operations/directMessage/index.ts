import type { Resource } from '../operation';
import { send } from './send';

export const directMessage: Resource = {
	value: 'directMessage',
	name: 'Direct Message',
	description: 'A one-to-one chat between two users',
	operations: [send],
};
