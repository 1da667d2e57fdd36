import type { Resource } from '../operation';
import { addQuestion } from './addQuestion';
import { createCategory } from './createCategory';
import { createRobot } from './createRobot';
import { deleteCategory } from './deleteCategory';
import { deleteQuestions } from './deleteQuestions';
import { disableQuestions } from './disableQuestions';
import { enableQuestions } from './enableQuestions';
import { getCategories } from './getCategories';
import { getQuestions } from './getQuestions';
import { updateCategory } from './updateCategory';
import { updateQuestion } from './updateQuestion';

export const knowledgeBase: Resource = {
	value: 'knowledgeBase',
	name: 'Knowledge Base',
	description: 'The questions that the chatbot of your Desk can answer, and their categories',
	operations: [
		addQuestion,
		getQuestions,
		updateQuestion,
		enableQuestions,
		disableQuestions,
		deleteQuestions,
		createRobot,
		createCategory,
		getCategories,
		updateCategory,
		deleteCategory,
	],
};
