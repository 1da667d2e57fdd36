import { byKind, categoryProperties, kindProperty, knowledgeRateLimit } from './knowledge';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { ofCategory, readTheCategory, titleProperty } from './category';

export const updateCategory: SingleOperation = {
	value: 'updateCategory',
	name: 'Update Category',
	action: 'Update a knowledge base category',
	description: 'Give a category of questions another name',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68840',
	shape: 'single',
	...byKind('update_faq_category', 'update_chitchat_category'),
	properties: [
		kindProperty,
		...categoryProperties({ description: 'The category to change', required: true }),
		titleProperty,
	],
	options: [],
	request: (fields) => ({
		CategoryId: readTheCategory(fields),
		Title: fields.text('title', 'Title'),
	}),
	orderingKey: ofCategory,
	retry: { policy: 'idempotent' },
	rateLimit: knowledgeRateLimit,
	interpret: (response, { CategoryId, Title }) => sent(response, { CategoryId, Title }),
};
