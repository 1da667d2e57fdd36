import type { ListSearch } from '../../../contract';
import { recordsIn } from '../records';
import { named } from './paging';

/** Customer service accounts of Desk, all in one response (CN269-111801). */
export const serviceAccounts: ListSearch = {
	path: 'desk_http_svc/get_im_agent_list',
	perSecond: 50,
	body: () => ({}),
	choices: (response) =>
		recordsIn(response, 'Data').map(({ IMAgentUserId, IMAgentUserID, IMAgentNick }) => {
			// This page spells the field with a small d, unlike those of its siblings.
			const value = String(IMAgentUserId ?? IMAgentUserID);
			return { name: named(IMAgentNick, value), value };
		}),
	nextToken: () => undefined,
};
