import type { Resource } from '../operation';
import { addQuestion } from './addQuestion';
import { createRobot } from './createRobot';
import { deleteQuestions } from './deleteQuestions';
import { disableQuestions } from './disableQuestions';
import { enableQuestions } from './enableQuestions';
import { getQuestions } from './getQuestions';
import { updateQuestion } from './updateQuestion';

export const knowledgeBase: Resource = {
	value: 'knowledgeBase',
	name: 'Knowledge Base',
	description: 'The questions that the chatbot of your Desk can answer',
	operations: [
		addQuestion,
		getQuestions,
		updateQuestion,
		enableQuestions,
		disableQuestions,
		deleteQuestions,
		createRobot,
	],
};
