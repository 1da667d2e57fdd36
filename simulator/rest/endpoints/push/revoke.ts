import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { isOfflinePushInfo } from '../../offlinePush';
import { pushCodes } from './pushChecks';

const dayMs = 86_400_000;

/** Push > Revoking a Push (v4/timpush/revoke): one call a second, tasks of the last 24 hours. */
export const revokePush: Endpoint = {
	path: 'timpush/revoke',
	callsPerSecond: 1,
	codes: pushCodes,
	fields: ['TaskId', 'OfflinePushInfo'],
	handle({ body, state, now }: Call): Outcome {
		const { TaskId, OfflinePushInfo } = body;
		if (typeof TaskId !== 'string') return refuse(90001, 'TaskId has to be a String');
		if (OfflinePushInfo !== undefined && !isOfflinePushInfo(OfflinePushInfo)) {
			return refuse(90001, 'OfflinePushInfo has a field of the wrong type');
		}
		const task = state.push.tasks.get(TaskId);
		if (!task || now - task.at > dayMs) return refuse(90049, 'no such task');
		if (task.revoked) return refuse(90050, 'the push is revoked already');
		task.revoked = true;
		return { answer: {} };
	},
};
