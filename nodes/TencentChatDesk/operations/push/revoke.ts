import { withoutAbsent } from '../../parameters/fields';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { sent } from '../shared/responses';
import type { Operation } from '../operation';

export const revoke: Operation = {
	value: 'revoke',
	name: 'Revoke',
	action: 'Revoke a push',
	description: 'Take back a push that is at most 24 hours old',
	documentation: 'https://trtc.io/document/60571',
	path: 'timpush/revoke',
	properties: [
		{
			displayName: 'Task ID',
			name: 'taskId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1400000001_144115212910570789_4155518400',
			description: 'TaskId of what sending the push returned',
		},
		{
			...offlinePushProperty,
			description:
				'What phones show in place of the notification; needed where Tencent did not store the push',
		},
	],
	options: [],
	request: (fields) =>
		withoutAbsent({
			TaskId: fields.id('taskId', 'Task ID'),
			OfflinePushInfo: readOfflinePush(fields),
		}),
	conversation: ({ TaskId }) => JSON.stringify([TaskId]),
	// A repeat is refused, already revoked: nothing happens twice.
	repeat: { rule: 'idempotent' },
	alreadyDone: [90050],
	pace: { usual: 0.5, documentedLimit: 1 },
	meaning: (answer, { TaskId }) => sent(answer, { TaskId, revoked: true }),
};
