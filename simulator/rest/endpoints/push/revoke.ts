import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { isOfflinePushInfo } from '../../offlinePush';
import { pushCodes } from './pushChecks';

const dayMs = 86_400_000;

/**
 * Push > Revoking a Push (v4/timpush/revoke, trtc.io/document/60571, 67824): one call a second, for
 * tasks of timpush/push and timpush/batch of the last 24 hours. A push that the service did not store
 * is taken back by the notification that takes its place.
 */
export const revokePush: Endpoint = {
	path: 'timpush/revoke',
	callsPerSecond: 1,
	rateLimitCode: 90051,
	codes: pushCodes,
	fields: ['TaskId', 'OfflinePushInfo'],
	handle({ body, state, now }: Call): Outcome {
		const { TaskId, OfflinePushInfo } = body;
		if (typeof TaskId !== 'string') return refuse(90001, 'TaskId has to be a String');
		if (OfflinePushInfo !== undefined && !isOfflinePushInfo(OfflinePushInfo)) {
			return refuse(90001, 'OfflinePushInfo has a field of the wrong type');
		}
		const task = state.push.tasks.get(TaskId);
		if (!task?.revocable) return refuse(90049, 'no such push to all, by tag or to users');
		if (now - task.at > dayMs) return refuse(90052, 'the push is older than 24 hours');
		if (task.revoked) return refuse(90050, 'the push is revoked already');
		if (!task.stored && OfflinePushInfo === undefined) {
			return refuse(90053, 'the push was not stored, and OfflinePushInfo is missing');
		}
		task.revoked = true;
		return { response: {} };
	},
};
