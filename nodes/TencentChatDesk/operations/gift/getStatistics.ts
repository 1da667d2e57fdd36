import { inRoom, liveRateLimit } from '../shared/live';
import { read } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const getStatistics: SingleOperation = {
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get statistics of gifts',
	description: 'Count the gifts of a live room, their coins and their givers',
	documentation: 'https://trtc.io/document/72557',
	shape: 'single',
	path: 'live_engine_http_srv/get_gift_count',
	properties: [
		room,
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description:
				"User ID of the one whose gifts are counted, such as the host. Tencent's pages differ on whether gifts given or received are meant.",
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		From_Account: fields.id('userId', 'User ID'),
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, From_Account }) => read(response, { RoomId, From_Account }),
};
