import { withoutAbsent } from '../../parameters/fields';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

export const revoke: SingleOperation = {
	value: 'revoke',
	name: 'Revoke',
	action: 'Revoke a push',
	description: 'Take back a push that is at most 24 hours old',
	documentation: 'https://trtc.io/document/60571',
	shape: 'single',
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
	orderingKey: ({ TaskId }) => JSON.stringify([TaskId]),
	// A repeat is refused, already revoked: nothing happens twice.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [90050],
	rateLimit: { default: 0.5, max: 1 },
	interpret: (response, { TaskId }) => sent(response, { TaskId, revoked: true }),
};
