import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { accountProperty, accountRateLimit, ofAccount, readAccount } from './accountFields';

export const getSubscribers: ListOperation = {
	value: 'getSubscribers',
	name: 'Get Subscribers',
	action: 'Get subscribers of an official account',
	description: 'List the subscribers of an official account',
	documentation: 'https://trtc.io/document/60759',
	shape: 'list',
	path: 'official_account_open_http_svc/get_subscriber_info',
	properties: [accountProperty],
	options: [],
	request: (fields) => ({ Official_Account: readAccount(fields), Next: '' }),
	orderingKey: ofAccount,
	retry: { policy: 'idempotent' },
	rateLimit: accountRateLimit,
	list: {
		page: { field: 'Limit', max: 200 },
		records: (response) => recordsIn(response, 'SubscriberList'),
		nextPage: ({ Next }, body) =>
			typeof Next === 'string' && Next !== '' ? { ...body, Next } : undefined,
	},
};
