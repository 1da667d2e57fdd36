import { ofGroup } from '../group/groupFields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

export const getOnlineCount: SingleOperation = {
	value: 'getOnlineCount',
	name: 'Get Online Count',
	action: 'Get the online count of a group',
	description:
		'Count who is online in a live group; other groups count too where your plan has it. The number is up to 20 seconds old.',
	documentation: 'https://trtc.io/document/38521',
	shape: 'single',
	path: 'group_open_http_svc/get_online_member_num',
	...ofGroup,
	interpret: (response, { GroupId }) => sent(response, { GroupId }),
};
