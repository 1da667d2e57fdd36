import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { contactRateLimit, ofOwner, ownerProperty, readOwner } from './contactFields';
import { listsProperty, requiredLists } from './friendFields';

export const deleteList: SingleOperation = {
	value: 'deleteList',
	name: 'Delete List',
	action: 'Delete a contact list',
	description: 'Delete friend lists of a user; the contacts in them stay contacts',
	documentation: 'https://trtc.io/document/34926',
	shape: 'single',
	path: 'sns/group_delete',
	properties: [ownerProperty, listsProperty],
	options: [],
	request: (fields) => ({
		From_Account: readOwner(fields),
		GroupName: requiredLists(fields),
	}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: contactRateLimit,
	interpret: (response, { From_Account, GroupName }) =>
		sent(response, { From_Account, GroupName, deleted: true }),
};
