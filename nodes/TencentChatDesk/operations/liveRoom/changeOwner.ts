import { inRoom, liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const changeOwner: SingleOperation = {
	value: 'changeOwner',
	name: 'Change Owner',
	action: 'Change owner of a live room',
	description: 'Hand a live room over to another host',
	documentation: 'https://trtc.io/document/72534',
	shape: 'single',
	path: 'live_engine_http_srv/change_room_owner',
	properties: [
		room,
		{
			displayName: 'New Owner User ID',
			name: 'newOwnerAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'User ID of the new host',
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		NewOwner_Account: fields.id('newOwnerAccount', 'New Owner User ID'),
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, NewOwner_Account }) =>
		changed(response, { RoomId, NewOwner_Account }),
};
