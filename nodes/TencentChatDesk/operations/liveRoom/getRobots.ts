import { listOfRoom, slowerLiveRateLimit } from '../shared/live';
import { accountsOf } from '../shared/liveResponses';
import type { ListOperation } from '../operation';

export const getRobots: ListOperation = {
	value: 'getRobots',
	name: 'Get Robots',
	action: 'Get robots of a live room',
	description: 'List the robots in a live room',
	documentation: 'https://trtc.io/document/69081',
	path: 'live_engine_http_srv/get_robot',
	...listOfRoom((response) => accountsOf(response, 'RobotList_Account')),
	rateLimit: slowerLiveRateLimit,
};
