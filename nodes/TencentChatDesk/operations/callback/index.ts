import type { Resource } from '../operation';
import { answer } from './answer';
import { takeAnswer } from './takeAnswer';

export const callback: Resource = {
	value: 'callback',
	name: 'Callback',
	description:
		'What started this workflow and waits for it: the decision about an event, the answer to a question',
	operations: [answer, takeAnswer],
};
