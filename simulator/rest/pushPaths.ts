import type { Readings } from '../readings';

/** Commands that had the newer name before the others got one. */
const alwaysNewer = ['timpush/batch', 'timpush/revoke'];

/** Whether an app does not know this name of a push command. */
export function isOtherPushPath(path: string, pushPaths: Readings['pushPaths']): boolean {
	if (pushPaths === 'both' || alwaysNewer.includes(path)) return false;
	return path.startsWith(pushPaths === 'timpush' ? 'all_member_push/' : 'timpush/');
}
