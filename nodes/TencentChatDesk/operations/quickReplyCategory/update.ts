import { sent } from '../shared/responses';
import { deskPace, deskPage } from '../shared/desk';
import { quickReplyCategory } from '../shared/resourceLocators';
import type { Operation } from '../operation';
import { categoryProperties, readCategory } from './fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a quick reply category',
	description: 'Change the name of a category and who may use it',
	documentation: deskPage(119746),
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
	conversation: ({ GroupId }) => JSON.stringify([GroupId]),
	repeat: { rule: 'idempotent' },
	pace: deskPace,
	meaning: (answer, { GroupId }) => sent(answer, { GroupId }),
};
