import { inRoom, liveRateLimit } from '../shared/live';
import { recordsOf, responseOf } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';

export const getMuted: ListOperation = {
	value: 'getMuted',
	name: 'Get Muted',
	action: 'Get muted members of a live room',
	description: 'List who cannot write in a live room at the moment, and until when',
	documentation: 'https://trtc.io/document/69894',
	shape: 'list',
	path: 'live_engine_http_srv/get_muted_member_list',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields), Offset: 0 }),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	list: {
		page: { field: 'Limit', max: 100 },
		records: (response) => recordsOf(response, 'MutedAccountList'),
		/**
		 * The page knows no paging, and Tencent's own live manager asks in both of Live's ways. The next
		 * page follows from what comes back; where neither comes, one response holds them all.
		 */
		nextPage(response, body) {
			const { NextOffset: Offset, Next } = responseOf(response);
			if (typeof Offset === 'number' && Offset > 0) return { ...body, Offset };
			return typeof Next === 'string' && Next !== '' ? { ...body, Next } : undefined;
		},
	},
};
