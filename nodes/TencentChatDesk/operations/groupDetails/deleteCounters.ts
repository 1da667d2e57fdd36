import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { counterKeysProperty, readCounterKeys } from './counterKeys';

/** Without keys Tencent deletes all counters: that has to be wanted. */
function readWanted(fields: Fields): string[] | undefined {
	const keys = readCounterKeys(fields);
	const all = fields
		.collection('options', 'Options')
		.optionalBoolean('allCounters', 'All Counters');
	if (keys && all) {
		throw new InvalidParameter(
			"'Keys' and 'All Counters' exclude each other",
			"Remove one of them: 'All Counters' leaves none.",
		);
	}
	if (keys || all) return keys;
	throw new InvalidParameter(
		"'Keys' is empty",
		"Name the counters, or add the option 'All Counters': without keys Tencent deletes them all.",
	);
}

export const deleteCounters: SingleOperation = {
	value: 'deleteCounters',
	name: 'Delete Counters',
	action: 'Delete counters of a group',
	description: 'Delete some counters of a group, or all of them',
	documentation: 'https://trtc.io/document/53429',
	shape: 'single',
	path: 'group_open_http_svc/delete_group_counter',
	properties: [group, counterKeysProperty],
	options: [
		{
			displayName: 'All Counters',
			name: 'allCounters',
			type: 'boolean',
			default: false,
			description: 'Whether to delete every counter of the group',
		},
	],
	request: (fields) =>
		withoutAbsent({ GroupId: readGroup(fields), GroupCounterKeys: readWanted(fields) }),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId, GroupCounterKeys }) =>
		sent(response, { GroupId, GroupCounterKeys, deleted: true }),
};
