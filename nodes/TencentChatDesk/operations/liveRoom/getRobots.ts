import { accountsOf, listOfRoom, slowerLiveRateLimit } from '../shared/live';
import type { Operation } from '../operation';

export const getRobots: Operation = {
	value: 'getRobots',
	name: 'Get Robots',
	action: 'Get robots of a live room',
	description: 'List the robots in a live room',
	documentation: 'https://trtc.io/document/69081',
	path: 'live_engine_http_srv/get_robot',
	...listOfRoom((answer) => accountsOf(answer, 'RobotList_Account')),
	rateLimit: slowerLiveRateLimit,
};
