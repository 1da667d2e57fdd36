import { categoryId, configuration, readCategoryId } from './configuration';
import { responseOf } from '../shared/liveResponses';
import { objectIn } from '../shared/records';
import type { ListOperation } from '../operation';

export const getGifts: ListOperation = {
	value: 'getGifts',
	name: 'Get Gifts of Category',
	action: 'Get the gifts of a gift category',
	description: 'List the IDs of the gifts in a category',
	documentation: 'https://trtc.io/document/72853',
	...configuration,
	shape: 'list',
	path: 'live_engine_http_srv/get_gift_category_relations',
	properties: [categoryId],
	options: [],
	request: (fields) => ({ CategoryId: readCategoryId(fields) }),
	retry: { policy: 'idempotent' },
	list: {
		// It stands at the top, unlike what other commands of Live answer; here either is read.
		records(response) {
			const { CategoryId, GiftIdList: ids } = {
				...objectIn(responseOf(response), 'Relation'),
				...objectIn(response, 'Relation'),
			};
			return Array.isArray(ids)
				? ids.map((GiftId) => ({ CategoryId, GiftId: String(GiftId) }))
				: [];
		},
		// All of them come in one response.
		nextPage: () => undefined,
	},
};
