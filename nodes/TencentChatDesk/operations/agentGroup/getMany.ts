import { deskRateLimit, deskPage } from '../shared/desk';
import { nextPage } from '../shared/listSearch/paging';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many agent groups',
	description: 'List the agent groups of Desk',
	documentation: deskPage(124502),
	shape: 'list',
	path: 'desk_http_svc/get_member_group_list',
	properties: [],
	options: [],
	// The page does not say where PageNumber begins; PageNum of its siblings begins at 0.
	request: () => ({ PageNumber: 0 }),
	orderingKey: () => 'agentGroups',
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	list: {
		records: (response) => recordsIn(response, 'MemberGroupList'),
		nextPage(response, body, records) {
			const PageNumber = nextPage(response, body, 'PageNumber', records.length);
			return PageNumber === undefined ? undefined : { ...body, PageNumber };
		},
		page: { field: 'PageSize', max: 100 },
	},
};
