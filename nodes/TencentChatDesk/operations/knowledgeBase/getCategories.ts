import { knowledgeRateLimit } from './knowledge';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';

export const getCategories: ListOperation = {
	value: 'getCategories',
	name: 'Get Categories',
	action: 'Get many knowledge base categories',
	description: 'List the categories of FAQ questions',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68849',
	shape: 'list',
	path: 'openim_console_http_svc/desc_faq_category',
	properties: [],
	options: [],
	request: () => ({}),
	orderingKey: () => 'knowledgeBaseCategories',
	retry: { policy: 'idempotent' },
	rateLimit: knowledgeRateLimit,
	// All categories come in one answer.
	list: { records: (response) => recordsIn(response, 'List'), nextPage: () => undefined },
};
