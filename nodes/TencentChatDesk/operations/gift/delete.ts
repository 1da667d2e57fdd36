import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';
import { configuration, giftId, readGiftId } from './configuration';

export const deleteGift: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a gift',
	description:
		'Remove a gift, its translations and its places in categories. It succeeds for an ID that no gift has, too.',
	documentation: 'https://trtc.io/document/72847',
	...configuration,
	path: 'live_engine_http_srv/del_gift',
	properties: [giftId],
	options: [],
	request: (fields) => ({ GiftId: readGiftId(fields) }),
	retry: { policy: 'idempotent' },
	interpret: (response, { GiftId }) => changed(response, { GiftId }),
};
