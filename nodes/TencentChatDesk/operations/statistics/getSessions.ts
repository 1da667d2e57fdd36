import { withoutAbsent } from '../../parameters/fields';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { periodProperties, readPeriod } from '../shared/period';

export const getSessions: ListOperation = {
	value: 'getSessions',
	name: 'Get Sessions',
	action: 'Get statistics of desk sessions',
	description: 'Count sessions, transfers, ratings and waiting times, by day or by hour',
	documentation: 'https://cloud.tencent.com/document/product/269/117850',
	shape: 'list',
	path: 'desk_http_svc/describe_session_statistics',
	properties: [
		...periodProperties('figures'),
		{
			displayName: 'Group By Hour',
			name: 'groupByHour',
			type: 'boolean',
			default: false,
			description: 'Whether there is an item for each hour instead of one for each day',
		},
	],
	options: [],
	request(fields) {
		const { from, to } = readPeriod(fields);
		return withoutAbsent({
			From: from,
			To: to,
			GroupByHour: fields.optionalBoolean('groupByHour', 'Group By Hour'),
		});
	},
	orderingKey: ({ From, To }) => JSON.stringify([From, To]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 50, max: 200 },
	// The page offers no way to read on: everything comes in one response.
	list: {
		records: (response) => recordsIn(response, 'Data'),
		nextPage: () => undefined,
		alwaysComplete: true,
	},
};
