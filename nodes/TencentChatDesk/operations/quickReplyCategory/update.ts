import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import { quickReplyCategory } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { categoryProperties, readCategory } from './fields';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a quick reply category',
	description: 'Change the name of a category and who may use it',
	documentation: deskPage(119746),
	shape: 'single',
	path: 'desk_http_svc/update_quick_reply_group',
	properties: [
		{ ...quickReplyCategory, description: 'The category to change' },
		...categoryProperties,
	],
	options: [],
	request: (fields) => ({
		GroupId: fields.id('categoryId', 'Category'),
		...readCategory(fields),
	}),
	orderingKey: ({ GroupId }) => JSON.stringify([GroupId]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { GroupId }) => sent(response, { GroupId }),
};
