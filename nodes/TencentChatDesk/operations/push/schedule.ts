import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	contentProperties,
	dataIdOption,
	readContent,
	readType,
	scheduleAppId,
	scheduleRateLimit,
	timeProperty,
	typeProperty,
	utcText,
} from './scheduleFields';
import { inTurn } from './pushFields';

export const schedule: SingleOperation = {
	value: 'schedule',
	name: 'Schedule',
	action: 'Schedule a push',
	description: 'Plan a push of the Push service for later',
	documentation: 'https://trtc.io/document/78839',
	shape: 'single',
	path: 'timpush/add_sched_task',
	properties: [typeProperty, timeProperty, ...contentProperties],
	options: [dataIdOption],
	request(fields) {
		const Type = readType(fields);
		return {
			Type,
			SchedAt: utcText(fields.seconds('scheduleTime', 'Send At')),
			Content: readContent(fields),
		};
	},
	appIdField: scheduleAppId,
	orderingKey: inTurn,
	// A second call plans a second push.
	retry: { policy: 'unsafe' },
	rateLimit: scheduleRateLimit,
	interpret: (response, { Type, SchedAt }) => sent(response, { Type, SchedAt }),
};
