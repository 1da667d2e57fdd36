import { inRoom, liveRateLimit, memberProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { readSeat, seatProperty } from './seatIndex';

const policies = [0, 1, 2] as const;

export const moveUser: SingleOperation = {
	value: 'moveUser',
	name: 'Move User',
	action: 'Move a user to another seat',
	description: 'Move somebody who has a seat to another one',
	documentation: 'https://trtc.io/document/72685',
	shape: 'single',
	path: 'room_engine_http_mic/move_user_to_seat',
	properties: [
		room,
		memberProperty,
		seatProperty,
		{
			displayName: 'If Taken',
			name: 'policy',
			type: 'options',
			options: [
				{
					name: 'Give Up',
					value: 0,
					description: 'Everyone stays where they are',
				},
				{
					name: 'Kick',
					value: 1,
					description: 'Whoever sits there loses the seat',
				},
				{
					name: 'Swap',
					value: 2,
					description: 'The two change places',
				},
			],
			default: 0,
			description: 'What happens when somebody else sits on that seat',
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		SeatIndex: readSeat(fields),
		Member_Account: fields.id('userId', 'User ID'),
		Policy: fields.optionalChoice('policy', 'If Taken', policies) ?? 0,
	}),
	orderingKey: inRoom,
	// Once the user has the seat, a repeat finds nobody to kick or to change places with.
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, SeatIndex, Member_Account }) =>
		changed(response, { RoomId, SeatIndex, Member_Account }),
};
