import { ofGroup } from '../group/groupFields';
import { objectIn, recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';

export const getAdmins: ListOperation = {
	value: 'getAdmins',
	name: 'Get Administrators',
	action: 'Get administrators of a live group',
	description: 'List who moderates a live group',
	documentation: 'https://trtc.io/document/60524',
	shape: 'list',
	path: 'group_open_avchatroom_http_svc/get_admin_list',
	...ofGroup,
	list: {
		// A list in the sample, and one object in the table of the page.
		records(response) {
			const list = recordsIn(response, 'Admin_List');
			const one = objectIn(response, 'Admin_List');
			return Object.keys(one).length > 0 ? [one] : list;
		},
		nextPage: () => undefined,
	},
};
