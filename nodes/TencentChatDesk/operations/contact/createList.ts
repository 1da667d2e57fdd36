import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { contactRateLimit, ofOwner, ownerProperty, readOwner } from './contactFields';
import { listsProperty, requiredLists } from './friendFields';

export const createList: SingleOperation = {
	value: 'createList',
	name: 'Create List',
	action: 'Create a contact list',
	description: 'Create friend lists of a user, and put contacts into them if wanted',
	documentation: 'https://trtc.io/document/34950',
	shape: 'single',
	path: 'sns/group_add',
	properties: [ownerProperty, listsProperty],
	options: [
		{
			displayName: 'Contact User IDs',
			name: 'contactUserIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. bob, carol',
			description: 'User IDs of contacts to put into the lists. Give a list, or text with commas.',
		},
	],
	request: (fields) =>
		withoutAbsent({
			From_Account: readOwner(fields),
			GroupName: requiredLists(fields),
			To_Account: fields
				.collection('options', 'Options')
				.optionalIds('contactUserIds', 'Contact User IDs'),
		}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: contactRateLimit,
	interpret: (response, { From_Account, GroupName }) => sent(response, { From_Account, GroupName }),
};
