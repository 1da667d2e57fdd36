import { withoutAbsent } from '../../parameters/fields';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

/**
 * Takes back what `timpush/push` and `timpush/batch` sent: the text of 90049 names these two. The pages
 * of the Push product require OfflinePushInfo, those of Chat where the push was not stored (90053).
 */
export const revoke: SingleOperation = {
	value: 'revoke',
	name: 'Revoke',
	action: 'Revoke a push',
	description: 'Take back a push of the Push service that is at most 24 hours old',
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
			description:
				'TaskId that Send to Users, Notify All, or Send to All with the Push service gave. What went out as All-Member Push cannot be taken back.',
		},
		{
			...offlinePushProperty,
			description:
				'What phones show in place of the notification. It may be left out only for a message of Send to All that was not online only: everything else cannot be taken back without it.',
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
