import { accountsOf, inRoom, livePace, read } from '../live';
import { room } from '../locators';
import type { Operation } from '../operation';

export const getAdmins: Operation = {
	value: 'getAdmins',
	name: 'Get Admins',
	action: 'Get admins of a live room',
	description: 'List who may help the host to run a live room',
	documentation: 'https://trtc.io/document/63425',
	path: 'live_engine_http_srv/get_admin_list',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: fields.id('roomId', 'Room') }),
	conversation: inRoom,
	repeat: { rule: 'idempotent' },
	pace: livePace,
	list: {
		records: (answer) => accountsOf(answer, 'Admin_Account'),
		next: () => undefined,
	},
	meaning: (answer) => read(answer),
};
