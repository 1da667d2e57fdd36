import { inRoom, slowerLiveRateLimit } from '../shared/live';
import { read } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const getStatistics: SingleOperation = {
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get statistics of a live room',
	description: 'Count the viewers, messages, likes and gifts of a live room',
	documentation: 'https://trtc.io/document/80421',
	// An older client of Tencent calls get_room_statistic, which no page documents.
	shape: 'single',
	path: 'live_engine_http_srv/get_room_stats',
	properties: [room],
	options: [],
	request: (fields) => ({ RoomId: readRoom(fields) }),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: slowerLiveRateLimit,
	interpret: (response, { RoomId }) => read(response, { RoomId }),
};
