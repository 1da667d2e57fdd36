import { categoryId, configuration, readCategoryId } from './configuration';
import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';

export const deleteCategory: SingleOperation = {
	value: 'deleteCategory',
	name: 'Delete Category',
	action: 'Delete a gift category',
	description: 'Remove a category of gifts. Its gifts stay.',
	documentation: 'https://trtc.io/document/72850',
	...configuration,
	path: 'live_engine_http_srv/del_gift_category',
	properties: [categoryId],
	options: [],
	request: (fields) => ({ CategoryId: readCategoryId(fields) }),
	// What a second call answers is not printed; a category that is gone stays gone.
	retry: { policy: 'idempotent' },
	interpret: (response, { CategoryId }) => changed(response, { CategoryId }),
};
