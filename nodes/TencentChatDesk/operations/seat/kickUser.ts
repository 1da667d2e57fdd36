import { inRoom, liveRateLimit, memberProperty } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const kickUser: SingleOperation = {
	value: 'kickUser',
	name: 'Kick User',
	action: 'Kick a user off a seat',
	description: 'Send somebody from a seat back to the audience',
	documentation: 'https://trtc.io/document/64429',
	shape: 'single',
	path: 'room_engine_http_mic/kick_user_off_seat',
	properties: [
		room,
		memberProperty,
		{
			displayName: 'Notice Data',
			name: 'data',
			type: 'string',
			default: '',
			placeholder: 'e.g. Your time is up',
			description: 'Text that goes into the notice that the clients get; none when left empty',
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		Member_Account: fields.id('userId', 'User ID'),
		// The table of the page asks for it, public clients do without: an empty text does for both.
		Data: fields.optionalTextOrJson('data', 'Notice Data') ?? '',
	}),
	orderingKey: inRoom,
	// A repeat is refused: the user has no seat any more.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [100206],
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, Member_Account }) =>
		changed(response, { RoomId, Member_Account }),
};
