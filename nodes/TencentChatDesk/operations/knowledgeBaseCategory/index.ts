import type { Resource } from '../operation';
import { create } from './create';
import { deleteCategory } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const knowledgeBaseCategory: Resource = {
	value: 'knowledgeBaseCategory',
	name: 'Knowledge Base Category',
	description: 'Questions of the chatbot that belong together',
	operations: [create, getMany, update, deleteCategory],
};
