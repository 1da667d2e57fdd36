import type { Resource } from '../operation';
import { addQuestion } from './addQuestion';

export const knowledgeBase: Resource = {
	value: 'knowledgeBase',
	name: 'Knowledge Base',
	description: 'The questions that the chatbot of your Desk can answer',
	operations: [addQuestion],
};
