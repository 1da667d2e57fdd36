import type { ListSearch } from '../../../contract';
import { recordsIn } from '../records';
import { named } from './paging';

/** Categories of quick replies, all in one response (CN269-119748). */
export const quickReplyCategories: ListSearch = {
	path: 'desk_http_svc/get_quick_reply_group_list',
	perSecond: 50,
	body: () => ({}),
	choices: (response) =>
		recordsIn(response, 'Data').map(({ GroupId, GroupName }) => {
			const value = String(GroupId);
			return { name: named(GroupName, value), value };
		}),
	nextToken: () => undefined,
};
