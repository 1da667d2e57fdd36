import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { contactRateLimit, ofOwner, ownerProperty, readOwner } from './contactFields';
import { deleteTypeProperty, readDeleteType } from './friendFields';

export const removeAll: SingleOperation = {
	value: 'removeAll',
	name: 'Remove All',
	action: 'Remove all contacts of a user',
	description: 'Empty the contact list of a user for good, with remarks and custom fields',
	documentation: 'https://trtc.io/document/34906',
	shape: 'single',
	path: 'sns/friend_delete_all',
	properties: [ownerProperty, deleteTypeProperty],
	options: [],
	request: (fields) => ({
		From_Account: readOwner(fields),
		DeleteType: readDeleteType(fields),
	}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: contactRateLimit,
	interpret: (response, { From_Account }) => sent(response, { From_Account, removed: true }),
};
