import { deskRateLimit, deskPage } from '../shared/desk';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many quick reply categories',
	description: 'List the categories of quick replies',
	documentation: deskPage(119748),
	shape: 'list',
	path: 'desk_http_svc/get_quick_reply_group_list',
	properties: [],
	options: [],
	request: () => ({}),
	orderingKey: () => 'quickReplyCategories',
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	// All categories come in one response.
	list: { records: (response) => recordsIn(response, 'Data'), nextPage: () => undefined },
};
