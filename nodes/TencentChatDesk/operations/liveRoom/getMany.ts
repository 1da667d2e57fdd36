import { recordsOf, responseOf } from '../shared/liveResponses';
import { withoutAbsent } from '../../parameters/fields';
import type { ListOperation } from '../operation';

const directions = ['ascend', 'descend'] as const;

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many live rooms',
	description: 'List the live rooms of the app',
	documentation: 'https://trtc.io/document/63405',
	shape: 'list',
	path: 'live_engine_http_srv/get_room_list',
	properties: [],
	options: [
		{
			displayName: 'Sort Direction',
			name: 'sortDirection',
			type: 'options',
			options: [
				{ name: 'Ascending', value: 'ascend', description: 'Those with the fewest views first' },
				{ name: 'Descending', value: 'descend', description: 'Those with the most views first' },
			],
			default: 'descend',
			description:
				'In which order the rooms come. Tencent decides when left out, by its page with the most views first.',
		},
	],
	// No page has SortDirection; Tencent's own live manager sends it. So it goes out only when chosen.
	request: (fields) =>
		withoutAbsent({
			Next: '',
			SortDirection: fields
				.collection('options', 'Options')
				.optionalChoice('sortDirection', 'Sort Direction', directions),
		}),
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
