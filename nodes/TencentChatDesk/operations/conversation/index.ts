import type { Resource } from '../operation';
import { createGroup } from './createGroup';
import { destroy } from './delete';
import { deleteGroup } from './deleteGroup';
import { getGroups } from './getGroups';
import { getMany } from './getMany';
import { getMarks } from './getMarks';
import { pin } from './pin';
import { setMarks } from './setMarks';
import { unpin } from './unpin';
import { updateGroup } from './updateGroup';

export const conversationList: Resource = {
	value: 'conversation',
	name: 'Conversation',
	description: "The list of chats that a user's client shows",
	operations: [
		getMany,
		destroy,
		pin,
		unpin,
		setMarks,
		getMarks,
		getGroups,
		createGroup,
		updateGroup,
		deleteGroup,
	],
};
