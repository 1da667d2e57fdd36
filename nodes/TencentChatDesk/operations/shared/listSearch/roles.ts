import type { ListSearch } from '../../../contract';
import { recordsIn } from '../records';
import { named } from './paging';

/** Roles that the team made in Desk, all in one response (CN269-124916). */
export const roles: ListSearch = {
	path: 'desk_http_svc/get_role_list',
	perSecond: 50,
	body: () => ({}),
	choices: (response) =>
		recordsIn(response, 'RoleList').map(({ RoleID, RoleId, RoleName }) => {
			// The page's two samples spell the number differently.
			const value = Number(RoleID ?? RoleId);
			return { name: named(RoleName, value), value };
		}),
	nextToken: () => undefined,
};
