import type { Resource } from '../operation';
import { takeAnswer } from './takeAnswer';

export const question: Resource = {
	value: 'question',
	name: 'Question',
	description: 'A question that a workflow has asked in the chat',
	operations: [takeAnswer],
};
