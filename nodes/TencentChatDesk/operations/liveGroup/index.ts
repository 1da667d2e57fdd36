import type { Resource } from '../operation';
import { ban } from './ban';
import { checkViewer } from './checkViewer';
import { getAdmins } from './getAdmins';
import { getBanned } from './getBanned';
import { getOnlineCount } from './getOnlineCount';
import { getViewers } from './getViewers';
import { mark } from './mark';
import { removeAdmins } from './removeAdmins';
import { sendBroadcast } from './sendBroadcast';
import { setAdmins } from './setAdmins';
import { unban } from './unban';
import { unmark } from './unmark';

export const liveGroup: Resource = {
	value: 'liveGroup',
	name: 'Live Group',
	description: 'A group (AVChatRoom) where everybody comes and goes',
	operations: [
		sendBroadcast,
		getOnlineCount,
		getViewers,
		checkViewer,
		mark,
		unmark,
		ban,
		unban,
		getBanned,
		setAdmins,
		removeAdmins,
		getAdmins,
	],
};
