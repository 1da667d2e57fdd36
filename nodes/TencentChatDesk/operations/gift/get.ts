import { objectIn } from '../shared/records';
import { responseOf } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';
import { configuration, giftId, readGiftId } from './configuration';

export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a gift',
	description: 'Read what a gift is called, what it costs and what it looks like',
	documentation: 'https://trtc.io/document/72846',
	...configuration,
	path: 'live_engine_http_srv/get_gift',
	properties: [giftId],
	options: [],
	request: (fields) => ({ GiftId: readGiftId(fields) }),
	retry: { policy: 'idempotent' },
	// It stands at the top, unlike what other commands of Live answer; here either is read.
	interpret: (response, { GiftId }) => ({
		done: true,
		output: {
			GiftId,
			...objectIn(responseOf(response), 'GiftInfo'),
			...objectIn(response, 'GiftInfo'),
		},
	}),
};
