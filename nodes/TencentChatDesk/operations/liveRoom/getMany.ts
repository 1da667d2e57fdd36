import { recordsOf, responseOf } from '../shared/liveResponses';
import type { ListOperation } from '../operation';

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many live rooms',
	description: 'List the live rooms of the app, those with the most views first',
	documentation: 'https://trtc.io/document/63405',
	shape: 'list',
	path: 'live_engine_http_srv/get_room_list',
	properties: [],
	options: [],
	request: () => ({ Next: '' }),
	orderingKey: () => JSON.stringify([]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 5, max: 10 },
	list: {
		page: { field: 'Count', max: 20 },
		records: (response) => recordsOf(response, 'RoomList'),
		nextPage(response, body) {
			const { Next } = responseOf(response);
			return typeof Next === 'string' && Next !== '' ? { ...body, Next } : undefined;
		},
	},
};
