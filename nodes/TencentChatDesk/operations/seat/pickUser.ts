import { inRoom, liveRateLimit, memberProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { readSeat, seatProperty } from './seatIndex';

export const pickUser: SingleOperation = {
	value: 'pickUser',
	name: 'Pick User',
	action: 'Pick a user onto a seat',
	description: 'Put somebody from the audience onto a free seat',
	documentation: 'https://trtc.io/document/64428',
	shape: 'single',
	path: 'room_engine_http_mic/pick_user_on_seat',
	properties: [room, memberProperty, seatProperty],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		Index: readSeat(fields),
		Member_Account: fields.id('userId', 'User ID'),
	}),
	orderingKey: inRoom,
	// A repeat is refused, since the user has the seat already.
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, Index, Member_Account }) =>
		changed(response, { RoomId, Index, Member_Account }),
};
