import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';
import { giftId, configuration, languageControl, readGiftId, readLanguage } from './configuration';

export const deleteTranslation: SingleOperation = {
	value: 'deleteTranslation',
	name: 'Delete Translation',
	action: 'Delete a translation of a gift',
	description: 'Remove what a gift is called in a language',
	documentation: 'https://trtc.io/document/72856',
	...configuration,
	path: 'live_engine_http_srv/del_gift_language',
	properties: [giftId, languageControl],
	options: [],
	request: (fields) => ({ GiftId: readGiftId(fields), Language: readLanguage(fields) }),
	// What a second call answers is not printed; texts that are gone stay gone.
	retry: { policy: 'idempotent' },
	interpret: (response, { GiftId, Language }) => changed(response, { GiftId, Language }),
};
