import { withoutAbsent } from '../../parameters/fields';
import {
	byKind,
	categoryProperties,
	kindProperty,
	knowledgeRateLimit,
	readCategory,
} from './knowledge';
import { readKind } from './knowledge';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { titleProperty } from './category';

export const createCategory: SingleOperation = {
	value: 'createCategory',
	name: 'Create Category',
	action: 'Create a knowledge base category',
	description: 'Add a category for questions, or one inside another',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68845',
	shape: 'single',
	...byKind('add_faq_category', 'add_chitchat_category'),
	properties: [kindProperty, titleProperty],
	options: categoryProperties(
		{ description: 'The category that the new one is put into; at the top when left out' },
		'/kind',
	),
	request: (fields) =>
		withoutAbsent({
			Title: fields.text('title', 'Title'),
			ParentId: readCategory(fields.collection('options', 'Options'), readKind(fields)),
		}),
	orderingKey: ({ ParentId }) => JSON.stringify(['in', ParentId ?? null]),
	// A second call makes a second category of the same name.
	retry: { policy: 'unsafe' },
	rateLimit: knowledgeRateLimit,
	interpret: (response, { Title, ParentId }) => sent(response, { Title, ParentId }),
};
