import type { Resource } from '../operation';
import { answer } from './answer';

export const callback: Resource = {
	value: 'callback',
	name: 'Callback',
	description: 'An event that waits for the decision of this workflow',
	operations: [answer],
};
