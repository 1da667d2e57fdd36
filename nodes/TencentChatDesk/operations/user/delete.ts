import type { BatchOperation } from '../operation';
import { irreversible } from '../shared/irreversible';
import { accountResults } from './accountResults';
import { userIdProperty } from './userIdProperty';

export const deleteUser: BatchOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a user',
	description:
		'Delete an account and everything it has. Outside the trial plan the Chat console has to allow it, and the User ID stays blocked for three months. Up to 100 items share a call.',
	documentation: 'https://trtc.io/document/34955',
	path: 'im_open_login_svc/account_delete',
	...accountResults({
		field: 'DeleteItem',
		output: () => ({ deleted: true }),
		failed: 'was not deleted',
		// "Does not exist": all that a second call finds of an account.
		codeOfRepeat: 70107,
	}),
	properties: [
		irreversible('The account, its profile and its relations are removed from the app.'),
		userIdProperty,
	],
};
