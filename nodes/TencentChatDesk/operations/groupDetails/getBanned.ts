import { groupRateLimit, inGroup } from '../group/groupFields';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';

export const getBanned: ListOperation = {
	value: 'getBanned',
	name: 'Get Banned',
	action: 'Get banned users of a live group',
	description: 'List who is kept out of a live group, and until when',
	documentation: 'https://trtc.io/document/50295',
	shape: 'list',
	path: 'group_open_http_svc/get_group_ban_member',
	properties: [group],
	options: [],
	request: (fields) => ({ GroupId: readGroup(fields), Offset: 0 }),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		page: { field: 'Limit', max: 100 },
		records: (response) => recordsIn(response, 'BannedAccountList'),
		nextPage: ({ NextOffset }, body) =>
			typeof NextOffset === 'number' && NextOffset > 0
				? { ...body, Offset: NextOffset }
				: undefined,
	},
};
