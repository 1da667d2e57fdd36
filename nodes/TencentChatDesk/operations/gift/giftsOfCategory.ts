import { categoryId, configuration, readCategoryId } from './configuration';
import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';

/** Puts gifts into a category, or takes them out: Live > gifts (T-72851, T-72852). */
export const changeOfGifts = (command: 'add' | 'del') =>
	({
		...configuration,
		path: `live_engine_http_srv/${command}_gift_category_relations`,
		properties: [
			categoryId,
			{
				displayName: 'Gift IDs',
				name: 'giftIds',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. rose, tulip',
				description: 'IDs of gifts with commas between them, or a list',
			},
		],
		options: [],
		request: (fields) => ({
			CategoryId: readCategoryId(fields),
			GiftIdList: fields.ids('giftIds', 'Gift IDs', { kind: 'word' }),
		}),
		retry: { policy: 'idempotent' },
		interpret: (response, { CategoryId, GiftIdList }) =>
			changed(response, { CategoryId, GiftIdList }),
	}) satisfies Partial<SingleOperation>;
