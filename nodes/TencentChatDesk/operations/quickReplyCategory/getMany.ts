import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import type { Operation } from '../operation';
import { recordsIn } from '../shared/records';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many quick reply categories',
	description: 'List the categories of quick replies',
	documentation: deskPage(119748),
	path: 'desk_http_svc/get_quick_reply_group_list',
	properties: [],
	options: [],
	request: () => ({}),
	orderingKey: () => 'quickReplyCategories',
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (answer) => sent(answer, {}),
	// All categories come in one answer.
	list: { records: (answer) => recordsIn(answer, 'Data'), nextPage: () => undefined },
};
