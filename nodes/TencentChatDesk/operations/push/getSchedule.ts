import { objectIn } from '../shared/records';
import type { SingleOperation } from '../operation';
import { ofTask, readTask, scheduleAppId, scheduleRateLimit, taskProperty } from './scheduleFields';

export const getSchedule: SingleOperation = {
	value: 'getSchedule',
	name: 'Get Schedule',
	action: 'Get a scheduled push',
	description: 'Read when a push goes out, what it says, and whether it has gone out',
	documentation: 'https://trtc.io/document/78842',
	shape: 'single',
	path: 'timpush/get_sched_task',
	properties: [taskProperty],
	options: [],
	request: (fields) => ({ TaskID: readTask(fields) }),
	appIdField: scheduleAppId,
	orderingKey: ofTask,
	retry: { policy: 'idempotent' },
	rateLimit: scheduleRateLimit,
	interpret: (response, { TaskID }) => ({
		done: true,
		output: { TaskID, ...objectIn(response, 'TaskInfo') },
	}),
};
