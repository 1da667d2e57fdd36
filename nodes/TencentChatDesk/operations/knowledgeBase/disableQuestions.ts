import type { SingleOperation } from '../operation';
import { setsStatus } from './questionStatus';

export const disableQuestions: SingleOperation = {
	value: 'disableQuestions',
	name: 'Disable Questions',
	action: 'Disable questions of the knowledge base',
	description: 'Keep the chatbot from answering questions, without losing them',
	...setsStatus('disable'),
};
