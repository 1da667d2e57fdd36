import type { IDataObject } from 'n8n-workflow';
import { inRoom, liveRateLimit } from '../shared/live';
import { responseOf } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a live room',
	description: 'Read the settings of a live room',
	documentation: 'https://trtc.io/document/63404',
	shape: 'single',
	path: 'live_engine_http_srv/get_room_info',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields) }),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret(response, { RoomId }) {
		const { RoomInfo } = responseOf(response);
		return { done: true, output: { RoomId, ...(RoomInfo as IDataObject | undefined) } };
	},
};
