import type { Resource } from '../operation';
import { contactUser } from './contactUser';
import { createGroup } from './createGroup';
import { end } from './end';
import { getMany } from './getMany';
import { getMessages } from './getMessages';
import { getStatus } from './getStatus';
import { sendAndWait } from './sendAndWait';
import { sendMarkdownStream } from './sendMarkdownStream';
import { sendMessage } from './sendMessage';
import { sendStream } from './sendStream';
import { transfer } from './transfer';

export const session: Resource = {
	value: 'session',
	name: 'Desk Session',
	description: 'A conversation between a customer and your support team',
	operations: [
		sendMessage,
		sendAndWait,
		sendStream,
		sendMarkdownStream,
		contactUser,
		createGroup,
		transfer,
		end,
		getStatus,
		getMessages,
		getMany,
	],
};
