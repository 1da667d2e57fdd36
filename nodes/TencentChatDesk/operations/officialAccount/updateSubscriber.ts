import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
	accountProperty,
	accountRateLimit,
	customProperty,
	ofAccount,
	readAccount,
	readCustom,
	readSubscriber,
	subscriberProperty,
} from './accountFields';

export const updateSubscriber: SingleOperation = {
	value: 'updateSubscriber',
	name: 'Update Subscriber',
	action: 'Update a subscriber of an official account',
	description: 'Change the note that an official account keeps on a subscriber',
	documentation: 'https://trtc.io/document/60762',
	shape: 'single',
	path: 'official_account_open_http_svc/modify_subscriber_info',
	properties: [
		accountProperty,
		subscriberProperty,
		{ ...customProperty, description: 'The new note, up to 3000 bytes; left empty, it is cleared' },
	],
	options: [],
	request: (fields) => ({
		Official_Account: readAccount(fields),
		Subscriber_Account: readSubscriber(fields),
		CustomString: readCustom(fields) ?? '',
	}),
	orderingKey: ofAccount,
	retry: { policy: 'idempotent' },
	rateLimit: accountRateLimit,
	interpret: (response, { Official_Account, Subscriber_Account, CustomString }) =>
		sent(response, { Official_Account, Subscriber_Account, CustomString }),
};
