import type { BatchOperation } from '../operation';
import { accountResults } from './accountResults';

export const check: BatchOperation = {
	value: 'check',
	name: 'Check',
	action: 'Check whether a user exists',
	description: 'Find out whether your Chat app knows an account; 100 items share a call',
	documentation: 'https://trtc.io/document/34956',
	path: 'im_open_login_svc/account_check',
	...accountResults({
		field: 'CheckItem',
		output: ({ AccountStatus }) => ({ AccountStatus, Imported: AccountStatus === 'Imported' }),
		failed: 'could not be checked',
	}),
};
