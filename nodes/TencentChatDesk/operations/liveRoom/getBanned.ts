import { inRoom, liveRateLimit } from '../shared/live';
import { recordsOf, responseOf } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';

export const getBanned: ListOperation = {
	value: 'getBanned',
	name: 'Get Banned',
	action: 'Get banned members of a live room',
	description: 'List who cannot enter a live room at the moment, and until when',
	documentation: 'https://trtc.io/document/63424',
	shape: 'list',
	path: 'live_engine_http_srv/get_banned_member_list',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields), Offset: 0 }),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	list: {
		page: { field: 'Limit', max: 100 },
		records: (response) => recordsOf(response, 'BannedAccountList'),
		nextPage(response, body) {
			const { NextOffset: Offset } = responseOf(response);
			return typeof Offset === 'number' && Offset > 0 ? { ...body, Offset } : undefined;
		},
	},
};
