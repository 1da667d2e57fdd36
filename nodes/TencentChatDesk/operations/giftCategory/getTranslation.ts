import { responseOf } from '../shared/liveResponses';
import { objectIn } from '../shared/records';
import type { SingleOperation } from '../operation';
import {
	categoryId,
	configuration,
	languageControl,
	readCategoryId,
	readLanguage,
} from '../gift/configuration';

export const getTranslation: SingleOperation = {
	value: 'getTranslation',
	name: 'Get Translation',
	action: 'Get a translation of a gift category',
	description: 'Read what a gift category is called in a language',
	documentation: 'https://trtc.io/document/72858',
	...configuration,
	path: 'live_engine_http_srv/get_gift_category_language',
	properties: [categoryId, languageControl],
	options: [],
	request: (fields) => ({ CategoryId: readCategoryId(fields), Language: readLanguage(fields) }),
	retry: { policy: 'idempotent' },
	// Tencent's page and its own client find the texts in different places.
	interpret: (response, { CategoryId, Language }) => ({
		done: true,
		output: {
			...objectIn(responseOf(response), 'Language'),
			...objectIn(response, 'Language'),
			CategoryId,
			Language,
		},
	}),
};
