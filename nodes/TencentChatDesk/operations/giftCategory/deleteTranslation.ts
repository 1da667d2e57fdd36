import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';
import {
	categoryId,
	configuration,
	languageControl,
	readCategoryId,
	readLanguage,
} from '../gift/configuration';

export const deleteTranslation: SingleOperation = {
	value: 'deleteTranslation',
	name: 'Delete Translation',
	action: 'Delete a translation of a gift category',
	description: 'Remove what a gift category is called in a language',
	documentation: 'https://trtc.io/document/72859',
	...configuration,
	path: 'live_engine_http_srv/del_gift_category_language',
	properties: [categoryId, languageControl],
	options: [],
	request: (fields) => ({ CategoryId: readCategoryId(fields), Language: readLanguage(fields) }),
	// What a second call answers is not printed; texts that are gone stay gone.
	retry: { policy: 'idempotent' },
	interpret: (response, { CategoryId, Language }) => changed(response, { CategoryId, Language }),
};
