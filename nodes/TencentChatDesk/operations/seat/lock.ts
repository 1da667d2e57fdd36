import { withoutAbsent } from '../../parameters/fields';
import { inRoom, liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { readSeat, seatProperty } from './seatIndex';

export const lock: SingleOperation = {
	value: 'lock',
	name: 'Lock',
	action: 'Lock or unlock a seat',
	description:
		'Say what a seat may be used for. Whoever sits there is sent back to the audience, whatever is locked.',
	documentation: 'https://trtc.io/document/64430',
	shape: 'single',
	path: 'room_engine_http_mic/lock_seat',
	properties: [
		room,
		seatProperty,
		{
			displayName: 'Forbid Taking',
			name: 'forbidTaken',
			type: 'boolean',
			default: true,
			description: 'Whether nobody may take the seat; turned off, the seat is open again',
		},
	],
	options: [
		{
			displayName: 'Forbid Audio',
			name: 'forbidAudio',
			type: 'boolean',
			default: true,
			description: 'Whether nobody may speak from the seat',
		},
		{
			displayName: 'Forbid Video',
			name: 'forbidVideo',
			type: 'boolean',
			default: true,
			description: 'Whether nobody may show video from the seat',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			RoomId: readRoom(fields),
			Index: readSeat(fields),
			ForbidTaken: fields.optionalBoolean('forbidTaken', 'Forbid Taking'),
			ForbidVideo: options.optionalBoolean('forbidVideo', 'Forbid Video'),
			ForbidAudio: options.optionalBoolean('forbidAudio', 'Forbid Audio'),
		});
	},
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, Index, ForbidTaken, ForbidVideo, ForbidAudio }) =>
		changed(response, { RoomId, Index, ForbidTaken, ForbidVideo, ForbidAudio }),
};
