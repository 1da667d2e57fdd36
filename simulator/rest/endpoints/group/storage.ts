import type { GroupMessage } from '../../../state/groups';

/** Chat > Message Storage: seven days unless the plan has more. */
const storedSeconds = 7 * 86_400;

/** Whether a message is past its storage time. */
export function hasExpired({ time }: GroupMessage, now: number): boolean {
	return now - time > storedSeconds;
}
