import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { accountProperty, accountRateLimit, ofAccount, readAccount } from './accountFields';

export const destroy: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete an official account',
	description: 'Close an official account for good',
	documentation: 'https://trtc.io/document/60756',
	shape: 'single',
	path: 'official_account_open_http_svc/destroy_official_account',
	properties: [accountProperty],
	options: [],
	request: (fields) => ({ Official_Account: readAccount(fields) }),
	orderingKey: ofAccount,
	retry: { policy: 'idempotent' },
	// There is no such account: what a second call finds.
	alreadyDoneCodes: [130004],
	rateLimit: accountRateLimit,
	interpret: (response, { Official_Account }) =>
		sent(response, { Official_Account, deleted: true }),
};
