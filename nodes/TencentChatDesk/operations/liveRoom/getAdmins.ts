import { listOfRoom } from '../shared/live';
import { accountsOf } from '../shared/liveResponses';
import type { ListOperation } from '../operation';

export const getAdmins: ListOperation = {
	value: 'getAdmins',
	name: 'Get Admins',
	action: 'Get admins of a live room',
	description: 'List who may help the host to run a live room',
	documentation: 'https://trtc.io/document/63425',
	path: 'live_engine_http_srv/get_admin_list',
	...listOfRoom((response) => accountsOf(response, 'Admin_Account')),
};
