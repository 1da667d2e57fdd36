import { accountsOf, inRoom, read, slowerLivePace } from '../live';
import { room } from '../locators';
import type { Operation } from '../operation';

export const getRobots: Operation = {
	value: 'getRobots',
	name: 'Get Robots',
	action: 'Get robots of a live room',
	description: 'List the robots in a live room',
	documentation: 'https://trtc.io/document/69081',
	path: 'live_engine_http_srv/get_robot',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: fields.id('roomId', 'Room') }),
	conversation: inRoom,
	repeat: { rule: 'idempotent' },
	pace: slowerLivePace,
	list: {
		records: (answer) => accountsOf(answer, 'RobotList_Account'),
		next: () => undefined,
	},
	meaning: (answer) => read(answer),
};
