import { read, recordsOf, responseOf } from '../shared/live';
import type { Operation } from '../operation';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many live rooms',
	description: 'List the live rooms of the app, those with the most views first',
	documentation: 'https://trtc.io/document/63405',
	path: 'live_engine_http_srv/get_room_list',
	properties: [],
	options: [],
	request: () => ({ Next: '' }),
	conversation: () => JSON.stringify([]),
	repeat: { rule: 'idempotent' },
	pace: { usual: 5, documentedLimit: 10 },
	list: {
		page: { field: 'Count', most: 20 },
		records: (answer) => recordsOf(answer, 'RoomList'),
		next(answer, body) {
			const { Next } = responseOf(answer);
			return typeof Next === 'string' && Next !== '' ? { ...body, Next } : undefined;
		},
	},
	meaning: (answer) => read(answer),
};
