import type { Resource } from '../operation';
import { addMembers } from './addMembers';
import { changeOwner } from './changeOwner';
import { create } from './create';
import { destroy } from './delete';
import { get } from './get';
import { getExtensions } from './getExtensions';
import { getJoined } from './getJoined';
import { getMany } from './getMany';
import { getMembers } from './getMembers';
import { getMessages } from './getMessages';
import { getMuted } from './getMuted';
import { getReadCounts } from './getReadCounts';
import { getReaders } from './getReaders';
import { importGroup } from './import';
import { importMessage } from './importMessage';
import { muteMembers } from './muteMembers';
import { recallMessages } from './recallMessages';
import { removeMembers } from './removeMembers';
import { sendBroadcast } from './sendBroadcast';
import { sendMessage } from './sendMessage';
import { sendNotification } from './sendNotification';
import { setExtensions } from './setExtensions';
import { update } from './update';
import { updateMessage } from './updateMessage';

export const group: Resource = {
	value: 'group',
	name: 'Group',
	description: 'A chat of many users, and its messages',
	operations: [
		sendMessage,
		sendBroadcast,
		sendNotification,
		getMessages,
		updateMessage,
		recallMessages,
		getReadCounts,
		getReaders,
		getExtensions,
		setExtensions,
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
		importMessage,
	],
};
