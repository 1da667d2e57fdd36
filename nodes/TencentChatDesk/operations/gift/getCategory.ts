import { categoryId, configuration, readCategoryId } from './configuration';
import { responseOf } from '../shared/liveResponses';
import { objectIn } from '../shared/records';
import type { SingleOperation } from '../operation';

export const getCategory: SingleOperation = {
	value: 'getCategory',
	name: 'Get Category',
	action: 'Get a gift category',
	description: 'Read what a category of gifts is called',
	documentation: 'https://trtc.io/document/72849',
	...configuration,
	path: 'live_engine_http_srv/get_gift_category',
	properties: [categoryId],
	options: [],
	request: (fields) => ({ CategoryId: readCategoryId(fields) }),
	retry: { policy: 'idempotent' },
	// It stands at the top, unlike what other commands of Live answer; here either is read.
	interpret: (response, { CategoryId }) => ({
		done: true,
		output: {
			CategoryId,
			...objectIn(responseOf(response), 'GiftCategoryInfo'),
			...objectIn(response, 'GiftCategoryInfo'),
		},
	}),
};
