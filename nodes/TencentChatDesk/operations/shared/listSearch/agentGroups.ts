import type { ListSearch } from '../../../contract';
import { recordsIn } from '../records';
import { named, nextPage } from './paging';

/** Agent groups of Desk (CN269-124502). */
export const agentGroups: ListSearch = {
	path: 'desk_http_svc/get_member_group_list',
	perSecond: 50,
	body: (_filter, token) => ({ PageSize: 100, PageNumber: Number(token ?? 0) }),
	choices: (response) =>
		recordsIn(response, 'MemberGroupList').map(({ MemberGroupID, MemberGroupName }) => {
			const value = Number(MemberGroupID);
			return { name: named(MemberGroupName, value), value };
		}),
	nextToken: (response, body) =>
		nextPage(
			response,
			body,
			'PageNumber',
			recordsIn(response, 'MemberGroupList').length,
		)?.toString(),
};
