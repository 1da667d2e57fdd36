import { inRoom, livePace, read, recordsOf, responseOf } from '../shared/live';
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
	conversation: inRoom,
	repeat: { rule: 'idempotent' },
	pace: livePace,
	list: {
		page: { field: 'Limit', most: 100 },
		records: (answer) => recordsOf(answer, 'BannedAccountList'),
		next(answer, body) {
			const { NextOffset: Offset } = responseOf(answer);
			return typeof Offset === 'number' && Offset > 0 ? { ...body, Offset } : undefined;
		},
	},
	meaning: (answer) => read(answer),
};
