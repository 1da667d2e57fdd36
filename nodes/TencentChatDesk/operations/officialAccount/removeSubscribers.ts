import type { BatchOperation } from '../operation';
import { subscribing } from './subscribing';

export const removeSubscribers: BatchOperation = {
	value: 'removeSubscriber',
	name: 'Remove Subscriber',
	action: 'Remove a subscriber from an official account',
	description: 'Unsubscribe a user from an official account; 100 items of one account share a call',
	documentation: 'https://trtc.io/document/60761',
	path: 'official_account_open_http_svc/delete_subscriber',
	...subscribing({
		field: 'SubscriberToDel_Account',
		entry: (userId) => userId,
		failed: 'was not unsubscribed',
		subscribed: false,
	}),
};
