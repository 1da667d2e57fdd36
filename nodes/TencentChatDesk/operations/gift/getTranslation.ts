import { responseOf } from '../shared/liveResponses';
import { objectIn } from '../shared/records';
import type { SingleOperation } from '../operation';
import { giftId, configuration, languageControl, readGiftId, readLanguage } from './configuration';

export const getTranslation: SingleOperation = {
	value: 'getTranslation',
	name: 'Get Translation',
	action: 'Get a translation of a gift',
	description: 'Read what a gift is called in a language',
	documentation: 'https://trtc.io/document/72855',
	...configuration,
	path: 'live_engine_http_srv/get_gift_language',
	properties: [giftId, languageControl],
	options: [],
	request: (fields) => ({ GiftId: readGiftId(fields), Language: readLanguage(fields) }),
	retry: { policy: 'idempotent' },
	// Tencent's page and its own client find the texts in different places.
	interpret: (response, { GiftId, Language }) => ({
		done: true,
		output: {
			...objectIn(responseOf(response), 'Language'),
			...objectIn(response, 'Language'),
			...objectIn(response, 'GiftInfo'),
			GiftId,
			Language,
		},
	}),
};
