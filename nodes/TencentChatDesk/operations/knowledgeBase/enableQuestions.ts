import type { SingleOperation } from '../operation';
import { setsStatus } from './questionStatus';

export const enableQuestions: SingleOperation = {
	value: 'enableQuestions',
	name: 'Enable Questions',
	action: 'Enable questions of the knowledge base',
	description: 'Let the chatbot answer questions again that were disabled',
	...setsStatus('enable'),
};
