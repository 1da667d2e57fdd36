import type { ListOperation } from '../operation';
import { robotRateLimit } from './robotFields';

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get robots of the app',
	description: 'List the robots of the app',
	documentation: 'https://trtc.io/document/55280',
	shape: 'list',
	path: 'openim_robot_http_svc/get_all_robots',
	properties: [],
	options: [],
	request: () => ({}),
	orderingKey: () => '',
	retry: { policy: 'idempotent' },
	rateLimit: robotRateLimit,
	list: {
		records: ({ Robot_Account: robots }) =>
			Array.isArray(robots) ? robots.map((robot) => ({ Robot_Account: String(robot) })) : [],
		nextPage: () => undefined,
	},
};
