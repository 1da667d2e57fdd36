import type { Resource } from '../operation';
import { deleteForOneSide } from './deleteForOneSide';
import { getExtensions } from './getExtensions';
import { getMany } from './getMany';
import { getUnreadCount } from './getUnreadCount';
import { importMessage } from './import';
import { markAsRead } from './markAsRead';
import { recall } from './recall';
import { sendAndWait } from './sendAndWait';
import { sendReadReceipt } from './sendReadReceipt';
import { send } from './send';
import { sendToMany } from './sendToMany';
import { setExtensions } from './setExtensions';
import { update } from './update';

export const directMessage: Resource = {
	value: 'directMessage',
	name: 'Direct Message',
	description: 'A one-to-one chat between two users',
	operations: [
		send,
		sendAndWait,
		sendToMany,
		getMany,
		update,
		recall,
		markAsRead,
		getUnreadCount,
		getExtensions,
		setExtensions,
		sendReadReceipt,
		deleteForOneSide,
		importMessage,
	],
};
