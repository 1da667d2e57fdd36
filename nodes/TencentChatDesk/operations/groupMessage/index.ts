import type { Resource } from '../operation';
import { clear } from './clear';
import { getExtensions } from './getExtensions';
import { getReadCounts } from './getReadCounts';
import { getReaders } from './getReaders';
import { importMessage } from './import';
import { markAsRead } from './markAsRead';
import { recallOfUser } from './recallOfUser';
import { setExtensions } from './setExtensions';
import { update } from './update';

export const groupMessage: Resource = {
	value: 'groupMessage',
	name: 'Group Message',
	description: 'A message that is in a group already: edit it, see who read it, clear it',
	operations: [
		update,
		getReadCounts,
		getReaders,
		markAsRead,
		getExtensions,
		setExtensions,
		recallOfUser,
		clear,
		importMessage,
	],
};
