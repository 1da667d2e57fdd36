import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	ofTask,
	readTask,
	readType,
	scheduleAppId,
	scheduleRateLimit,
	taskProperty,
	typeProperty,
} from './scheduleFields';

export const deleteSchedule: SingleOperation = {
	value: 'deleteSchedule',
	name: 'Delete Schedule',
	action: 'Delete a scheduled push',
	description: 'Call off a push that has not gone out yet',
	documentation: 'https://trtc.io/document/78841',
	shape: 'single',
	path: 'timpush/delete_sched_task',
	properties: [
		taskProperty,
		{ ...typeProperty, description: 'Who gets the push, as it was planned' },
	],
	options: [],
	request: (fields) => ({ TaskID: readTask(fields), Type: readType(fields) }),
	appIdField: scheduleAppId,
	orderingKey: ofTask,
	// A second call is refused and changes nothing.
	retry: { policy: 'idempotent' },
	rateLimit: scheduleRateLimit,
	interpret: (response, { TaskID }) => sent(response, { TaskID, deleted: true }),
};
