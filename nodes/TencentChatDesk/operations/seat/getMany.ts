import { inRoom, livePace, read, recordsOf } from '../live';
import { room } from '../locators';
import type { Operation } from '../operation';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many seats',
	description: 'List the seats of a live room, who sits there and what is locked',
	documentation: 'https://trtc.io/document/64427',
	path: 'room_engine_http_mic/get_seat_list',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: fields.id('roomId', 'Room') }),
	conversation: inRoom,
	repeat: { rule: 'idempotent' },
	pace: livePace,
	list: {
		records: (answer) => recordsOf(answer, 'SeatList'),
		next: () => undefined,
	},
	meaning: (answer) => read(answer),
};
