import type { Resource } from '../operation';
import { ban } from './ban';
import { checkViewer } from './checkViewer';
import { clearAttributes } from './clearAttributes';
import { deleteAttributes } from './deleteAttributes';
import { deleteCounters } from './deleteCounters';
import { getAdmins } from './getAdmins';
import { getAttributes } from './getAttributes';
import { getBanned } from './getBanned';
import { getCounters } from './getCounters';
import { getMember } from './getMember';
import { getOnlineCount } from './getOnlineCount';
import { getRole } from './getRole';
import { getViewers } from './getViewers';
import { importMember } from './importMember';
import { mark } from './mark';
import { removeAdmins } from './removeAdmins';
import { replaceAttributes } from './replaceAttributes';
import { setAdmins } from './setAdmins';
import { unban } from './unban';
import { unmark } from './unmark';
import { updateAttributes } from './updateAttributes';
import { updateCounters } from './updateCounters';
import { updateMember } from './updateMember';

export const groupDetails: Resource = {
	value: 'groupDetails',
	name: 'Group Details',
	description: 'Members of a group, viewers of a live group, attributes and counters',
	operations: [
		getMember,
		getRole,
		updateMember,
		importMember,
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
		getAttributes,
		updateAttributes,
		replaceAttributes,
		deleteAttributes,
		clearAttributes,
		getCounters,
		updateCounters,
		deleteCounters,
	],
};
