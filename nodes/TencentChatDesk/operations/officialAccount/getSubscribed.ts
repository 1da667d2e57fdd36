import type { ListOperation } from '../operation';
import { objectIn, recordsIn } from '../shared/records';
import { accountRateLimit, baseFields, readSubscriber, subscriberProperty } from './accountFields';

export const getSubscribed: ListOperation = {
	value: 'getSubscribed',
	name: 'Get Subscribed',
	action: 'Get official accounts of a user',
	description: 'List the official accounts that a user is subscribed to',
	documentation: 'https://trtc.io/document/60763',
	shape: 'list',
	path: 'official_account_open_http_svc/get_subscribed_official_account_list',
	properties: [subscriberProperty],
	options: [],
	request: (fields) => ({
		Subscriber_Account: readSubscriber(fields),
		Offset: 0,
		// Without a filter a response may hold less.
		ResponseFilter: {
			OfficialAccountBaseInfoFilter: baseFields,
			SelfInfoFilter: ['SubscribeTime', 'CustomString'],
		},
	}),
	orderingKey: ({ Subscriber_Account }) => JSON.stringify([Subscriber_Account]),
	retry: { policy: 'idempotent' },
	rateLimit: accountRateLimit,
	list: {
		page: { field: 'Limit', max: 200 },
		records: (response) => recordsIn(response, 'OfficialAccountInfoList'),
		nextPage: ({ CompleteFlag, Next }, body) =>
			CompleteFlag === 0 && typeof Next === 'number' ? { ...body, Offset: Next } : undefined,
		simplified(record) {
			const { SelfInfo: _self, ...rest } = record;
			const { SubscribeTime, CustomString: SubscriberNote } = objectIn(record, 'SelfInfo');
			return { ...rest, SubscribeTime, SubscriberNote };
		},
	},
};
