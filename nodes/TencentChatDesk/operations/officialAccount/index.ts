import type { Resource } from '../operation';
import { addSubscribers } from './addSubscribers';
import { create } from './create';
import { destroy } from './delete';
import { get } from './get';
import { getMessages } from './getMessages';
import { getSubscribed } from './getSubscribed';
import { getSubscribers } from './getSubscribers';
import { recallMessages } from './recallMessages';
import { removeSubscribers } from './removeSubscribers';
import { sendMessage } from './sendMessage';
import { update } from './update';
import { updateSubscriber } from './updateSubscriber';

export const officialAccount: Resource = {
	value: 'officialAccount',
	name: 'Official Account',
	description: 'A channel with messages to all who subscribed',
	operations: [
		sendMessage,
		getMessages,
		recallMessages,
		create,
		get,
		update,
		destroy,
		addSubscribers,
		removeSubscribers,
		getSubscribers,
		updateSubscriber,
		getSubscribed,
	],
};
