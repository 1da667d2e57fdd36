import { withoutAbsent } from '../../parameters/fields';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { groupRateLimit } from './groupFields';
import { groupTypeChoices, groupTypes } from './groupTypes';

/** Larger ones are allowed; more at once would come near the largest response, 1 MB. */
const maxPage = 1000;

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get groups of the app',
	description: 'List the IDs of all groups of the app',
	documentation: 'https://trtc.io/document/34960',
	shape: 'list',
	path: 'group_open_http_svc/get_appid_group_list',
	properties: [],
	options: [
		{
			displayName: 'Group Type',
			name: 'groupType',
			type: 'options',
			options: groupTypeChoices,
			default: 'Public',
			description: 'Return groups of this type only',
		},
	],
	request: (fields) =>
		withoutAbsent({
			Next: 0,
			GroupType: fields
				.collection('options', 'Options')
				.optionalChoice('groupType', 'Group Type', groupTypes),
		}),
	orderingKey: () => '',
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		page: { field: 'Limit', max: maxPage },
		records: (response) => recordsIn(response, 'GroupIdList'),
		// Wider than 32 bit, a text where it is not exact as a number, and 0 at the end.
		nextPage: ({ Next = 0 }, body) => (Number(Next) === 0 ? undefined : { ...body, Next }),
	},
};
