import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import type { SingleOperation } from '../operation';
import { categoryProperties, readCategory } from './fields';

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a quick reply category',
	description: 'Add a category of quick replies, 100 at most',
	documentation: deskPage(119745),
	shape: 'single',
	path: 'desk_http_svc/add_quick_reply_group',
	properties: categoryProperties,
	options: [],
	request: readCategory,
	orderingKey: ({ GroupName }) => JSON.stringify([GroupName]),
	// A second call is refused for its name, and the GroupId of the first would be lost.
	retry: { policy: 'unsafe' },
	rateLimit: deskRateLimit,
	interpret: (response, { GroupName }) => sent(response, { GroupName }),
};
