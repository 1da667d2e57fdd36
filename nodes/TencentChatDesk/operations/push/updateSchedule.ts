import { InvalidParameter } from '../../parameters/invalidParameter';
import type { INodeProperties } from 'n8n-workflow';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	contentProperties,
	dataIdOption,
	ofTask,
	readContent,
	readTask,
	readType,
	scheduleAppId,
	scheduleRateLimit,
	taskProperty,
	timeProperty,
	typeProperty,
	utcText,
} from './scheduleFields';

const whenReplaced = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { replaceContent: [true], ...property.displayOptions?.show } },
});

export const updateSchedule: SingleOperation = {
	value: 'updateSchedule',
	name: 'Update Schedule',
	action: 'Update a scheduled push',
	description: 'Move a push that has not gone out yet to another time, or change what it says',
	documentation: 'https://trtc.io/document/78840',
	shape: 'single',
	path: 'timpush/modify_sched_task',
	properties: [
		taskProperty,
		{ ...typeProperty, description: 'Who gets the push, as it was planned' },
		{ ...timeProperty, required: false, description: 'The new time; it stays when left empty' },
		{
			displayName: 'Replace Content',
			name: 'replaceContent',
			type: 'boolean',
			default: false,
			description: 'Whether the push says something else, or goes to others',
		},
		...contentProperties.map(whenReplaced),
	],
	options: [dataIdOption],
	request(fields) {
		const Type = readType(fields);
		const time = fields.optionalSeconds('scheduleTime', 'Send At');
		const replaced = fields.optionalBoolean('replaceContent', 'Replace Content');
		if (time === undefined && !replaced) {
			throw new InvalidParameter(
				'Nothing of the schedule is to be changed',
				"Fill in 'Send At', or turn 'Replace Content' on.",
			);
		}
		return withoutAbsent({
			TaskID: readTask(fields),
			Type,
			SchedAt: time === undefined ? undefined : utcText(time),
			Content: replaced ? readContent(fields) : undefined,
		});
	},
	appIdField: scheduleAppId,
	orderingKey: ofTask,
	retry: { policy: 'idempotent' },
	rateLimit: scheduleRateLimit,
	interpret: (response, { TaskID, Type, SchedAt }) => sent(response, { TaskID, Type, SchedAt }),
};
