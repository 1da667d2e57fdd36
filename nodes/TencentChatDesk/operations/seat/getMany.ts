import { listOfRoom } from '../shared/live';
import { recordsOf } from '../shared/liveResponses';
import type { ListOperation } from '../operation';

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many seats',
	description: 'List the seats of a live room, who sits there and what is locked',
	documentation: 'https://trtc.io/document/64427',
	path: 'room_engine_http_mic/get_seat_list',
	...listOfRoom((response) => recordsOf(response, 'SeatList')),
};
