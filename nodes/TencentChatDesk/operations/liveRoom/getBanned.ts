import { inRoom, liveRateLimit, read, recordsOf, responseOf } from '../shared/live';
import { room, readRoom } from '../shared/resourceLocators';
import type { Operation } from '../operation';

export const getBanned: Operation = {
	value: 'getBanned',
	name: 'Get Banned',
	action: 'Get banned members of a live room',
	description: 'List who cannot enter a live room at the moment, and until when',
	documentation: 'https://trtc.io/document/63424',
	path: 'live_engine_http_srv/get_banned_member_list',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields), Offset: 0 }),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	list: {
		page: { field: 'Limit', max: 100 },
		records: (answer) => recordsOf(answer, 'BannedAccountList'),
		nextPage(answer, body) {
			const { NextOffset: Offset } = responseOf(answer);
			return typeof Offset === 'number' && Offset > 0 ? { ...body, Offset } : undefined;
		},
	},
	interpret: (answer) => read(answer),
};
