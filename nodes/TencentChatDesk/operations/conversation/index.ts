import type { Resource } from '../operation';
import { clearGroup } from './clearGroup';
import { createGroup } from './createGroup';
import { destroy } from './delete';
import { deleteGroup } from './deleteGroup';
import { getArchive } from './getArchive';
import { getArchiveFiles } from './getArchiveFiles';
import { getGroups } from './getGroups';
import { getMany } from './getMany';
import { getMarks } from './getMarks';
import { markGroupAsRead } from './markGroupAsRead';
import { pin } from './pin';
import { setMarks } from './setMarks';
import { setUnreadCount } from './setUnreadCount';
import { unpin } from './unpin';
import { updateGroup } from './updateGroup';

export const conversationList: Resource = {
	value: 'conversation',
	name: 'Conversation',
	description: "The list of chats that a user's client shows, and the archive of all messages",
	operations: [
		getMany,
		destroy,
		pin,
		unpin,
		markGroupAsRead,
		setUnreadCount,
		clearGroup,
		setMarks,
		getMarks,
		getGroups,
		createGroup,
		updateGroup,
		deleteGroup,
		getArchive,
		getArchiveFiles,
	],
};
