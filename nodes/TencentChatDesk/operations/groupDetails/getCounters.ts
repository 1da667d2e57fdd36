import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { counterKeysProperty, readCounterKeys } from './counterKeys';

export const getCounters: ListOperation = {
	value: 'getCounters',
	name: 'Get Counters',
	action: 'Get counters of a group',
	description: 'Read the counters of a group, such as likes or votes',
	documentation: 'https://trtc.io/document/53427',
	shape: 'list',
	path: 'group_open_http_svc/get_group_counter',
	properties: [group],
	options: [
		{
			...counterKeysProperty,
			description: 'Return these counters only; all of them when left out',
		},
	],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			GroupCounterKeys: readCounterKeys(fields.collection('options', 'Options')),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		records: (response) => recordsIn(response, 'GroupCounter'),
		nextPage: () => undefined,
	},
};
