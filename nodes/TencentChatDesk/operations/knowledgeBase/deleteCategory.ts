import { byKind, categoryProperties, kindProperty, knowledgeRateLimit } from './knowledge';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { ofCategory, readTheCategory } from './category';

export const deleteCategory: SingleOperation = {
	value: 'deleteCategory',
	name: 'Delete Category',
	action: 'Delete a knowledge base category',
	description: 'Delete a category and all questions in it, at once',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68834',
	shape: 'single',
	...byKind('del_faq_category', 'del_chitchat_category'),
	properties: [
		kindProperty,
		...categoryProperties({
			description: 'The category to delete, together with its questions',
			required: true,
		}),
	],
	options: [],
	request: (fields) => ({ CategoryId: readTheCategory(fields) }),
	orderingKey: ofCategory,
	// A category that is gone stays gone; whether a second call is refused is not printed.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [-50003],
	rateLimit: knowledgeRateLimit,
	interpret: (response, { CategoryId }) => sent(response, { CategoryId }),
};
