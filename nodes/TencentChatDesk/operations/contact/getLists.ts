import { withoutAbsent } from '../../parameters/fields';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { contactRateLimit, ofOwner, ownerProperty, readOwner } from './contactFields';
import { listsOption, readLists } from './friendFields';

export const getLists: ListOperation = {
	value: 'getLists',
	name: 'Get Lists',
	action: 'Get contact lists of a user',
	description: 'List the friend lists of a user, with the contacts in them if wanted',
	documentation: 'https://trtc.io/document/40123',
	shape: 'list',
	path: 'sns/group_get',
	properties: [ownerProperty],
	options: [
		{
			displayName: 'Include Contacts',
			name: 'needFriend',
			type: 'boolean',
			default: false,
			description: 'Whether to return who is in each list',
		},
		{ ...listsOption, description: 'Return these lists only; all of them when left out' },
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			From_Account: readOwner(fields),
			NeedFriend: options.optionalBoolean('needFriend', 'Include Contacts')
				? 'Need_Friend_Type_Yes'
				: undefined,
			GroupName: readLists(options),
		});
	},
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: contactRateLimit,
	list: {
		records: (response) => recordsIn(response, 'ResultItem'),
		nextPage: () => undefined,
	},
};
