import type { BatchOperation } from '../operation';
import { subscribing } from './subscribing';

export const addSubscribers: BatchOperation = {
	value: 'addSubscriber',
	name: 'Add Subscriber',
	action: 'Add a subscriber to an official account',
	description: 'Subscribe a user to an official account; 100 items of one account share a call',
	documentation: 'https://trtc.io/document/60760',
	path: 'official_account_open_http_svc/add_subscriber',
	...subscribing({
		field: 'SubscriberList',
		entry: (Subscriber_Account) => ({ Subscriber_Account }),
		failed: 'was not subscribed',
		subscribed: true,
	}),
};
