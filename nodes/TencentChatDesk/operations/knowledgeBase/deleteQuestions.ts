import type { SingleOperation } from '../operation';
import { setsStatus } from './questionStatus';

export const deleteQuestions: SingleOperation = {
	value: 'deleteQuestions',
	name: 'Delete Questions',
	action: 'Delete questions of the knowledge base',
	description: 'Take questions out of what the chatbot knows',
	...setsStatus('delete'),
};
