import type { Resource } from '../operation';
import { addMembers } from './addMembers';
import { changeOwner } from './changeOwner';
import { create } from './create';
import { destroy } from './delete';
import { get } from './get';
import { getJoined } from './getJoined';
import { getMany } from './getMany';
import { getMembers } from './getMembers';
import { getMessages } from './getMessages';
import { getMuted } from './getMuted';
import { importGroup } from './import';
import { muteMembers } from './muteMembers';
import { recallMessages } from './recallMessages';
import { removeMembers } from './removeMembers';
import { sendMessage } from './sendMessage';
import { sendNotification } from './sendNotification';
import { update } from './update';

export const group: Resource = {
	value: 'group',
	name: 'Group',
	description: 'A chat of many users',
	operations: [
		sendMessage,
		sendNotification,
		getMessages,
		recallMessages,
		create,
		get,
		getMany,
		getJoined,
		update,
		destroy,
		addMembers,
		getMembers,
		muteMembers,
		getMuted,
		removeMembers,
		changeOwner,
		importGroup,
	],
};
