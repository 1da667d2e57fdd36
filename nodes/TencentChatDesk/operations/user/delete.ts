import type { BatchOperation } from '../operation';
import { accountResults } from './accountResults';

export const deleteUser: BatchOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a user',
	description:
		'Delete an account with everything it has, for good; 100 items share a call. Outside the trial plan the Chat console has to allow it, and the UserID stays blocked for three months.',
	documentation: 'https://trtc.io/document/34955',
	path: 'im_open_login_svc/account_delete',
	...accountResults({
		field: 'DeleteItem',
		output: () => ({ deleted: true }),
		failed: 'was not deleted',
		// "Does not exist": all that a second call finds of an account.
		codeOfRepeat: 70107,
	}),
};
