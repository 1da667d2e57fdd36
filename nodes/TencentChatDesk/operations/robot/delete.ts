import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { readRobot, robotProperty, robotRateLimit } from './robotFields';

export const destroy: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a robot',
	description: 'Make a robot invalid; its User ID stays taken',
	documentation: 'https://trtc.io/document/55282',
	shape: 'single',
	path: 'openim_robot_http_svc/delete_robot',
	properties: [robotProperty],
	options: [],
	// Another name than in the command that creates it.
	request: (fields) => ({ Robot_Account: readRobot(fields) }),
	orderingKey: ({ Robot_Account }) => JSON.stringify([Robot_Account]),
	retry: { policy: 'idempotent' },
	rateLimit: robotRateLimit,
	interpret: (response, { Robot_Account }) => sent(response, { Robot_Account, deleted: true }),
};
